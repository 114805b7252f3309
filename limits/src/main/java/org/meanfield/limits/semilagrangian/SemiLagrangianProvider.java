package org.meanfield.limits.semilagrangian;

import org.meanfield.api.BadInput;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// Offers [SemiLagrangian].
public final class SemiLagrangianProvider implements LimitSolverProvider {
  static final Setting<Integer> POINTS =
      Setting.integer("points", 128, 16, 1 << 16, "the number of grid points per axis, even");

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
            "meanfield:semi-lagrangian",
            "Mass carried along characteristics from the points of a grid and put back by cubic"
                + " splines, up to two parameters; mass kept to rounding.")
        .settings(POINTS)
        .claims(new Trait.Accurate(1e-4), new Trait.LimitOrder(3, "points", ""))
        .citing(
            new Citation(
                "crouseilles-respaud-sonnendruecker-2009",
                "N. Crouseilles, T. Respaud, E. Sonnendrücker, A forward semi-Lagrangian method for"
                    + " the numerical solution of the Vlasov equation, Computer Physics"
                    + " Communications 180, 1730–1745 (2009)",
                "https://doi.org/10.1016/j.cpc.2009.04.024"));
  }

  @Override
  public LimitSolver create(Settings settings) throws BadInput {
    int points = settings.get(POINTS);
    if (points % 2 != 0) {
      throw new BadInput(
          POINTS,
          "points is %d; it must be even, since the error is estimated with half as many"
              .formatted(points));
    }
    return new SemiLagrangian(points);
  }
}
