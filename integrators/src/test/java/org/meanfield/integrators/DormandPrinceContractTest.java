package org.meanfield.integrators;

import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.testkit.IntegratorContract;

class DormandPrinceContractTest extends IntegratorContract {
  @Override
  protected IntegratorProvider provider() {
    return new DormandPrinceProvider();
  }
}
