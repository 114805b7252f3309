package org.meanfield.limits;

import java.util.List;
import org.meanfield.api.DataSet;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.time.ResidualCurve;

/// Problems from the uniform law, and how far a path is from another that is known.
public final class Oracle {
  private Oracle() {}

  public static LimitProblem problem(Expert expert, DataSet data, double horizon) {
    return new LimitProblem(
        expert,
        data,
        new StartLaw.Uniform(expert.parameters()),
        List.of(0.0, horizon / 3, horizon),
        Workers.sequential());
  }

  public static LimitProblem oneDatum(double target, double horizon) {
    return problem(new Cosines(1), Cosines.oneDatum(target), horizon);
  }

  /// {@return the largest error of r, also between the recorded times}
  public static double error(LimitPath path, LimitPath exact, LimitProblem problem) {
    double largest = 0;
    int n = problem.data().size();
    for (double t : ResidualCurve.probes(problem.times())) {
      double[] expected = Cosines.residual(exact, n, t);
      double[] residual = Cosines.residual(path, n, t);
      for (int j = 0; j < n; j++) {
        largest = Math.max(largest, Math.abs(residual[j] - expected[j]));
      }
    }
    return largest;
  }

  /// {@return ∫ |p − exact p| dθ at the horizon}
  public static double distance(LimitPath path, LimitPath exact, double t, int perAxis) {
    GridDensity one = path.density(t, perAxis).orElseThrow();
    GridDensity other = exact.density(t, perAxis).orElseThrow();
    double sum = 0;
    for (int i = 0; i < one.size(); i++) {
      sum += Math.abs(one.value(i) - other.value(i));
    }
    return sum * Math.pow(2 * Math.PI / perAxis, one.dimension());
  }
}
