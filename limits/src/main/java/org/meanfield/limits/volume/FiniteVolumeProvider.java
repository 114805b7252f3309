package org.meanfield.limits.volume;

import java.util.List;
import org.meanfield.api.BadInput;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// Offers [FiniteVolume].
public final class FiniteVolumeProvider implements LimitSolverProvider {
  static final Setting<String> SCHEME =
      Setting.choice(
          "scheme",
          FluxScheme.WENO5.word(),
          "how the density at a face is found: order 1, 2 or 5",
          List.of(FluxScheme.UPWIND.word(), FluxScheme.MUSCL.word(), FluxScheme.WENO5.word()));
  static final Setting<Integer> POINTS =
      Setting.integer("points", 128, 16, 1 << 16, "the number of cells per axis, even");

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
            "meanfield:finite-volume",
            "The continuity equation on the cells of a grid, up to three parameters: positive, with"
                + " mass kept to rounding.")
        .settings(SCHEME, POINTS)
        .claims(
            new Trait.Accurate(1e-5),
            new Trait.LimitOrder(1, "points", FluxScheme.UPWIND.word()),
            new Trait.LimitOrder(2, "points", FluxScheme.MUSCL.word()),
            new Trait.LimitOrder(5, "points", FluxScheme.WENO5.word()))
        .citing(
            new Citation(
                "borges-2008",
                "R. Borges, M. Carmona, B. Costa, W. S. Don, An improved weighted essentially"
                    + " non-oscillatory scheme for hyperbolic conservation laws, Journal of"
                    + " Computational Physics 227, 3191–3211 (2008)",
                "https://doi.org/10.1016/j.jcp.2007.11.038"),
            new Citation(
                "shu-osher-1988",
                "C.-W. Shu, S. Osher, Efficient implementation of essentially non-oscillatory"
                    + " shock-capturing schemes, Journal of Computational Physics 77, 439–471 (1988)",
                "https://doi.org/10.1016/0021-9991(88)90177-5"),
            new Citation(
                "van-leer-1979",
                "B. van Leer, Towards the ultimate conservative difference scheme V, Journal of"
                    + " Computational Physics 32, 101–136 (1979)",
                "https://doi.org/10.1016/0021-9991(79)90145-1"),
            new Citation(
                "zalesak-1979",
                "S. T. Zalesak, Fully multidimensional flux-corrected transport algorithms for"
                    + " fluids, Journal of Computational Physics 31, 335–362 (1979)",
                "https://doi.org/10.1016/0021-9991(79)90051-2"));
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
    return new FiniteVolume(points, FluxScheme.of(settings.get(SCHEME)));
  }
}
