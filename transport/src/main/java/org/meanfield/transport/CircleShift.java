package org.meanfield.transport;

/// The shift θ at which the quantile functions of two measures on a circle of length L are best
/// laid on each other, and the potentials that prove it.
///
/// The optimal cost is min over θ of C(θ) = ∫₀¹ h(F⁻¹(s) − G⁻¹(s − θ)) ds with h(t) = |t|^p and the
/// quantile functions lifted by F⁻¹(s + 1) = F⁻¹(s) + L. C is convex, and linear between the shifts
/// at which a step of G meets a step of F. Moving θ to the right takes the mass at the end of
/// target j from target j + 1, so with x(j) the source there,
///
/// C′(θ+) = Σ_j τ_j, τ_j = h(x(j) − y_j) − h(x(j) − y_{j+1}).
///
/// Masses are integers, so the minimum is at an integer θ and bisection on the sign of C′ ends
/// exactly: C′(θ−) < 0 ≤ C′(θ+). Then some λ in [0, 1] makes the mixed terms (1 − λ) τ_j⁻ + λ τ_j⁺
/// add up to zero, and v_{j+1} = v_j − τ_j is well defined around the circle: it is an optimal
/// potential, because the two bounds of τ_j are those that the pairs next to the steps put on v_j −
/// v_{j+1}, and by convexity of h these imply all others.
///
/// **Reference.** J. Delon, J. Salomon, A. Sobolevski, *Fast transport optimization for Monge costs
/// on the circle*, SIAM Journal on Applied Mathematics 70(7), 2239–2258 (2010).
final class CircleShift {
  private final SortedPoints source;
  private final SortedPoints target;
  private final double length;
  private final int exponent;
  private final long whole;
  private final double[] left;
  private final double[] right;
  private long shift;
  private int evaluations;

  private CircleShift(
      SortedPoints source, SortedPoints target, double length, int exponent, long whole) {
    this.source = source;
    this.target = target;
    this.length = length;
    this.exponent = exponent;
    this.whole = whole;
    this.left = new double[target.size()];
    this.right = new double[target.size()];
  }

  /// {@return the best shift}
  ///
  /// @param source with positions in [0, length)
  /// @param target with positions in [0, length)
  /// @param length L, finite
  /// @param exponent p
  /// @param whole the mass of each
  static CircleShift best(
      SortedPoints source, SortedPoints target, double length, int exponent, long whole) {
    CircleShift search = new CircleShift(source, target, length, exponent, whole);
    search.bisect();
    return search;
  }

  /// {@return θ, −whole < θ < whole}
  long shift() {
    return shift;
  }

  /// {@return how often the slope was computed, each in O(n + m)}
  int evaluations() {
    return evaluations;
  }

  /// {@return v_j for the targets in sorted order}
  double[] targetPotentials() {
    double down = -sum(left);
    double up = sum(right);
    double lambda = down / (down + up);
    double[] v = new double[target.size()];
    CompensatedSum potential = new CompensatedSum();
    for (int j = 0; j + 1 < v.length; j++) {
      potential.add(-((1 - lambda) * left[j] + lambda * right[j]));
      v[j + 1] = potential.value();
    }
    return v;
  }

  /// A whole turn to either side pulls all mass one way, so the signs there are known.
  private void bisect() {
    long low = -whole;
    long high = whole - 1;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (slope(middle, right) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    shift = high;
    slope(high - 1, left);
    slope(high, right);
  }

  private double slope(long theta, double[] terms) {
    evaluations++;
    int i = 0;
    long turn = -2;
    double lift = 0;
    for (int j = 0; j < terms.length; j++) {
      long end = target.cumulative(j) + theta;
      long endTurn = Math.floorDiv(end, whole);
      long rest = end - endTurn * whole;
      if (endTurn != turn) {
        turn = endTurn;
        lift = turn * length;
        i = source.above(rest);
      }
      while (source.cumulative(i) <= rest) {
        i++;
      }
      boolean last = j == terms.length - 1;
      double next = last ? target.position(0) + length : target.position(j + 1);
      terms[j] = gain(source.position(i) + lift, target.position(j), next);
    }
    return sum(terms);
  }

  /// h(x − y) − h(x − next), without cancellation for p = 2.
  private double gain(double x, double y, double next) {
    return exponent == 2
        ? (next - y) * ((x - y) + (x - next))
        : Math.abs(x - y) - Math.abs(x - next);
  }

  private static double sum(double[] terms) {
    CompensatedSum sum = new CompensatedSum();
    for (double term : terms) {
      sum.add(term);
    }
    return sum.value();
  }
}
