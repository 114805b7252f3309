package org.meanfield.core.run;

import java.util.random.RandomGenerator;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.Torus;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.core.plan.Start;

/// The particles Θ(0) of one cell.
///
/// | start | particle i |
/// |---|---|
/// | uniform | d independent angles, drawn particle by particle |
/// | lattice, d = 1 | 2π (i + u)/N: equispaced |
/// | lattice, d ≥ 2 | 2π {(i + 1) √p_k + u_k}: a Kronecker sequence, p_k the k-th prime |
/// | law | d independent levels, drawn particle by particle, and their quantiles |
/// | cloud | row i of the file |
///
/// The shift u is uniform and drawn once per replicate. But for the equispaced points, the first N
/// particles of a larger cloud are the smaller cloud, so all N of one replicate share their start.
///
/// **Reference.** H. Niederreiter, *Random Number Generation and Quasi-Monte Carlo Methods*, SIAM
/// (1992), section 3.1 (R. D. Richtmyer's square roots of primes).
final class StartCloud {
  private StartCloud() {}

  /// {@return N particles}
  ///
  /// @param start where particles begin
  /// @param count N
  /// @param dimension d
  /// @param seeds of the replicate
  static Particles of(Start start, int count, int dimension, Seeds seeds) {
    Particles particles = new Particles(count, dimension);
    RandomGenerator random = seeds.at("start").generator();
    switch (start) {
      case Start.Uniform() -> uniform(particles, random);
      case Start.Lattice() -> lattice(particles, random);
      case Start.Law(StartLaw.Continuous law) -> draw(law, particles, random);
      case Start.Cloud(EmpiricalMeasure points) -> copy(points, particles);
    }
    return particles;
  }

  private static void uniform(Particles particles, RandomGenerator random) {
    for (int i = 0; i < particles.count(); i++) {
      for (int k = 0; k < particles.dimension(); k++) {
        particles.set(i, k, Torus.TURN * random.nextDouble());
      }
    }
  }

  private static void draw(StartLaw.Continuous law, Particles particles, RandomGenerator random) {
    double[] level = new double[particles.dimension()];
    double[] theta = new double[particles.dimension()];
    for (int i = 0; i < particles.count(); i++) {
      for (int k = 0; k < level.length; k++) {
        level[k] = random.nextDouble();
      }
      law.quantile(level, theta);
      particles.setRow(i, theta);
    }
  }

  private static void lattice(Particles particles, RandomGenerator random) {
    int prime = 1;
    for (int k = 0; k < particles.dimension(); k++) {
      double shift = random.nextDouble();
      prime = primeAfter(prime);
      double step = particles.dimension() == 1 ? 1.0 / particles.count() : Math.sqrt(prime);
      for (int i = 0; i < particles.count(); i++) {
        double turns = particles.dimension() == 1 ? (i + shift) * step : (i + 1) * step + shift;
        particles.set(i, k, Torus.TURN * (turns - Math.floor(turns)));
      }
    }
  }

  private static int primeAfter(int number) {
    int candidate = number + 1;
    while (!isPrime(candidate)) {
      candidate++;
    }
    return candidate;
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }

  private static void copy(EmpiricalMeasure points, Particles particles) {
    if (points.size() < particles.count() || points.dimension() != particles.dimension()) {
      throw new IllegalArgumentException(
          "%d particles of dimension %d cannot begin at %d points of dimension %d"
              .formatted(
                  particles.count(), particles.dimension(), points.size(), points.dimension()));
    }
    for (int k = 0; k < particles.dimension(); k++) {
      for (int i = 0; i < particles.count(); i++) {
        particles.set(i, k, points.coordinate(i, k));
      }
    }
  }
}
