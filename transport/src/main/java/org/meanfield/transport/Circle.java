package org.meanfield.transport;

import java.util.Arrays;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportSolver;

/// Exact transport on a circle or, with an infinite period, on a line: O((n + m) log(n + m)) for
/// any weights, p = 1 and 2.
///
/// The plan lays the quantile functions on each other at the shift of [CircleShift] (none on a
/// line). The certificate is independent of that search: target potentials are made feasible by a
/// c-transform over all pairs, with the targets lifted to three turns.
final class Circle implements TransportSolver {
  @Override
  public TransportResult solve(TransportProblem problem) {
    int d = problem.space().dimension();
    if (d != 1) {
      return new Refused(
          "'circle' serves one dimension, this problem has %d; take 'exact'".formatted(d));
    }
    GroundCost cost = GroundCost.of(problem);
    if (cost.overflows()) {
      return GroundCost.refusal();
    }
    Masses masses = Masses.of(problem.source(), problem.target());
    SortedPoints source = SortedPoints.of(problem.source(), problem.space(), masses.source());
    SortedPoints target = SortedPoints.of(problem.target(), problem.space(), masses.target());
    double length = problem.space().period(0);

    long shift = 0;
    int evaluations = 0;
    double[] v;
    if (Double.isInfinite(length)) {
      v = linePotentials(source, target, problem.exponent());
    } else {
      CircleShift best =
          CircleShift.best(source, target, length, problem.exponent(), masses.total());
      shift = best.shift();
      evaluations = best.evaluations();
      v = best.targetPotentials();
    }
    double[] u = sourcePotentials(source, target, v, length, problem.exponent());
    return new Certificate(problem, cost)
        .proven(
            plan(source, target, shift, masses.total()),
            inOrder(u, source),
            inOrder(v, target),
            evaluations,
            "%d shifts tried".formatted(evaluations));
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

  private static double[] sourcePotentials(
      SortedPoints source, SortedPoints target, double[] v, double length, int exponent) {
    double[] x = new double[source.size()];
    Arrays.setAll(x, source::position);
    int m = target.size();
    int turns = Double.isInfinite(length) ? 1 : 3;
    double[] y = new double[turns * m];
    double[] lifted = new double[turns * m];
    for (int at = 0; at < y.length; at++) {
      y[at] = target.position(at % m) + (turns == 1 ? 0 : (at / m - 1) * length);
      lifted[at] = v[at % m];
    }
    return MonotoneTransform.of(x, y, lifted, exponent);
  }

  private static double[] inOrder(double[] sorted, SortedPoints points) {
    double[] values = new double[sorted.length];
    for (int at = 0; at < sorted.length; at++) {
      values[points.origin(at)] = sorted[at];
    }
    return values;
  }

  /// Walks once around: both measures in step, the target beginning where its shifted quantile
  /// function is at s = 0.
  private static Coupling plan(SortedPoints source, SortedPoints target, long shift, long whole) {
    int most = source.size() + target.size() + 1;
    int[] from = new int[most];
    int[] to = new int[most];
    double[] mass = new double[most];
    int count = 0;
    long begin = Math.floorMod(-shift, whole);
    int j = target.above(begin);
    long targetLeft = target.cumulative(j) - begin;
    for (int i = 0; i < source.size(); i++) {
      long sourceLeft = source.mass(i);
      while (sourceLeft > 0) {
        while (targetLeft == 0) {
          j = j + 1 == target.size() ? 0 : j + 1;
          targetLeft = target.mass(j);
        }
        long step = Math.min(sourceLeft, targetLeft);
        from[count] = source.origin(i);
        to[count] = target.origin(j);
        mass[count] = (double) step / whole;
        count++;
        sourceLeft -= step;
        targetLeft -= step;
      }
    }
    return new Coupling(
        Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(mass, count));
  }
}
