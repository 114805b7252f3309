package org.meanfield.transport.cost;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.kernels.transport.CostLanes;
import org.meanfield.kernels.transport.Ground;

/// The costs c(i, j) = d(xᵢ, y_j)^p of a transport problem, computed when asked for: n·m numbers
/// are never stored.
///
/// Points are wrapped once, so |Δ| of a coordinate is min(|a − b|, period − |a − b|), which also
/// holds for an infinite period. A whole row is left to the SIMD kernels; a single cost takes the
/// same operations in the same order and has the same bits. Immutable.
public final class GroundCost {
  public static final CostLanes LANES = CostLanes.best();

  private final int sources;
  private final int targets;
  private final double[] x;
  private final double[] y;
  private final double[] periods;
  private final Metric metric;
  private final int exponent;
  private final Ground ground;

  private GroundCost(
      int sources,
      int targets,
      double[] x,
      double[] y,
      double[] periods,
      Metric metric,
      int exponent) {
    this.sources = sources;
    this.targets = targets;
    this.x = x;
    this.y = y;
    this.periods = periods;
    this.metric = metric;
    this.exponent = exponent;
    this.ground =
        metric == Metric.L1
            ? exponent == 1 ? Ground.L1 : Ground.L1_SQUARED
            : exponent == 1 ? Ground.L2 : Ground.L2_SQUARED;
  }

  /// {@return the costs between all points of a problem, zero weights included}
  public static GroundCost of(TransportProblem problem) {
    Torus space = problem.space();
    double[] periods = new double[space.dimension()];
    for (int k = 0; k < periods.length; k++) {
      periods[k] = space.period(k);
    }
    return new GroundCost(
        problem.source().size(),
        problem.target().size(),
        wrapped(problem.source(), space),
        wrapped(problem.target(), space),
        periods,
        problem.metric(),
        problem.exponent());
  }

  private static double[] wrapped(EmpiricalMeasure measure, Torus space) {
    double[] points = measure.points();
    int n = measure.size();
    for (int at = 0; at < points.length; at++) {
      points[at] = space.wrap(at / n, points[at]);
    }
    return points;
  }

  public int sources() {
    return sources;
  }

  public int targets() {
    return targets;
  }

  /// {@return whether some cost may be infinite: points so far apart that a square overflows}
  public boolean overflows() {
    return Double.isInfinite(bound());
  }

  /// {@return a number that no cost exceeds, from the extents of the clouds}
  public double bound() {
    double sum = 0;
    for (int k = 0; k < periods.length; k++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = k * sources; i < (k + 1) * sources; i++) {
        low = Math.min(low, x[i]);
        high = Math.max(high, x[i]);
      }
      for (int j = k * targets; j < (k + 1) * targets; j++) {
        low = Math.min(low, y[j]);
        high = Math.max(high, y[j]);
      }
      double widest = Math.min(high - low, periods[k] / 2);
      sum += metric == Metric.L1 ? widest : widest * widest;
    }
    if (metric == Metric.L1) {
      return exponent == 1 ? sum : sum * sum;
    }
    return exponent == 1 ? Math.sqrt(sum) : sum;
  }

  /// {@return the refusal of costs that overflow}
  public static Refused refusal() {
    return new Refused(
        "points are so far apart that their distances overflow; choose a smaller unit");
  }

  /// {@return the same costs with sources and targets exchanged; shares the points}
  public GroundCost transposed() {
    return new GroundCost(targets, sources, y, x, periods, metric, exponent);
  }

  /// {@return the costs between the sources of one problem and the targets of another like it}
  public static GroundCost between(GroundCost sources, GroundCost targets) {
    return new GroundCost(
        sources.sources,
        targets.targets,
        sources.x,
        targets.y,
        sources.periods,
        sources.metric,
        sources.exponent);
  }

  /// {@return the costs between some of the points}
  ///
  /// @param rows indices of sources
  /// @param columns indices of targets
  public GroundCost between(int[] rows, int[] columns) {
    return new GroundCost(
        rows.length,
        columns.length,
        pick(x, sources, rows),
        pick(y, targets, columns),
        periods,
        metric,
        exponent);
  }

  private double[] pick(double[] points, int count, int[] chosen) {
    double[] some = new double[periods.length * chosen.length];
    for (int k = 0; k < periods.length; k++) {
      for (int i = 0; i < chosen.length; i++) {
        some[k * chosen.length + i] = points[k * count + chosen[i]];
      }
    }
    return some;
  }

  /// {@return c(i, j)}
  public double at(int i, int j) {
    double sum = 0;
    for (int k = 0; k < periods.length; k++) {
      double way = Math.abs(x[k * sources + i] - y[k * targets + j]);
      double shortest = Math.min(way, periods[k] - way);
      sum += metric == Metric.L1 ? shortest : shortest * shortest;
    }
    if (metric == Metric.L1) {
      return exponent == 1 ? sum : sum * sum;
    }
    return exponent == 1 ? Math.sqrt(sum) : sum;
  }

  /// Computes c(i, 0) … c(i, m−1).
  ///
  /// @param i a source
  /// @param out receives m numbers
  public void row(int i, double[] out) {
    row(i, 0, targets, out, 0);
  }

  /// Computes c(i, j) for `from` ≤ j < `to`.
  ///
  /// @param i a source
  /// @param from first target
  /// @param to after the last target
  /// @param out receives to − from numbers
  /// @param at where
  public void row(int i, int from, int to, double[] out, int at) {
    LANES.row(ground, periods, x, sources, i, y, targets, from, to, out, at);
  }

  /// {@return the targets, coordinate-major, wrapped; not a copy, not to be changed}
  public double[] targetPoints() {
    return y;
  }

  /// {@return the sources, coordinate-major, wrapped; not a copy, not to be changed}
  public double[] sourcePoints() {
    return x;
  }

  /// {@return the periods, possibly infinite; not a copy, not to be changed}
  public double[] periods() {
    return periods;
  }

  /// {@return the cost of a point at given ways: their sum or sum of squares, to the power p}
  public Ground ground() {
    return ground;
  }
}
