package org.meanfield.transport.kernel;

import java.util.List;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.transport.Discrepancy;

/// Provides [MeanDiscrepancy] as `meanfield:mmd`.
public final class MeanDiscrepancyProvider implements DiscrepancyProvider {
  static final Setting<Double> CONCENTRATION =
      Setting.positive(
          "concentration",
          1,
          "radians^-2",
          "κ, the kernel's inverse squared width; the heat kernel's time is 1/(2κ)");

  static final Setting<String> KERNEL =
      Setting.choice("kernel", "von-mises", "which kernel", List.of("von-mises", "heat"));

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:mmd",
              "squared maximum mean discrepancy on the torus under a von Mises or a heat kernel")
          .settings(KERNEL, CONCENTRATION)
          .citing(
              new Citation(
                  "gretton-2012",
                  "A. Gretton, K. M. Borgwardt, M. J. Rasch, B. Schölkopf, A. Smola, A kernel"
                      + " two-sample test, Journal of Machine Learning Research 13, 723–773 (2012)",
                  "https://jmlr.org/papers/v13/gretton12a.html"),
              new Citation(
                  "sriperumbudur-2010",
                  "B. K. Sriperumbudur, A. Gretton, K. Fukumizu, B. Schölkopf, G. R. G. Lanckriet,"
                      + " Hilbert space embeddings and metrics on probability measures, Journal of"
                      + " Machine Learning Research 11, 1517–1561 (2010)",
                  "https://jmlr.org/papers/v11/sriperumbudur10a.html"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Discrepancy create(Settings settings) {
    double concentration = settings.get(CONCENTRATION);
    return new MeanDiscrepancy(
        settings.get(KERNEL).equals("heat")
            ? new HeatKernel(1 / (2 * concentration))
            : new VonMisesKernel(concentration));
  }
}
