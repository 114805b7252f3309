package org.meanfield.transport.circle;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportSolver;

/// Provides [Circle] as `meanfield:circle`.
public final class CircleProvider implements TransportSolverProvider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:circle",
              "exact transport in one dimension, on a circle or a line, in O(n log n)")
          .claims(new Trait.Certified(1e-10), new Trait.AnyWeights())
          .citing(
              new Citation(
                  "delon-2010",
                  "J. Delon, J. Salomon, A. Sobolevski, Fast transport optimization for Monge costs"
                      + " on the circle, SIAM Journal on Applied Mathematics 70(7), 2239–2258 (2010)",
                  "https://doi.org/10.1137/090772708"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public TransportSolver create(Settings settings) {
    return new Circle();
  }
}
