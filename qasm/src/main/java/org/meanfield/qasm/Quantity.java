package org.meanfield.qasm;

import org.meanfield.api.quantum.Angle;

/// The value of an expression: a number, or an angle that depends on inputs.
sealed interface Quantity {
  /// A number.
  ///
  /// @param value finite
  record Constant(double value) implements Quantity {
    @Override
    public Angle angle() {
      return Angle.of(value);
    }
  }

  /// What depends on parameters or features.
  ///
  /// @param angle how
  record Symbolic(Angle angle) implements Quantity {}

  /// {@return this as an angle}
  Angle angle();

  /// {@return an angle, or the number that it is}
  static Quantity of(Angle angle) {
    return angle.trains() || angle.encodes()
        ? new Symbolic(angle)
        : new Constant(angle.encoding().constant());
  }
}
