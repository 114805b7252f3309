package org.meanfield.limits.cloud;

import org.meanfield.api.BadInput;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.limits.time.DormandPrince;

/// Offers [Lattice].
public final class LatticeProvider implements LimitSolverProvider {
  static final Setting<Integer> POINTS =
      Setting.integer(
          "points",
          4096,
          2,
          1 << 22,
          "the number of lattice points, even, best a power of two; without meaning for a start law"
              + " of atoms");
  static final Setting<Integer> SHIFT =
      Setting.integer(
          "shift",
          1,
          0,
          1_000_000,
          "which shift of the lattice: the numbers are fixed shifts, spread evenly; several give an"
              + " error bar. 0 is none: it puts a point at θ = 0, where even experts are at rest, and"
              + " all that the lattice takes for a constant adds up there");
  static final Setting<Double> TOLERANCE =
      Setting.real(
          "tolerance",
          1e-10,
          1e-13,
          1e-2,
          "radians",
          "the local error of one time step, root mean square over the points; a tenfold smaller one"
              + " costs a third more");

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
            "meanfield:lattice",
            "Pushes the points of a lattice of the start law through the flow: any expert, any"
                + " dimension, with an error estimate.")
        .settings(POINTS, SHIFT, TOLERANCE)
        .claims(new Trait.Accurate(1e-10), new Trait.LimitExponential(1, "points"))
        .citing(
            RankOneLattice.SOURCE,
            new Citation(
                "nuyens-cools-2006",
                "D. Nuyens, R. Cools, Fast algorithms for component-by-component construction of"
                    + " rank-1 lattice rules in shift-invariant reproducing kernel Hilbert spaces,"
                    + " Mathematics of Computation 75, 903–920 (2006)",
                "https://doi.org/10.1090/S0025-5718-06-01785-6"),
            DormandPrince.SOURCE);
  }

  @Override
  public LimitSolver create(Settings settings) throws BadInput {
    int points = settings.get(POINTS);
    if (points % 2 != 0) {
      throw new BadInput(
          "points is %d; it must be even, since the error is estimated from every other point"
              .formatted(points));
    }
    return new Lattice(points, settings.get(SHIFT), settings.get(TOLERANCE));
  }
}
