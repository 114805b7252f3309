package org.meanfield.transport.entropic;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.transport.Discrepancy;

/// Provides [SinkhornDivergence] as `meanfield:sinkhorn-divergence`.
public final class SinkhornDivergenceProvider implements DiscrepancyProvider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:sinkhorn-divergence",
              "entropic transport less the mean of each measure's to itself, which removes its bias")
          .settings(SinkhornSettings.ALL)
          .citing(
              new Citation(
                  "feydy-2019",
                  "J. Feydy, T. Séjourné, F.-X. Vialard, S. Amari, A. Trouvé, G. Peyré,"
                      + " Interpolating between optimal transport and MMD using Sinkhorn"
                      + " divergences, Proceedings of Machine Learning Research 89, 2681–2690"
                      + " (2019)",
                  "https://proceedings.mlr.press/v89/feydy19a.html"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Discrepancy create(Settings settings) {
    return new SinkhornDivergence(SinkhornSettings.of(settings));
  }
}
