package org.meanfield.limits.spectral;

import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.LimitSolverContract;

class SpectralContractTest extends LimitSolverContract {
  @Override
  protected LimitSolverProvider provider() {
    return new SpectralProvider();
  }

  /// Right to the claim too, and quicker.
  @Override
  protected Settings settings() {
    return super.settings().with(SpectralProvider.MODES, 21);
  }
}
