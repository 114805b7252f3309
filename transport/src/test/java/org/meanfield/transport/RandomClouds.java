package org.meanfield.transport;

import java.util.random.RandomGenerator;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;

/// Random measures for tests, each following from a name.
public final class RandomClouds {
  private RandomClouds() {}

  public static RandomGenerator random(String name) {
    return Seeds.root(1).at("transport", name).generator();
  }

  /// {@return n iid points of the uniform law on [0, 2π)^d, equally weighted}
  public static EmpiricalMeasure uniform(int n, int d, RandomGenerator random) {
    return EmpiricalMeasure.uniform(points(n, d, random));
  }

  /// {@return iid points with weights uniform on (0, 1) before they are normalised}
  public static EmpiricalMeasure weighted(int n, int d, RandomGenerator random) {
    return EmpiricalMeasure.weighted(points(n, d, random), random.doubles(n, 1e-3, 1).toArray());
  }

  public static Particles points(int n, int d, RandomGenerator random) {
    return Particles.of(n, d, random.doubles((long) n * d, 0, 2 * Math.PI).toArray());
  }

  /// {@return points in five clusters of width 0.02, two of them across the wrap}
  public static EmpiricalMeasure clustered(int n, int d, RandomGenerator random) {
    Particles points = new Particles(n, d);
    for (int i = 0; i < n; i++) {
      double center = random.nextInt(5) * Math.PI / 2;
      for (int k = 0; k < d; k++) {
        points.set(i, k, center + 0.02 * random.nextGaussian());
      }
    }
    return EmpiricalMeasure.uniform(points);
  }

  /// {@return a solver with the settings that it has by itself}
  public static TransportSolver solver(TransportSolverProvider provider) {
    try {
      return provider.create(Settings.defaults(provider.descriptor().settings()));
    } catch (BadInput wrong) {
      throw new AssertionError(wrong);
    }
  }

  public static Solved solve(TransportSolver solver, TransportProblem problem) {
    TransportResult result = solver.solve(problem);
    if (result instanceof Solved solved) {
      return solved;
    }
    throw new AssertionError("not solved: " + result);
  }
}
