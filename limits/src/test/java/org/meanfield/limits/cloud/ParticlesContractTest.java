package org.meanfield.limits.cloud;

import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.LimitSolverContract;

class ParticlesContractTest extends LimitSolverContract {
  @Override
  protected LimitSolverProvider provider() {
    return new ParticlesProvider();
  }

  /// Right to the claim too, and quicker.
  @Override
  protected Settings settings() {
    return super.settings().with(ParticlesProvider.POINTS, 1024);
  }
}
