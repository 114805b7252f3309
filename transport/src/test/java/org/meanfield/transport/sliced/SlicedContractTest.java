package org.meanfield.transport.sliced;

import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.testkit.DiscrepancyContract;

class SlicedContractTest extends DiscrepancyContract {
  @Override
  protected DiscrepancyProvider provider() {
    return new SlicedProvider();
  }
}
