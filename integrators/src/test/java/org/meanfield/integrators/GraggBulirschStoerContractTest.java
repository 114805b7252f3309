package org.meanfield.integrators;

import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.testkit.IntegratorContract;

class GraggBulirschStoerContractTest extends IntegratorContract {
  @Override
  protected IntegratorProvider provider() {
    return new GraggBulirschStoerProvider();
  }
}
