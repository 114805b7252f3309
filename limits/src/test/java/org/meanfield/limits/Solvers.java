package org.meanfield.limits;

import org.meanfield.api.BadInput;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.limits.closedform.ClosedFormProvider;
import org.meanfield.limits.cloud.LatticeProvider;
import org.meanfield.limits.cloud.ParticlesProvider;
import org.meanfield.limits.semilagrangian.SemiLagrangianProvider;
import org.meanfield.limits.spectral.SpectralProvider;
import org.meanfield.limits.volume.FiniteVolumeProvider;

/// The solvers of all rooms, made as a study makes them.
public final class Solvers {
  private Solvers() {}

  /// {@return a closed form with so many atoms}
  public static LimitSolver closedForm(int points) {
    return made(new ClosedFormProvider(), "points", points);
  }

  /// {@return a lattice}
  public static LimitSolver lattice(int points, int shift, double tolerance) {
    return made(new LatticeProvider(), "points", points, "shift", shift, "tolerance", tolerance);
  }

  /// {@return finite volumes}
  static LimitSolver finiteVolume(int points, String scheme) {
    return made(new FiniteVolumeProvider(), "points", points, "scheme", scheme);
  }

  /// {@return the semi-Lagrangian method}
  static LimitSolver semiLagrangian(int points) {
    return made(new SemiLagrangianProvider(), "points", points);
  }

  /// {@return Fourier–Galerkin}
  static LimitSolver spectral(int modes) {
    return made(new SpectralProvider(), "modes", modes);
  }

  /// {@return a large sample}
  static LimitSolver particles(int points, boolean lattice, int seed) {
    return made(
        new ParticlesProvider(),
        "points",
        points,
        "sampling",
        lattice ? "lattice" : "iid",
        "seed",
        seed);
  }

  /// {@return the solver with these settings: a name, a token, a name, a token …}
  private static LimitSolver made(LimitSolverProvider provider, Object... given) {
    Settings settings = Settings.defaults(provider.descriptor().settings());
    for (int i = 0; i < given.length; i += 2) {
      Object name = given[i];
      Setting<?> setting =
          provider.descriptor().settings().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow();
      settings = settings.withToken(setting, given[i + 1]);
    }
    try {
      return provider.create(settings);
    } catch (BadInput e) {
      throw new AssertionError(e);
    }
  }
}
