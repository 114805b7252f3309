package org.meanfield.core.measure;

/// The orders of E W₂² between N independent points and their law on T^d, without constants.
public final class WassersteinOrder {
  private WassersteinOrder() {}

  /// {@return α_d(N) = N^{−2/d} + N^{−1/2} (2.13)}
  ///
  /// @param d dimension ≥ 1
  /// @param n N ≥ 1
  public static double paper(int d, double n) {
    return Math.pow(n, -2.0 / d) + 1 / Math.sqrt(n);
  }

  /// {@return the order for any law: N^{−1/2} for d < 4, N^{−1/2} log(1 + N) for d = 4, N^{−2/d}
  /// beyond}
  ///
  /// **Reference.** N. Fournier and A. Guillin, *On the rate of convergence in Wasserstein distance
  /// of the empirical measure*, Probability Theory and Related Fields 162 (2015), 707–738, Theorem
  /// 1 with p = 2.
  ///
  /// @param d dimension ≥ 1
  /// @param n N ≥ 1
  public static double general(int d, double n) {
    if (d < 4) {
      return 1 / Math.sqrt(n);
    }
    return d == 4 ? Math.log1p(n) / Math.sqrt(n) : Math.pow(n, -2.0 / d);
  }

  /// {@return the order for densities bounded above and below: 1/N for d = 1, log(1 + N)/N for d =
  /// 2, N^{−2/d} beyond}
  ///
  /// **Reference.** V. Divol, *A short proof on the rate of convergence of the empirical measure
  /// for the Wasserstein distance*, arXiv 2101.08126.
  ///
  /// @param d dimension ≥ 1
  /// @param n N ≥ 1
  public static double sharp(int d, double n) {
    return switch (d) {
      case 1 -> 1 / n;
      case 2 -> Math.log1p(n) / n;
      default -> Math.pow(n, -2.0 / d);
    };
  }
}
