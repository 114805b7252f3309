package org.meanfield.transport.entropic;

import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.testkit.TransportSolverContract;

class SinkhornContractTest extends TransportSolverContract {
  @Override
  protected TransportSolverProvider provider() {
    return new SinkhornProvider();
  }

  /// A larger ε than the default's takes a tenth of the iterations; the contract holds at any.
  @Override
  protected Settings settings() {
    return super.settings().with(SinkhornSettings.EPSILON, 0.3);
  }
}
