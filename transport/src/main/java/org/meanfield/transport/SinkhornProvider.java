package org.meanfield.transport;

import java.util.List;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportSolver;

/// Provides [Sinkhorn] as `meanfield:sinkhorn`.
public final class SinkhornProvider implements TransportSolverProvider {
  static final Setting<Double> EPSILON =
      Setting.positive("epsilon", 0.05, "cost", "the weight of the entropy, on the given scale");

  static final Setting<String> SCALE =
      Setting.choice(
          "scale",
          "relative",
          "whether epsilon is a multiple of the median cost or a cost itself",
          List.of("relative", "absolute"));

  static final Setting<Double> TOLERANCE =
      Setting.positive("tolerance", 1e-9, "mass", "the ℓ1 error of the marginals to reach");

  static final Setting<Integer> ITERATIONS =
      Setting.integer("iterations", 20_000, 1, Integer.MAX_VALUE, "the most iterations");

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:sinkhorn",
              "entropic transport in the log domain, rounded to a coupling, between certified"
                  + " bounds")
          .settings(EPSILON, SCALE, TOLERANCE, ITERATIONS)
          .claims(new Trait.AnyWeights())
          .citing(
              new Citation(
                  "cuturi-2013",
                  "M. Cuturi, Sinkhorn distances: lightspeed computation of optimal transport,"
                      + " Advances in Neural Information Processing Systems 26, 2292–2300 (2013)",
                  "https://arxiv.org/abs/1306.0895"),
              new Citation(
                  "altschuler-2017",
                  "J. Altschuler, J. Weed, P. Rigollet, Near-linear time approximation algorithms"
                      + " for optimal transport via Sinkhorn iteration, Advances in Neural"
                      + " Information Processing Systems 30, 1964–1974 (2017)",
                  "https://arxiv.org/abs/1705.09634"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public TransportSolver create(Settings settings) {
    return new Sinkhorn(
        settings.get(EPSILON),
        settings.get(SCALE).equals("relative"),
        settings.get(TOLERANCE),
        settings.get(ITERATIONS));
  }
}
