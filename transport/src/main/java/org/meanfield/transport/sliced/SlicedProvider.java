package org.meanfield.transport.sliced;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.transport.Discrepancy;

/// Provides [Sliced] as `meanfield:sliced`.
public final class SlicedProvider implements DiscrepancyProvider {
  static final Setting<Integer> DIRECTIONS =
      Setting.integer("directions", 200, 2, 1_000_000, "how many directions are drawn");

  static final Setting<Integer> SEED =
      Setting.integer("seed", 1, 0, Integer.MAX_VALUE, "the seed of the draws");

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:sliced",
              "transport on circles along closed geodesics of the torus, averaged over integer"
                  + " directions: a metric below W2")
          .settings(DIRECTIONS, SEED)
          .citing(
              new Citation(
                  "bonet-2023",
                  "C. Bonet, P. Berg, N. Courty, F. Septier, L. Drumetz, M.-T. Pham, Spherical"
                      + " sliced-Wasserstein, International Conference on Learning Representations"
                      + " (2023)",
                  "https://arxiv.org/abs/2206.08780"),
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
  public Discrepancy create(Settings settings) {
    return new Sliced(settings.get(DIRECTIONS), settings.get(SEED));
  }
}
