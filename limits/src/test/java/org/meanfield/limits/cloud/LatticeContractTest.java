package org.meanfield.limits.cloud;

import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.LimitSolverContract;

class LatticeContractTest extends LimitSolverContract {
  @Override
  protected LimitSolverProvider provider() {
    return new LatticeProvider();
  }

  /// Four shards instead of sixteen: as exact here, and quicker.
  @Override
  protected Settings settings() {
    return super.settings().with(LatticeProvider.POINTS, 1024);
  }
}
