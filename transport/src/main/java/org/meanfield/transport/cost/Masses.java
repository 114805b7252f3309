package org.meanfield.transport.cost;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.meanfield.api.EmpiricalMeasure;

/// The weights of two measures as integers with exactly the same sum, so that flows add up without
/// drift and an empty arc is empty.
///
/// Two uniform measures get lcm(n, m)/n and lcm(n, m)/m: no rounding at all, and a permutation
/// where n = m. Otherwise the sum is 2⁶², and a weight w, as a part of the sum of all, becomes an
/// integer off by at most 2 + 3·10⁻¹⁶ w 2⁶²: some ulp of itself and 5·10⁻¹⁹ of the whole.
public final class Masses {
  private static final long WHOLE = 1L << 62;

  private final long[] source;
  private final long[] target;
  private final long total;

  private Masses(long[] source, long[] target, long total) {
    this.source = source;
    this.target = target;
    this.total = total;
  }

  public static Masses of(EmpiricalMeasure source, EmpiricalMeasure target) {
    if (source.isUniform() && target.isUniform()) {
      long n = source.size();
      long m = target.size();
      long total = n / greatestCommonDivisor(n, m) * m;
      return new Masses(equal(source.size(), total / n), equal(target.size(), total / m), total);
    }
    return new Masses(integers(source.weights()), integers(target.weights()), WHOLE);
  }

  /// {@return one integer ≥ 0 per source point; not a copy, not to be changed}
  public long[] source() {
    return source;
  }

  /// {@return one integer ≥ 0 per target point; not a copy, not to be changed}
  public long[] target() {
    return target;
  }

  /// {@return the sum of each}
  public long total() {
    return total;
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  private static long[] equal(int count, long mass) {
    long[] masses = new long[count];
    Arrays.fill(masses, mass);
    return masses;
  }

  private static long[] integers(double[] weights) {
    CompensatedSum sum = new CompensatedSum();
    for (double w : weights) {
      sum.add(w);
    }
    long[] masses = new long[weights.length];
    long missing = WHOLE;
    for (int i = 0; i < weights.length; i++) {
      masses[i] = Math.round(weights[i] / sum.value() * WHOLE);
      missing -= masses[i];
    }
    spread(missing, masses);
    return masses;
  }

  /// Adds `missing` to the masses in proportion to them, as differences of a rounded running share.
  /// Empty points stay empty.
  private static void spread(long missing, long[] masses) {
    double whole = WHOLE - missing;
    double before = 0;
    long given = 0;
    for (int i = 0; i < masses.length; i++) {
      before += masses[i];
      long due = Math.round(missing * (before / whole));
      long share = masses[i] == 0 ? 0 : Math.max(due - given, -masses[i]);
      masses[i] += share;
      given += share;
    }
    for (int i = 0; given != missing; i++) {
      long share = masses[i] == 0 ? 0 : Math.max(missing - given, -masses[i]);
      masses[i] += share;
      given += share;
    }
  }

  /// {@return the indices with mass > 0, increasing}
  public static int[] support(long[] masses) {
    return IntStream.range(0, masses.length).filter(i -> masses[i] > 0).toArray();
  }

  /// {@return the masses at some indices}
  public static long[] at(int[] chosen, long[] masses) {
    return Arrays.stream(chosen).mapToLong(i -> masses[i]).toArray();
  }

  /// {@return the numbers at some indices}
  public static double[] at(int[] chosen, double[] values) {
    return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
  }
}
