package org.meanfield.transport.circle;

import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.testkit.TransportSolverContract;

class CircleContractTest extends TransportSolverContract {
  @Override
  protected TransportSolverProvider provider() {
    return new CircleProvider();
  }
}
