package org.meanfield.testkit;

import java.util.random.RandomGenerator;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;

/// Random measures for contracts, each named by its seed path.
final class Clouds {
  private static final Seeds SEEDS = Seeds.root(20250117).at("transport-contract");

  private Clouds() {}

  static RandomGenerator random(String name) {
    return SEEDS.at(name).generator();
  }

  /// {@return n points, uniform in a box of side 7: more than one turn, so some are out of [0, 2π)}
  static Particles box(int n, int d, RandomGenerator random) {
    Particles points = new Particles(n, d);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < d; k++) {
        points.set(i, k, -0.5 + 7 * random.nextDouble());
      }
    }
    return points;
  }

  /// {@return positive weights between 1 and 20 before they are normalised}
  static EmpiricalMeasure weighted(Particles points, RandomGenerator random) {
    double[] weights = new double[points.count()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 + 19 * random.nextDouble();
    }
    return EmpiricalMeasure.weighted(points, weights);
  }

  /// {@return weights that are multiples ≥ 1 of 1/parts, for at most that many points}
  static EmpiricalMeasure inParts(Particles points, int parts, RandomGenerator random) {
    double[] weights = new double[points.count()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1;
    }
    for (int rest = parts - weights.length; rest > 0; rest--) {
      weights[random.nextInt(weights.length)]++;
    }
    return EmpiricalMeasure.weighted(points, weights);
  }

  /// {@return the measure with every point moved by one vector}
  static EmpiricalMeasure moved(EmpiricalMeasure measure, double[] by) {
    int n = measure.size();
    double[] points = measure.points();
    for (int at = 0; at < points.length; at++) {
      points[at] += by[at / n];
    }
    return withPoints(measure, points);
  }

  /// {@return the measure with each coordinate of each point turned by a random multiple of its
  /// period 2π}
  static EmpiricalMeasure turned(EmpiricalMeasure measure, RandomGenerator random) {
    double[] points = measure.points();
    for (int at = 0; at < points.length; at++) {
      points[at] += 2 * Math.PI * (random.nextInt(7) - 3);
    }
    return withPoints(measure, points);
  }

  private static EmpiricalMeasure withPoints(EmpiricalMeasure measure, double[] points) {
    return measure(
        measure.size(), measure.dimension(), points, measure.weights(), measure.isUniform());
  }

  /// {@return the measure with one point more}
  static EmpiricalMeasure with(EmpiricalMeasure measure, double[] point, double weight) {
    int n = measure.size();
    double[] points = new double[(n + 1) * measure.dimension()];
    double[] weights = new double[n + 1];
    for (int i = 0; i < n; i++) {
      weights[i] = measure.weight(i);
      for (int k = 0; k < measure.dimension(); k++) {
        points[k * (n + 1) + i] = measure.coordinate(i, k);
      }
    }
    weights[n] = weight;
    for (int k = 0; k < measure.dimension(); k++) {
      points[k * (n + 1) + n] = point[k];
    }
    return measure(n + 1, measure.dimension(), points, weights, false);
  }

  /// {@return the measure with the weight of every point split between it and a copy}
  static EmpiricalMeasure doubled(EmpiricalMeasure measure) {
    int n = measure.size();
    double[] points = new double[2 * n * measure.dimension()];
    double[] weights = new double[2 * n];
    for (int i = 0; i < 2 * n; i++) {
      weights[i] = measure.weight(i / 2) / 2;
      for (int k = 0; k < measure.dimension(); k++) {
        points[k * 2 * n + i] = measure.coordinate(i / 2, k);
      }
    }
    return measure(2 * n, measure.dimension(), points, weights, measure.isUniform());
  }

  private static EmpiricalMeasure measure(
      int n, int d, double[] points, double[] weights, boolean uniform) {
    Particles particles = Particles.of(n, d, points);
    return uniform
        ? EmpiricalMeasure.uniform(particles)
        : EmpiricalMeasure.weighted(particles, weights);
  }
}
