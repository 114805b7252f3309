package org.meanfield.limits.cloud;

import java.util.List;
import org.meanfield.api.BadInput;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.limits.time.DormandPrince;

/// Offers [ReferenceParticles].
public final class ParticlesProvider implements LimitSolverProvider {
  static final Setting<Integer> POINTS =
      Setting.integer("points", 16384, 256, 1 << 22, "the number of particles, a multiple of 16");
  static final Setting<String> SAMPLING =
      Setting.choice(
          "sampling",
          "iid",
          "independent particles, or sixteen lattices with random shifts",
          List.of("iid", "lattice"));
  static final Setting<Integer> SEED =
      Setting.integer("seed", 1, 0, Integer.MAX_VALUE, "which sample");

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
            "meanfield:particles",
            "A large sample of the start law in its own gradient flow: any expert, any dimension,"
                + " with a Monte-Carlo error bar.")
        .settings(POINTS, SAMPLING, SEED)
        .claims(new Trait.Accurate(0.05))
        .citing(
            new Citation(
                "lecuyer-lemieux-2000",
                "P. L'Ecuyer, C. Lemieux, Variance reduction via lattice rules, Management Science"
                    + " 46, 1214–1235 (2000)",
                "https://doi.org/10.1287/mnsc.46.9.1214.12231"),
            DormandPrince.SOURCE);
  }

  @Override
  public LimitSolver create(Settings settings) throws BadInput {
    int points = settings.get(POINTS);
    if (points % ReferenceParticles.BATCHES != 0) {
      throw new BadInput(
          POINTS,
          "points is %d; it must be a multiple of %d, the parts that the error is estimated from"
              .formatted(points, ReferenceParticles.BATCHES));
    }
    return new ReferenceParticles(
        points, settings.get(SAMPLING).equals("lattice"), settings.get(SEED));
  }
}
