package org.meanfield.transport;

import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult.Refused;

/// The costs c(i, j) = d(xᵢ, y_j)^p of a transport problem, computed when asked for: n·m numbers
/// are never stored.
///
/// Points are wrapped once, so |Δ| of a coordinate is min(|a − b|, period − |a − b|), which also
/// holds for an infinite period. A whole row is d sweeps over coordinate-major points that the
/// compiler turns into SIMD; a single cost takes the same operations in the same order and has the
/// same bits. Immutable.
final class GroundCost {
  private final int sources;
  private final int targets;
  private final double[] x;
  private final double[] y;
  private final double[] periods;
  private final Metric metric;
  private final int exponent;

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
  }

  /// {@return the costs between all points of a problem, zero weights included}
  static GroundCost of(TransportProblem problem) {
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

  int sources() {
    return sources;
  }

  int targets() {
    return targets;
  }

  /// {@return whether some cost may be infinite: points so far apart that a square overflows}
  boolean overflows() {
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
    return Double.isInfinite(metric == Metric.L1 && exponent == 2 ? sum * sum : sum);
  }

  /// {@return the refusal of costs that overflow}
  static Refused refusal() {
    return new Refused(
        "points are so far apart that their distances overflow; choose a smaller unit");
  }

  /// {@return the same costs with sources and targets exchanged; shares the points}
  GroundCost transposed() {
    return new GroundCost(targets, sources, y, x, periods, metric, exponent);
  }

  /// {@return the costs between some of the points}
  ///
  /// @param rows indices of sources
  /// @param columns indices of targets
  GroundCost between(int[] rows, int[] columns) {
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
  double at(int i, int j) {
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
  void row(int i, double[] out) {
    for (int k = 0; k < periods.length; k++) {
      double a = x[k * sources + i];
      if (metric == Metric.L1) {
        addWays(a, k, out);
      } else {
        addSquares(a, k, out);
      }
    }
    if (metric == Metric.L1 && exponent == 2) {
      for (int j = 0; j < targets; j++) {
        out[j] *= out[j];
      }
    } else if (metric == Metric.L2 && exponent == 1) {
      for (int j = 0; j < targets; j++) {
        out[j] = Math.sqrt(out[j]);
      }
    }
  }

  private void addWays(double a, int k, double[] out) {
    double period = periods[k];
    int base = k * targets;
    boolean first = k == 0;
    for (int j = 0; j < targets; j++) {
      double way = Math.abs(a - y[base + j]);
      out[j] = (first ? 0 : out[j]) + Math.min(way, period - way);
    }
  }

  private void addSquares(double a, int k, double[] out) {
    double period = periods[k];
    int base = k * targets;
    boolean first = k == 0;
    for (int j = 0; j < targets; j++) {
      double way = Math.abs(a - y[base + j]);
      double shortest = Math.min(way, period - way);
      out[j] = (first ? 0 : out[j]) + shortest * shortest;
    }
  }
}
