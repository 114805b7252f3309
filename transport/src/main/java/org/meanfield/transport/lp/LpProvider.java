package org.meanfield.transport.lp;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportSolver;

/// Provides [Lp] as `meanfield:lp`.
public final class LpProvider implements TransportSolverProvider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:lp",
              "exact transport of small clouds by Commons Math's simplex method, an independent"
                  + " check")
          .claims(new Trait.Certified(1e-10), new Trait.AnyWeights())
          .citing(
              new Citation(
                  "commons-math",
                  "Apache Commons Math 3.6.1, package org.apache.commons.math3.optim.linear (2016)",
                  "https://commons.apache.org/proper/commons-math/"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public TransportSolver create(Settings settings) {
    return new Lp();
  }
}
