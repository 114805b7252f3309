package org.meanfield.integrators;

import org.meanfield.api.flow.Integrator;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// Offers [DormandPrince].
public final class DormandPrinceProvider implements IntegratorProvider {
  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
            "meanfield:dormand-prince",
            "Dormand and Prince's pair of orders 5 and 4: steps as long as the tolerances let pass.")
        .settings(Adaptive.ABSOLUTE, Adaptive.RELATIVE)
        .claims(new Trait.Tolerance(5, "absolute", "relative"))
        .citing(
            new Citation(
                "dormand-prince-1980",
                "J. R. Dormand, P. J. Prince, A family of embedded Runge–Kutta formulae, Journal of"
                    + " Computational and Applied Mathematics 6, 19–26 (1980)",
                "https://doi.org/10.1016/0771-050X(80)90013-3"),
            new Citation(
                "shampine-1986",
                "L. F. Shampine, Some practical Runge–Kutta formulas, Mathematics of Computation 46,"
                    + " 135–150 (1986)",
                "https://doi.org/10.2307/2008219"),
            Sources.HAIRER);
  }

  @Override
  public Integrator create(Settings settings) {
    return new DormandPrince(settings.get(Adaptive.ABSOLUTE), settings.get(Adaptive.RELATIVE));
  }
}
