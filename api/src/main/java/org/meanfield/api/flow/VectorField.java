package org.meanfield.api.flow;

/// The right-hand side of an ordinary differential equation y′ = v(t, y).
public interface VectorField {
  /// {@return the number of unknowns}
  int dimension();

  /// Computes v(t, y).
  ///
  /// @param t the time
  /// @param state y; not modified
  /// @param velocity receives v, overwritten
  void at(double t, double[] state, double[] velocity);
}
