package org.meanfield.integrators;

import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.testkit.IntegratorContract;

class Rk4Test extends IntegratorContract {
  @Override
  protected IntegratorProvider provider() {
    return new Rk4Provider();
  }
}
