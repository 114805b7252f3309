package org.meanfield.transport.entropic;

import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.DiscrepancyContract;

class SinkhornDivergenceContractTest extends DiscrepancyContract {
  @Override
  protected DiscrepancyProvider provider() {
    return new SinkhornDivergenceProvider();
  }

  /// Absolute, since points without weight change the median cost; large, for speed.
  @Override
  protected Settings settings() {
    return super.settings()
        .with(SinkhornSettings.EPSILON, 1.0)
        .with(SinkhornSettings.SCALE, "absolute");
  }
}
