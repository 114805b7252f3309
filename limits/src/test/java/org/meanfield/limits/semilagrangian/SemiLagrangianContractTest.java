package org.meanfield.limits.semilagrangian;

import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.LimitSolverContract;

class SemiLagrangianContractTest extends LimitSolverContract {
  @Override
  protected LimitSolverProvider provider() {
    return new SemiLagrangianProvider();
  }

  /// Right to the claim too, and quicker.
  @Override
  protected Settings settings() {
    return super.settings().with(SemiLagrangianProvider.POINTS, 48);
  }
}
