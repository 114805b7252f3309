package org.meanfield.api.flow;

/// A residual as a function of time, r_j(t) = y_j − E_{μ_t} f(·, x_j).
@FunctionalInterface
public interface Residual {
  /// Computes r(t).
  ///
  /// @param t the time
  /// @param out receives n numbers
  void at(double t, double[] out);
}
