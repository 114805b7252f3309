package org.meanfield.core.run;

import java.util.Arrays;
import java.util.Optional;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;

/// W2² on the circle for equal weights, the larger size a multiple of the smaller: points are
/// repeated, sorted and matched in order; the best of all cyclic shifts wins.
final class SortedCircle implements TransportSolver {
  @Override
  public TransportResult solve(TransportProblem problem) {
    int size = Math.max(problem.source().size(), problem.target().size());
    double[] a = sorted(problem.source(), size);
    double[] b = sorted(problem.target(), size);
    double best = Double.POSITIVE_INFINITY;
    for (int shift = 0; shift < size; shift++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        double delta = problem.space().difference(0, a[i], b[(i + shift) % size]);
        sum += delta * delta;
      }
      best = Math.min(best, sum / size);
    }
    return new TransportResult.Solved(best, best, size, "", Optional.empty(), Optional.empty());
  }

  private static double[] sorted(EmpiricalMeasure measure, int size) {
    int copies = size / measure.size();
    double[] points = new double[size];
    for (int i = 0; i < size; i++) {
      double angle = measure.coordinate(i / copies, 0);
      points[i] = angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
    }
    Arrays.sort(points);
    return points;
  }
}
