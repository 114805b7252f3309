package org.meanfield.experts.quantum;

import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.testkit.QuantumBackendContract;

class StatevectorBackendTest extends QuantumBackendContract {
  @Override
  protected QuantumBackendProvider provider() {
    return new StatevectorBackendProvider();
  }
}
