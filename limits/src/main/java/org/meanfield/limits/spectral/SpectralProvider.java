package org.meanfield.limits.spectral;

import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.limits.time.DormandPrince;

/// Offers [Spectral].
public final class SpectralProvider implements LimitSolverProvider {
  static final Setting<Integer> MODES =
      Setting.integer(
          "modes",
          42,
          2,
          1 << 14,
          "the largest harmonic K kept per axis; products are taken on the next power of two above"
              + " 3K points, so 21, 42 and 85 are best");

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
            "meanfield:spectral",
            "Fourier–Galerkin for the continuity equation, up to two parameters: the error of smooth"
                + " laws falls exponentially.")
        .settings(MODES)
        .claims(new Trait.Accurate(1e-7), new Trait.LimitExponential(2, "modes"))
        .citing(
            new Citation(
                "canuto-2006",
                "C. Canuto, M. Y. Hussaini, A. Quarteroni, T. A. Zang, Spectral Methods: Fundamentals"
                    + " in Single Domains, Springer (2006)",
                "https://doi.org/10.1007/978-3-540-30726-6"),
            DormandPrince.SOURCE);
  }

  @Override
  public LimitSolver create(Settings settings) {
    return new Spectral(settings.get(MODES));
  }
}
