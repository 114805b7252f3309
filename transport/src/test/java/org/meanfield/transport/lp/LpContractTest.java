package org.meanfield.transport.lp;

import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.testkit.TransportSolverContract;

class LpContractTest extends TransportSolverContract {
  @Override
  protected TransportSolverProvider provider() {
    return new LpProvider();
  }
}
