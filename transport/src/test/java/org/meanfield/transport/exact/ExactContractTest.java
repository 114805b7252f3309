package org.meanfield.transport.exact;

import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.testkit.TransportSolverContract;

class ExactContractTest extends TransportSolverContract {
  @Override
  protected TransportSolverProvider provider() {
    return new ExactProvider();
  }
}
