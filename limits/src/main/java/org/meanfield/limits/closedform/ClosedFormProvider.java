package org.meanfield.limits.closedform;

import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.limits.cloud.RankOneLattice;
import org.meanfield.limits.time.DormandPrince;

/// Offers [ClosedForm].
public final class ClosedFormProvider implements LimitSolverProvider {
  static final Setting<Integer> POINTS =
      Setting.integer(
          "points",
          4096,
          2,
          1 << 22,
          "the number of atoms that stand for μ_t, best a power of two; there are none in more than a"
              + " quarter as many dimensions");

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
            "meanfield:closed-form",
            "The exact limit of sums of first harmonics, a product of wrapped Cauchy laws, and of any"
                + " expert on one datum, by one scalar equation.")
        .settings(POINTS)
        .claims(new Trait.Accurate(1e-11))
        .citing(
            new Citation(
                "ott-antonsen-2008",
                "E. Ott, T. M. Antonsen, Low dimensional behavior of large systems of globally"
                    + " coupled oscillators, Chaos 18, 037113 (2008)",
                "https://doi.org/10.1063/1.2930766"),
            new Citation(
                "marvel-mirollo-strogatz-2009",
                "S. A. Marvel, R. E. Mirollo, S. H. Strogatz, Identical phase oscillators with global"
                    + " sinusoidal coupling evolve by Möbius group action, Chaos 19, 043104 (2009)",
                "https://arxiv.org/abs/0904.1680"),
            DormandPrince.SOURCE,
            RankOneLattice.SOURCE);
  }

  @Override
  public LimitSolver create(Settings settings) {
    return new ClosedForm(settings.get(POINTS));
  }
}
