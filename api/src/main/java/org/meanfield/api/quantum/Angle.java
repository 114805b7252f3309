package org.meanfield.api.quantum;

/// The angle of a rotation, in radians.
public sealed interface Angle {
  /// A trainable parameter θ_index.
  ///
  /// @param index 0 ≤ index < d
  record Theta(int index) implements Angle {}

  /// A feature of the input, x_{index mod features}.
  ///
  /// @param index ≥ 0; taken modulo the number of features of the inputs
  record Feature(int index) implements Angle {}

  /// A constant.
  ///
  /// @param radians finite
  record Fixed(double radians) implements Angle {}
}
