package org.meanfield.core.measure;

import java.util.OptionalDouble;

/// A number ≥ 0 of any size up to e^(e^(10³⁰⁸)), held by its logarithm ln x and, where that is
/// beyond a double, by ln ln x.
///
/// @param ln ln x; −∞ for 0, +∞ where only ln ln x is known
/// @param lnLn ln ln x where ln is +∞, otherwise not used; +∞ if even that is beyond a double
record Magnitude(double ln, double lnLn) {
  private static final double LN_10 = Math.log(10);

  /// {@return the magnitude of a number}
  ///
  /// @param value ≥ 0
  static Magnitude of(double value) {
    return ofLn(Math.log(value));
  }

  /// {@return e^ln}
  ///
  /// @param ln less than +∞
  static Magnitude ofLn(double ln) {
    return new Magnitude(ln, Double.NaN);
  }

  /// {@return u·e^u for u = a·e^b, the shape of (2.22)}
  ///
  /// @param a ≥ 0
  /// @param b any real
  static Magnitude tower(double a, double b) {
    double lnU = Math.log(a) + b;
    double u = Math.exp(lnU);
    // Beyond a double, u + ln u and u have the same logarithm to all digits.
    return Double.isInfinite(u) ? new Magnitude(Double.POSITIVE_INFINITY, lnU) : ofLn(lnU + u);
  }

  /// {@return x·y}
  ///
  /// @param y another
  Magnitude times(Magnitude y) {
    if (ln == Double.NEGATIVE_INFINITY || y.ln == Double.NEGATIVE_INFINITY) {
      return of(0);
    }
    double sum = ln + y.ln;
    return sum < Double.POSITIVE_INFINITY
        ? ofLn(sum)
        : new Magnitude(Double.POSITIVE_INFINITY, sumOfLogs(lnOfLn(), y.lnOfLn()));
  }

  /// {@return √x}
  Magnitude root() {
    return ln == Double.POSITIVE_INFINITY ? new Magnitude(ln, lnLn - Math.log(2)) : ofLn(ln / 2);
  }

  /// {@return x + y}
  ///
  /// @param y another
  Magnitude plus(Magnitude y) {
    if (ln == Double.POSITIVE_INFINITY || y.ln == Double.POSITIVE_INFINITY) {
      return new Magnitude(Double.POSITIVE_INFINITY, Math.max(lnOfLn(), y.lnOfLn()));
    }
    return ofLn(sumOfLogs(ln, y.ln));
  }

  /// {@return ln ln x; −∞ for x ≤ 1, which adds nothing to a logarithm beyond a double}
  private double lnOfLn() {
    return ln == Double.POSITIVE_INFINITY ? lnLn : ln > 0 ? Math.log(ln) : Double.NEGATIVE_INFINITY;
  }

  /// ln(eᵃ + eᵇ).
  private static double sumOfLogs(double a, double b) {
    double greater = Math.max(a, b);
    return Double.isInfinite(greater)
        ? greater
        : greater + Math.log1p(Math.exp(Math.min(a, b) - greater));
  }

  /// {@return whether x > other}
  ///
  /// @param other a number ≥ 0
  boolean exceeds(double other) {
    return ln > Math.log(other);
  }

  /// {@return x where it is a double}
  OptionalDouble value() {
    return finite(Math.exp(ln));
  }

  /// {@return log₁₀ x where it is a double}
  OptionalDouble log10() {
    return finite(ln / LN_10);
  }

  /// {@return log₁₀ log₁₀ x where x > 1 and it is a double}
  OptionalDouble log10Log10() {
    if (ln == Double.POSITIVE_INFINITY) {
      return finite((lnLn - Math.log(LN_10)) / LN_10);
    }
    return ln > 0 ? finite(Math.log10(ln / LN_10)) : OptionalDouble.empty();
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
