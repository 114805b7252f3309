package org.meanfield.transport.semidiscrete;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportSolver;

/// Provides [SemiDiscrete] as `meanfield:semi-discrete`.
public final class SemiDiscreteProvider implements TransportSolverProvider {
  static final Setting<Double> TOLERANCE =
      Setting.real(
          "tolerance",
          0.05,
          1e-10,
          1,
          "",
          "the gap to reach, as a part of the value; 1e-10 if d = 1");

  static final Setting<Integer> BOXES =
      Setting.integer(
          "boxes", 300_000, 1000, 10_000_000, "boxes that the density is cut into, at most");

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:semi-discrete",
              "transport of a cloud onto a density on the torus, d ≤ 3, between proven bounds")
          .settings(TOLERANCE, BOXES)
          .claims(new Trait.ServesDensities())
          .citing(
              new Citation(
                  "aurenhammer-1998",
                  "F. Aurenhammer, F. Hoffmann, B. Aronov, Minkowski-type theorems and"
                      + " least-squares clustering, Algorithmica 20, 61–76 (1998)",
                  "https://doi.org/10.1007/PL00009187"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public TransportSolver create(Settings settings) {
    return new SemiDiscrete(settings.get(TOLERANCE), settings.get(BOXES));
  }
}
