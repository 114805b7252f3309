package org.meanfield.transport.kernel;

import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.DiscrepancyContract;

class HeatDiscrepancyContractTest extends DiscrepancyContract {
  @Override
  protected DiscrepancyProvider provider() {
    return new MeanDiscrepancyProvider();
  }

  @Override
  protected Settings settings() {
    return super.settings().with(MeanDiscrepancyProvider.KERNEL, "heat");
  }
}
