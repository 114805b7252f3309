package org.meanfield.transport.circle;

import java.util.Arrays;
import java.util.Optional;
import org.meanfield.api.transport.Potentials;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.Masses;
import org.meanfield.transport.course.Blocks;
import org.meanfield.transport.course.Course;
import org.meanfield.transport.dual.Certificate;

/// Exact transport on a circle or, with an infinite period, on a line: O((n + m) log(n + m)) for
/// any weights, p = 1 and 2.
///
/// The plan lays the quantile functions on each other at the shift of [CircleShift] (none on a
/// line). The certificate is independent of that search: source potentials are the c-transform
/// ([LineTransform]) of the targets' over all of their images that can be nearest.
public final class Circle implements TransportSolver {
  @Override
  public TransportResult solve(TransportProblem problem) {
    return Course.run(problem.context(), () -> solved(problem));
  }

  private TransportResult solved(TransportProblem problem) {
    int d = problem.space().dimension();
    if (d != 1) {
      return new Refused(
          "'circle' serves one dimension, this problem has %d; take 'exact'".formatted(d));
    }
    Masses masses = Masses.of(problem.source(), problem.target());
    SortedPoints[] both = new SortedPoints[2];
    Blocks.each(
        2,
        side ->
            both[side] =
                side == 0
                    ? SortedPoints.of(problem.source(), problem.space(), masses.source())
                    : SortedPoints.of(problem.target(), problem.space(), masses.target()));
    SortedPoints source = both[0];
    SortedPoints target = both[1];
    double length = problem.space().period(0);
    int exponent = problem.exponent();
    if (overflows(source, target, length, exponent)) {
      return GroundCost.refusal();
    }

    long shift = 0;
    int evaluations = 0;
    double[] v;
    if (Double.isInfinite(length)) {
      v = linePotentials(source, target, exponent);
    } else {
      CircleShift best = CircleShift.best(source, target, length, exponent, masses.total());
      shift = best.shift();
      evaluations = best.evaluations();
      v = best.targetPotentials();
    }
    double[] u = sourcePotentials(source, target, v, length, exponent);

    CircleWalk walk = new CircleWalk(source, target, length, exponent, shift, masses.total());
    boolean keep = problem.keepPlan();
    Solved solved =
        new Solved(
            walk.cost(),
            Certificate.bound(
                source.weights(problem.source()), u, target.weights(problem.target()), v),
            evaluations,
            "%d shifts tried".formatted(evaluations),
            keep ? Optional.of(walk.coupling()) : Optional.empty(),
            keep
                ? Optional.of(new Potentials(source.inOrder(u), target.inOrder(v)))
                : Optional.empty());
    return Certificate.proven(
        solved, Certificate.largest(u) + Certificate.largest(v) + walk.largestCost());
  }

  private static boolean overflows(
      SortedPoints source, SortedPoints target, double length, int exponent) {
    double low = Math.min(source.position(0), target.position(0));
    double high = Math.max(source.position(source.size() - 1), target.position(target.size() - 1));
    double widest = Math.min(high - low, length / 2);
    return Double.isInfinite(exponent == 1 ? widest : widest * widest);
  }

  /// On a line the steps of the quantile functions are where they are: v_{j+1} = v_j − τ_j with the
  /// source just right of the end of target j.
  private static double[] linePotentials(SortedPoints source, SortedPoints target, int exponent) {
    double[] v = new double[target.size()];
    int i = 0;
    for (int j = 0; j + 1 < v.length; j++) {
      while (i + 1 < source.size() && source.cumulative(i) <= target.cumulative(j)) {
        i++;
      }
      double near = Math.abs(source.position(i) - target.position(j));
      double far = Math.abs(source.position(i) - target.position(j + 1));
      v[j + 1] = v[j] - (exponent == 1 ? near - far : near * near - far * far);
    }
    return v;
  }

  /// The nearest image of a target is at most half a turn away, so images in [−L/2, 3L/2] do.
  private static double[] sourcePotentials(
      SortedPoints source, SortedPoints target, double[] v, double length, int exponent) {
    if (Double.isInfinite(length)) {
      return LineTransform.of(source.positions(), target.positions(), v, exponent);
    }
    int m = target.size();
    double[] y = new double[3 * m];
    double[] lifted = new double[3 * m];
    int count = 0;
    for (int turn = -1; turn <= 1; turn++) {
      for (int j = 0; j < m; j++) {
        double image = target.position(j) + turn * length;
        if (image >= -length / 2 && image <= 1.5 * length) {
          y[count] = image;
          lifted[count] = v[j];
          count++;
        }
      }
    }
    return LineTransform.of(
        source.positions(), Arrays.copyOf(y, count), Arrays.copyOf(lifted, count), exponent);
  }
}
