package org.meanfield.transport.semidiscrete;

import org.jspecify.annotations.Nullable;
import org.meanfield.api.limit.Marginal;

/// An interval of one angle with a law on it: its mass, mean and variance, and how far it is from a
/// point on the average. Boxes are products of these. Halves are made once, so stretches are shared
/// by all boxes that have them; not for several threads.
final class Stretch {
  /// Nodes and weights of the Gauss–Legendre rule with 16 points on [−1, 1], the positive half.
  private static final double[] NODES = {
    0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438,
    0.755404408355003, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499
  };

  private static final double[] WEIGHTS = {
    0.18945061045506864, 0.18260341504492364, 0.16915651939500265, 0.1495959888165767,
    0.12462897125553407, 0.0951585116824926, 0.062253523938647456, 0.027152459411754176
  };

  /// Two rules that agree to this part of the mass are taken as exact.
  private static final double AGREED = 1e-14;

  /// Halvings in search of that; the narrowest law of [Marginal] is smooth on 1/1000.
  private static final int HALVINGS = 40;

  private static final double HALF_TURN = Math.PI;
  private static final double TURN = 2 * Math.PI;

  private final double low;
  private final double high;
  private final @Nullable Marginal law;
  private final double level;
  private final Moments moments;
  private @Nullable Stretch lower;
  private @Nullable Stretch upper;

  /// Mass, mean and variance on an interval; with mass 0 the mean is its middle.
  private record Moments(double mass, double mean, double variance) {
    Moments plus(Moments other) {
      double sum = mass + other.mass;
      if (!(sum > 0)) {
        return this;
      }
      double share = other.mass / sum;
      double apart = other.mean - mean;
      return new Moments(
          sum,
          mean + share * apart,
          (1 - share) * variance + share * other.variance + share * (1 - share) * apart * apart);
    }
  }

  private Stretch(double low, double high, @Nullable Marginal law, double level) {
    this.low = low;
    this.high = high;
    this.law = law;
    this.level = level;
    this.moments = on(low, high);
  }

  /// {@return an interval with a density that is constant on it}
  ///
  /// @param low its beginning
  /// @param high its end
  /// @param level the density per radian
  static Stretch constant(double low, double high, double level) {
    return new Stretch(low, high, null, level);
  }

  /// {@return an interval with a law}
  ///
  /// @param low its beginning
  /// @param high its end
  /// @param law of the angle
  static Stretch of(double low, double high, Marginal law) {
    boolean uniform =
        switch (law) {
          case Marginal.WrappedCauchy cauchy -> cauchy.rho() == 0;
          case Marginal.VonMises mises -> mises.kappa() == 0;
        };
    return uniform ? constant(low, high, 1 / TURN) : new Stretch(low, high, law, Double.NaN);
  }

  private Moments on(double from, double to) {
    if (law == null) {
      double width = to - from;
      return new Moments(level * width, from + width / 2, width * width / 12);
    }
    return refined(law, from, to, rule(law, from, to), HALVINGS);
  }

  private static Moments refined(
      Marginal law, double from, double to, Moments whole, int halvings) {
    double middle = from + (to - from) / 2;
    Moments left = rule(law, from, middle);
    Moments right = rule(law, middle, to);
    Moments both = left.plus(right);
    if (Math.abs(both.mass - whole.mass) <= AGREED * both.mass || halvings == 0) {
      return both;
    }
    return refined(law, from, middle, left, halvings - 1)
        .plus(refined(law, middle, to, right, halvings - 1));
  }

  private static Moments rule(Marginal law, double from, double to) {
    double half = (to - from) / 2;
    double middle = from + half;
    double mass = 0;
    double first = 0;
    double second = 0;
    for (int at = 0; at < NODES.length; at++) {
      double step = half * NODES[at];
      double below = WEIGHTS[at] * law.density(middle - step);
      double above = WEIGHTS[at] * law.density(middle + step);
      mass += below + above;
      first += step * (above - below);
      second += step * step * (above + below);
    }
    if (!(mass > 0)) {
      return new Moments(0, middle, 0);
    }
    double shift = first / mass;
    return new Moments(half * mass, middle + shift, Math.max(0, second / mass - shift * shift));
  }

  /// {@return another interval with the same law}
  ///
  /// @param from its beginning
  /// @param to its end
  Stretch part(double from, double to) {
    return new Stretch(from, to, law, level);
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  double mass() {
    return moments.mass;
  }

  double mean() {
    return moments.mean;
  }

  double variance() {
    return moments.variance;
  }

  /// {@return the half below the middle}
  Stretch lower() {
    Stretch half = lower;
    if (half == null) {
      half = new Stretch(low, low + (high - low) / 2, law, level);
      lower = half;
    }
    return half;
  }

  /// {@return the half above the middle}
  Stretch upper() {
    Stretch half = upper;
    if (half == null) {
      half = new Stretch(low + (high - low) / 2, high, law, level);
      upper = half;
    }
    return half;
  }

  /// {@return |Δ|, the shorter way between two angles that are less than two turns apart}
  static double way(double one, double other) {
    double apart = Math.abs(one - other);
    double rest = apart > TURN ? apart - TURN : apart;
    return rest > HALF_TURN ? TURN - rest : rest;
  }

  /// {@return how far beyond `low` an angle comes, in [0, 2π)}
  double beyondLow(double angle) {
    double beyond = angle - low;
    return beyond - TURN * Math.floor(beyond / TURN);
  }

  /// Computes E|Δ| and EΔ² of the way to a point, given that the angle is here.
  ///
  /// |Δ| is linear but at the point and opposite to it; between, mean and variance say all.
  ///
  /// @param a the point
  /// @param at where in the results
  /// @param ways receives E|Δ|
  /// @param squares receives EΔ²
  void toPoint(double a, int at, double[] ways, double[] squares) {
    double width = high - low;
    double near = beyondLow(a);
    double far = beyondLow(a + HALF_TURN);
    if (!(near < width) && !(far < width)) {
      double way = way(moments.mean, a);
      ways[at] = way;
      squares[at] = moments.variance + way * way;
      return;
    }
    double first = Math.min(near, far);
    double second = Math.max(near, far);
    double[] ends = {low, low + first, second < width ? low + second : high, high};
    double mass = 0;
    double sum = 0;
    double square = 0;
    for (int part = 0; part < 3; part++) {
      if (ends[part + 1] > ends[part]) {
        Moments piece = on(ends[part], ends[part + 1]);
        double way = way(piece.mean, a);
        mass += piece.mass;
        sum += piece.mass * way;
        square += piece.mass * (piece.variance + way * way);
      }
    }
    ways[at] = mass > 0 ? sum / mass : way(moments.mean, a);
    squares[at] = mass > 0 ? square / mass : ways[at] * ways[at];
  }
}
