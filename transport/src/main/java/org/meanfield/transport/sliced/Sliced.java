package org.meanfield.transport.sliced;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.api.transport.DiscrepancyResult.NotMeasured;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.transport.circle.Circle;
import org.meanfield.transport.course.Blocks;

/// Sliced transport on the torus: the clouds are projected to circles along closed geodesics, where
/// transport is exact and takes O(n log n).
///
/// For an integer vector k ≠ 0 the map ⟨k, ·⟩ : T^d → T¹, θ ↦ Σ kᵢ θᵢ mod 2π, is well defined, and
/// it stretches ℓ1 distances by at most ‖k‖_∞ and ℓ2 distances by ‖k‖₂ =: ‖k‖⁎. With k drawn at
/// random,
///
/// SW² = E W2²(⟨k, ·⟩μ, ⟨k, ·⟩ν) / ‖k‖⁎² ≤ W2²(μ, ν).
///
/// Coordinates of k are independent, |kᵢ| = z with probability ∝ 2^(−z), and k = 0 is drawn again.
/// All k having probability > 0, SW is a metric and metrises weak convergence: if all projections
/// agree, or converge, so do the Fourier coefficients E e^{i⟨k, θ⟩}, which determine measures on
/// the torus. It is no substitute for W2, of which it is a lower bound, up to the sampling of k.
///
/// **Reference.** C. Bonet, P. Berg, N. Courty, F. Septier, L. Drumetz, M.-T. Pham, *Spherical
/// sliced-Wasserstein*, ICLR (2023): projections to circles, there of a sphere.
final class Sliced implements Discrepancy {
  private final int directions;
  private final long seed;

  /// @param directions how many are drawn, ≥ 2
  /// @param seed of the draws
  Sliced(int directions, long seed) {
    this.directions = directions;
    this.seed = seed;
  }

  @Override
  public DiscrepancyResult between(
      EmpiricalMeasure one, EmpiricalMeasure other, Torus space, Metric metric) {
    for (int k = 0; k < space.dimension(); k++) {
      if (Double.isInfinite(space.period(k))) {
        return new NotMeasured(
            "'sliced' projects along closed geodesics, and coordinate %d is a line without any; take another, or the torus"
                .formatted(k));
      }
    }
    Map<List<Integer>, Integer> drawn = draw(space.dimension());
    List<List<Integer>> distinct = new ArrayList<>(drawn.keySet());
    TransportResult[] solved = new TransportResult[distinct.size()];
    Blocks.each(
        solved.length,
        at -> {
          List<Integer> direction = distinct.get(at);
          solved[at] =
              new Circle()
                  .solve(
                      TransportProblem.squared(
                          projected(one, space, direction),
                          projected(other, space, direction),
                          Metric.L1));
        });
    double[] values = new double[solved.length];
    for (int at = 0; at < values.length; at++) {
      if (!(solved[at] instanceof Solved found)) {
        return new NotMeasured(
            "transport along direction %s was not solved: %s"
                .formatted(distinct.get(at), solved[at]));
      }
      values[at] = found.cost() / squaredStretch(distinct.get(at), space, metric);
    }
    return summary(distinct, drawn, values);
  }

  private DiscrepancyResult summary(
      List<List<Integer>> distinct, Map<List<Integer>, Integer> drawn, double[] values) {
    double sum = 0;
    double most = 0;
    for (int at = 0; at < values.length; at++) {
      sum += values[at] * drawn.getOrDefault(distinct.get(at), 0);
      most = Math.max(most, values[at]);
    }
    double mean = sum / directions;
    double squares = 0;
    for (int at = 0; at < values.length; at++) {
      double off = values[at] - mean;
      squares += off * off * drawn.getOrDefault(distinct.get(at), 0);
    }
    return new Measured(
        "sliced W2²",
        mean,
        Math.sqrt(squares / (directions - 1) / directions),
        "one standard error of the mean over directions",
        "%d directions, %d of them distinct; a lower bound of W2² up to that error; the largest slice, %.6g, is one without"
            .formatted(directions, values.length, most));
  }

  /// {@return the directions, k and −k being one, with how often each was drawn, in order}
  private Map<List<Integer>, Integer> draw(int d) {
    RandomGenerator random = Seeds.root(seed).at("sliced", "directions").generator();
    Map<List<Integer>, Integer> drawn = new LinkedHashMap<>();
    for (int draw = 0; draw < directions; draw++) {
      Integer[] k = new Integer[d];
      int first;
      do {
        for (int i = 0; i < d; i++) {
          k[i] = coordinate(random);
        }
        first = Arrays.stream(k).filter(z -> z != 0).findFirst().orElse(0);
      } while (first == 0);
      int sign = Integer.signum(first);
      drawn.merge(Arrays.stream(k).map(z -> sign * z).toList(), 1, Integer::sum);
    }
    return drawn;
  }

  /// P(z) = 2^(−|z|)/3: zero in a third of the cases, else a sign and a geometric size.
  private static int coordinate(RandomGenerator random) {
    if (random.nextInt(3) == 0) {
      return 0;
    }
    int size = 1;
    while (random.nextBoolean()) {
      size++;
    }
    return random.nextBoolean() ? size : -size;
  }

  /// The cloud under θ ↦ Σ kᵢ θᵢ 2π/pᵢ.
  private static EmpiricalMeasure projected(
      EmpiricalMeasure measure, Torus space, List<Integer> direction) {
    int n = measure.size();
    double[] angles = new double[n];
    for (int k = 0; k < direction.size(); k++) {
      int times = direction.get(k);
      double unit = Torus.TURN / space.period(k);
      for (int i = 0; i < n && times != 0; i++) {
        angles[i] += times * (space.wrap(k, measure.coordinate(i, k)) * unit);
      }
    }
    Particles points = Particles.of(n, 1, angles);
    return measure.isUniform()
        ? EmpiricalMeasure.uniform(points)
        : EmpiricalMeasure.weighted(points, measure.weights());
  }

  private static double squaredStretch(List<Integer> direction, Torus space, Metric metric) {
    double largest = 0;
    double squares = 0;
    for (int k = 0; k < direction.size(); k++) {
      double stretch = Math.abs(direction.get(k)) * Torus.TURN / space.period(k);
      largest = Math.max(largest, stretch);
      squares += stretch * stretch;
    }
    return metric == Metric.L1 ? largest * largest : squares;
  }
}
