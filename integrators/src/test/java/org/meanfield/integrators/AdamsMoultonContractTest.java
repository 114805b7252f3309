package org.meanfield.integrators;

import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.testkit.IntegratorContract;

class AdamsMoultonContractTest extends IntegratorContract {
  @Override
  protected IntegratorProvider provider() {
    return new AdamsMoultonProvider();
  }
}
