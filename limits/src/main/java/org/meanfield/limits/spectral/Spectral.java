package org.meanfield.limits.spectral;

import org.meanfield.api.Inputs;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.grid.GridMethod;
import org.meanfield.limits.grid.GridRun;
import org.meanfield.limits.grid.Resampling;
import org.meanfield.limits.grid.StartDensity;

/// The Fourier–Galerkin method, d ≤ 2: [SpectralFlow].
final class Spectral extends GridMethod {
  /// @param modes K
  Spectral(int modes) {
    super("spectral", 2, modes);
  }

  @Override
  protected double numbers(LimitProblem problem, int modes) {
    int d = problem.expert().parameters();
    // The integrator keeps about 20 states.
    return Math.pow(SpectralFlow.points(modes), d)
            * (problem.data().size() * (d + 1.0) + problem.probes().count() + 10 * d)
        + 40 * Math.pow(2.0 * modes + 1, d);
  }

  @Override
  protected GridRun run(
      LimitProblem problem, Inputs probes, StartLaw.Continuous start, int modes, boolean compared) {
    SpectralFlow flow = new SpectralFlow(problem, probes, modes);
    // The coarse one integrates less finely, so that their difference shows that too.
    return flow.from(
        flow.coefficients(StartDensity.values(start, flow.grid())), compared ? 100 : 1);
  }

  @Override
  protected Resampling resampling(int from, int to) {
    return Resampling.trigonometric(from, to);
  }

  @Override
  protected int order() {
    return 0;
  }
}
