package org.meanfield.transport.kernel;

import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.testkit.DiscrepancyContract;

class MeanDiscrepancyContractTest extends DiscrepancyContract {
  @Override
  protected DiscrepancyProvider provider() {
    return new MeanDiscrepancyProvider();
  }
}
