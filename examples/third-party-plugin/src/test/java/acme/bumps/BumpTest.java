package acme.bumps;

import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.testkit.ExpertContract;

/// Everything an expert must do, and the claims of this one, measured.
class BumpTest extends ExpertContract {
  @Override
  protected ExpertProvider provider() {
    return new BumpProvider();
  }
}
