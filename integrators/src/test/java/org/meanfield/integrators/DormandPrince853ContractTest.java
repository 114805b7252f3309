package org.meanfield.integrators;

import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.testkit.IntegratorContract;

class DormandPrince853ContractTest extends IntegratorContract {
  @Override
  protected IntegratorProvider provider() {
    return new DormandPrince853Provider();
  }
}
