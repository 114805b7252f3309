package org.meanfield.experts.classical;

import java.util.List;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.ExpertContract;

/// The contract with weights of both signs, zero among them.
class WeightedCosineTest extends ExpertContract {
  @Override
  protected ExpertProvider provider() {
    return new CosineProvider();
  }

  @Override
  protected int features() {
    return 5;
  }

  @Override
  protected Settings settings() {
    return super.settings().withToken(CosineProvider.WEIGHTS, List.of(0.5, -0.25, 0, 0.125, 0.1));
  }
}
