package org.meanfield.transport.circle;

import java.util.Arrays;
import org.meanfield.transport.cost.CompensatedSum;
import org.meanfield.transport.course.Blocks;

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
/// **Search.** A full turn adds 2L² to C′ for p = 2, and C′ = ±L a turn away for p = 1, so one
/// slope brackets the root of C′. Interpolation with the slope of an end that stays put halved (the
/// Illinois rule) narrows the bracket to [θ⁻, θ⁺]. Where two of these don't halve it, few steps of
/// C′ are left: the first one right of θ⁻ is tried, then two bisections. Masses are integers, so it
/// ends at neighbouring integers at the latest; C varies in the bracket by at most (θ⁺ − θ⁻)(C′(θ⁺)
/// − C′(θ⁻)), and it also ends where that is negligible.
///
/// **Potentials.** C′(θ⁻) < 0 ≤ C′(θ⁺), so for some λ in [0, 1] the mixed terms (1 − λ) τ_j⁻ + λ
/// τ_j⁺ add up to zero, and v_{j+1} = v_j − τ_j is well defined around the circle: it is an optimal
/// potential, because the two bounds of τ_j are those that the pairs next to the steps put on v_j −
/// v_{j+1}, and by convexity of h these imply all others.
///
/// **References.** J. Delon, J. Salomon, A. Sobolevski, *Fast transport optimization for Monge
/// costs on the circle*, SIAM Journal on Applied Mathematics 70(7), 2239–2258 (2010); M. Dowell, P.
/// Jarratt, *A modified regula falsi method for computing the root of an equation*, BIT 11, 168–174
/// (1971).
final class CircleShift {
  /// What C may vary by in the last bracket, relative to itself.
  private static final double NEGLIGIBLE = 1e-14;

  /// What C may vary by in any case, in units of L^p: measures at distance zero have no other
  /// scale.
  private static final double NOTHING = 1e-21;

  /// Targets per block of a slope.
  private static final int BLOCK = 1 << 14;

  private final SortedPoints source;
  private final SortedPoints target;
  private final double length;
  private final int exponent;
  private final long whole;
  private double[] left;
  private double[] right;
  private double[] spare;
  private long low;
  private long high;
  private double slopeLow;
  private double slopeHigh;
  private double size;
  private long reach;
  private long nextStep;
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
    this.spare = new double[target.size()];
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
    search.narrow();
    return search;
  }

  /// {@return θ, −whole ≤ θ ≤ whole}
  long shift() {
    return high;
  }

  /// {@return how often the slope was computed, each in O(n + m)}
  int evaluations() {
    return evaluations;
  }

  /// {@return v_j for the targets in sorted order}
  double[] targetPotentials() {
    double lambda = -slopeLow / (slopeHigh - slopeLow);
    double[] v = new double[target.size()];
    CompensatedSum potential = new CompensatedSum();
    for (int j = 0; j + 1 < v.length; j++) {
      potential.add(-((1 - lambda) * left[j] + lambda * right[j]));
      v[j + 1] = potential.value();
    }
    return v;
  }

  /// One turn to the left, all mass is pulled to the right; one turn to the right, to the left.
  private void narrow() {
    double turn = exponent == 2 ? 2 * length * length : length;
    double first = slope(0);
    if (first < 0) {
      moveLow(0, first);
      high = whole;
      slopeHigh = Math.max(0, exponent == 2 ? first + turn : turn);
    } else {
      moveHigh(0, first);
      low = -whole - 1;
      slopeLow = exponent == 2 ? first - turn : -turn;
    }
    double weightLow = 1;
    double weightHigh = 1;
    int moved = 0;
    int bisections = 0;
    boolean jump = false;
    boolean jumped = false;
    double before = 4.0 * whole;
    double earlier = before;
    while (high - low > 1 && !settled()) {
      double width = high - low;
      if (bisections == 0 && 2 * width > earlier) {
        bisections = 2;
        jump = nextStep > 0;
      }
      double pull = -slopeLow * weightLow;
      double part = pull / (pull + slopeHigh * weightHigh);
      long step;
      if (jumped) {
        step = high - low - 1;
        jumped = false;
      } else if (jump) {
        step = nextStep;
        jump = false;
        jumped = true;
      } else if (bisections > 0 || !(part >= 0)) {
        step = (high - low) / 2;
        bisections = Math.max(0, bisections - 1);
      } else {
        step = (long) (part * width);
      }
      long theta = low + Math.clamp(step, 1, high - low - 1);
      double slope = slope(theta);
      if (slope < 0) {
        moveLow(theta, slope);
        weightLow = 1;
        weightHigh = moved < 0 ? weightHigh / 2 : weightHigh;
        moved = -1;
        jumped = false;
      } else {
        moveHigh(theta, slope);
        weightHigh = 1;
        weightLow = moved > 0 ? weightLow / 2 : weightLow;
        moved = 1;
      }
      earlier = before;
      before = width;
    }
    if (low < -whole) {
      moveLow(low, slope(low));
    }
    if (high == whole) {
      moveHigh(high, slope(high));
    }
  }

  private boolean settled() {
    double unit = exponent == 2 ? length * length : length;
    double most = Math.max(NEGLIGIBLE * size, NOTHING * unit);
    return (high - low) / (double) whole * (slopeHigh - slopeLow) <= most;
  }

  private void moveLow(long theta, double slope) {
    low = theta;
    slopeLow = slope;
    nextStep = reach;
    double[] free = left;
    left = spare;
    spare = free;
  }

  private void moveHigh(long theta, double slope) {
    high = theta;
    slopeHigh = slope;
    double[] free = right;
    right = spare;
    spare = free;
  }

  /// {@return C′(θ+); its terms are in [#spare]}
  private double slope(long theta) {
    evaluations++;
    double[] terms = spare;
    double[] sums = new double[Blocks.count(terms.length, BLOCK)];
    double[] sizes = new double[sums.length];
    long[] reaches = new long[sums.length];
    Blocks.each(
        sums.length,
        block -> {
          int from = block * BLOCK;
          int to = Math.min(terms.length, from + BLOCK);
          sizes[block] = addTerms(theta, terms, from, to, reaches, block);
          sums[block] = sum(terms, from, to);
        });
    reach = Arrays.stream(reaches).min().orElseThrow();
    size = sum(sizes, 0, sums.length) / whole;
    return sum(sums, 0, sums.length);
  }

  /// {@return Σ m_j h(x(j) − y_j), which is about the cost}
  ///
  /// @param reaches at `block` receives how far it is to the first step that changes a term
  private double addTerms(long theta, double[] terms, int from, int to, long[] reaches, int block) {
    // θ = turns·whole + part with 0 ≤ part < whole, so that no sum with a cumulative mass
    // overflows.
    long turns = Math.floorDiv(theta, whole);
    long part = theta - turns * whole;
    double lift = turns * length;
    double size = 0;
    long nearest = whole;
    long past = 0;
    int i = 0;
    int n = source.size();
    for (int j = from; j < to; j++) {
      long rest = target.cumulative(j) - past + part;
      if (rest >= whole) {
        past = whole;
        rest -= whole;
        lift += length;
        i = source.above(rest);
      } else if (j == from) {
        i = source.above(rest);
      }
      while (source.cumulative(i) <= rest) {
        i++;
      }
      boolean last = j == terms.length - 1;
      double next = last ? target.position(0) + length : target.position(j + 1);
      double x = source.position(i) + lift;
      double way = Math.abs(x - target.position(j));
      size += target.mass(j) * (exponent == 2 ? way * way : way);
      terms[j] = gain(x, target.position(j), next);
      double after = i + 1 == n ? source.position(0) + length : source.position(i + 1);
      if (source.cumulative(i) - rest < nearest
          && gain(after + lift, target.position(j), next) != terms[j]) {
        nearest = source.cumulative(i) - rest;
      }
    }
    reaches[block] = nearest;
    return size;
  }

  /// h(x − y) − h(x − next), without cancellation for p = 2.
  private double gain(double x, double y, double next) {
    return exponent == 2
        ? (next - y) * ((x - y) + (x - next))
        : Math.abs(x - y) - Math.abs(x - next);
  }

  private static double sum(double[] terms, int from, int to) {
    CompensatedSum sum = new CompensatedSum();
    for (int at = from; at < to; at++) {
      sum.add(terms[at]);
    }
    return sum.value();
  }
}
