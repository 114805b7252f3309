package org.meanfield.limits.closedform;

import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.testkit.LimitSolverContract;

class ClosedFormContractTest extends LimitSolverContract {
  @Override
  protected LimitSolverProvider provider() {
    return new ClosedFormProvider();
  }
}
