package org.meanfield.data;

import java.util.random.RandomGenerator;

/// Standard normal numbers by the polar method, with the library's strict logarithm: the same bits
/// on every machine and with every JDK, which [RandomGenerator#nextGaussian] does not promise.
///
/// **Reference.** G. Marsaglia, T. A. Bray, *A convenient method for generating normal variables*,
/// SIAM Review 6, 260–264 (1964).
final class Normals {
  private final RandomGenerator random;

  /// @param random where uniform numbers come from
  Normals(RandomGenerator random) {
    this.random = random;
  }

  /// Draws two independent normal numbers.
  ///
  /// @param out receives them at 0 and 1
  void pair(double[] out) {
    double u;
    double v;
    double square;
    do {
      u = 2 * random.nextDouble() - 1;
      v = 2 * random.nextDouble() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
    out[0] = u * factor;
    out[1] = v * factor;
  }
}
