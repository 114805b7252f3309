package org.meanfield.core;

/// A training step to be timed: forward sums, residual and pull-back of N experts on n inputs.
///
/// @param template the circuit of each expert, such as `ring`
/// @param qubits m
/// @param layers L
/// @param experts N, the most; fewer are run where a step would take long
/// @param inputs n, of four features each
/// @param precision `double` or another word of backends that have a setting `precision`
public record CircuitCase(
    String template, int qubits, int layers, int experts, int inputs, String precision) {
  /// What every backend has.
  public static final String DOUBLE = "double";

  /// {@return the same in another precision}
  ///
  /// @param other the precision
  public CircuitCase in(String other) {
    return new CircuitCase(template, qubits, layers, experts, inputs, other);
  }
}
