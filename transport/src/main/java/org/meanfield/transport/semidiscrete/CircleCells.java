package org.meanfield.transport.semidiscrete;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.Marginal;
import org.meanfield.api.transport.DensityTarget;
import org.meanfield.transport.cost.CompensatedSum;
import org.meanfield.transport.course.Course;

/// Transport of points onto a density on the circle: the points in their order get the pieces of
/// the law in its order, from the quantile of a level θ on,
///
/// C(θ) = Σᵢ ∫ |xᵢ − y|^p dμ(y) over y from Q(θ + Aᵢ) to Q(θ + Aᵢ₊₁), Aᵢ = a₀ + … + aᵢ₋₁,
///
/// with lifted angles; C is convex, its least value is W_p^p, and its slope is the sum over ends b
/// of pieces of |xᵢ − b|^p − |xᵢ₊₁ − b|^p. θ is found by bisection.
///
/// **Reference.** J. Delon, J. Salomon, A. Sobolevski, *Fast transport optimization for Monge costs
/// on the circle*, SIAM Journal on Applied Mathematics 70(7), 2239–2258 (2010).
final class CircleCells {
  private static final double TURN = 2 * Math.PI;

  /// Halvings of an interval of length 5, down to an ulp.
  private static final int HALVINGS = 54;

  private final int[] order;
  private final double[] x;
  private final double[] mass;
  private final int exponent;
  private final DoubleUnaryOperator quantile;
  private final double[] ends;

  /// @param points in [0, 2π), all different
  /// @param mass of each, > 0, Σ = 1
  /// @param exponent p
  /// @param target one-dimensional
  CircleCells(double[] points, double[] mass, int exponent, DensityTarget target) {
    this.order =
        IntStream.range(0, points.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> points[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.x = Arrays.stream(order).mapToDouble(i -> points[i]).toArray();
    this.mass = Arrays.stream(order).mapToDouble(i -> mass[i]).toArray();
    this.exponent = exponent;
    this.quantile = quantile(target);
    this.ends = new double[points.length + 1];
    // Quantiles of levels from −2 to 3 begin two turns before every point and end two after.
    double low = -2;
    double high = 3;
    for (int halving = 0; halving < HALVINGS; halving++) {
      Course.check();
      double middle = low + (high - low) / 2;
      cut(middle);
      if (slope() > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
  }

  private static DoubleUnaryOperator quantile(DensityTarget target) {
    return switch (target) {
      case DensityTarget.Product product -> {
        Marginal law = product.marginals().getFirst();
        double whole = TURN * Math.floor(law.mean() / TURN);
        yield u -> law.quantile(u) - whole;
      }
      case DensityTarget.Cells(GridDensity grid) -> {
        int cells = grid.size();
        double[] below = new double[cells + 1];
        for (int g = 0; g < cells; g++) {
          below[g + 1] = below[g] + grid.value(g);
        }
        yield u -> {
          double level = u * below[cells];
          int at = Arrays.binarySearch(below, level);
          int g = Math.min(at < 0 ? -at - 2 : at, cells - 1);
          double part = grid.value(g) > 0 ? (level - below[g]) / grid.value(g) : 0;
          return TURN * (g - 0.5 + part) / cells;
        };
      }
    };
  }

  /// Computes where pieces end.
  private void cut(double theta) {
    double level = theta;
    for (int i = 0; i < ends.length; i++) {
      double turns = Math.floor(level);
      ends[i] = quantile.applyAsDouble(level - turns) + TURN * turns;
      level += i < mass.length ? mass[i] : 0;
    }
  }

  private double slope() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < x.length; i++) {
      sum.add(cost(x[i] - ends[i + 1]) - cost(next(i) - ends[i + 1]));
    }
    return sum.value();
  }

  private double next(int i) {
    return i + 1 < x.length ? x[i + 1] : x[0] + TURN;
  }

  private double cost(double way) {
    return exponent == 1 ? Math.abs(way) : way * way;
  }

  /// {@return the weights ψ of the points, by the caller's numbers: at an end of pieces both of its
  /// points are as good}
  double[] psi() {
    double[] psi = new double[x.length];
    double here = 0;
    for (int i = 0; i < x.length; i++) {
      psi[order[i]] = here;
      here += cost(next(i) - ends[i + 1]) - cost(x[i] - ends[i + 1]);
    }
    return psi;
  }

  /// {@return the cost of giving each point its piece; what pieces have too much or too little goes
  /// at the largest cost}
  ///
  /// @param law with cells
  /// @param largest cost
  double cost(BoxLaw law, double largest) {
    CompensatedSum sum = new CompensatedSum();
    CompensatedSum off = new CompensatedSum();
    Stretch[] sides =
        IntStream.range(0, law.perAxis()).mapToObj(g -> law.side(0, g)).toArray(Stretch[]::new);
    double[] ways = new double[1];
    double[] squares = new double[1];
    for (int i = 0; i < x.length; i++) {
      CompensatedSum got = new CompensatedSum();
      double width = TURN / law.perAxis();
      double from = ends[i];
      long cell = (long) Math.floor((from - law.low(0)) / width);
      while (from < ends[i + 1]) {
        double turn = TURN * Math.floorDiv(cell, law.perAxis());
        int g = Math.floorMod(cell, law.perAxis());
        double to = Math.min(ends[i + 1], law.low(0) + width * (cell + 1));
        if (to > from) {
          Stretch piece = sides[g].part(from - turn, to - turn);
          double part = piece.mass() * law.factor(new int[] {g});
          piece.toPoint(x[i], 0, ways, squares);
          got.add(part);
          sum.add(part * (exponent == 1 ? ways[0] : squares[0]));
          from = to;
        }
        cell++;
      }
      off.add(Math.abs(got.value() - mass[i]));
    }
    return sum.value() + off.value() / 2 * largest;
  }
}
