package org.meanfield.limits.volume;

import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.LimitSolverContract;

class FiniteVolumeContractTest extends LimitSolverContract {
  @Override
  protected LimitSolverProvider provider() {
    return new FiniteVolumeProvider();
  }

  /// Right to the claim too, and quicker.
  @Override
  protected Settings settings() {
    return super.settings().with(FiniteVolumeProvider.POINTS, 48);
  }
}
