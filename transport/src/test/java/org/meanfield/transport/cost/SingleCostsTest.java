package org.meanfield.transport.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.transport.RandomClouds;

class SingleCostsTest {
  private static final int N = 150;

  @ParameterizedTest
  @ValueSource(doubles = {1e-150, 1e-20, 1e-4, 1, 1e6, 1e140})
  void nothingBelowABoundIsLeftOut(double unit) {
    RandomGenerator random = RandomClouds.random("singles");
    for (Torus space : new Torus[] {Torus.euclidean(3), periodic(unit), periodic(3 * unit)}) {
      for (Metric metric : Metric.values()) {
        for (int p = 1; p <= 2; p++) {
          EmpiricalMeasure x = cloud(unit, 1, random);
          EmpiricalMeasure y = cloud(unit, random.nextInt(2) * 1e-5 + 1e-5, random);
          GroundCost cost = GroundCost.of(new TransportProblem(x, y, space, metric, p, false));
          double[] v = random.doubles(N, -1, 1).map(w -> w * cost.bound()).toArray();
          v[7] = Double.NEGATIVE_INFINITY;
          assertNothingLeftOut(cost, v);
          assertNothingLeftOut(cost, new double[N]);
        }
      }
    }
  }

  private static Torus periodic(double period) {
    return Torus.withPeriods(period, period / 2, 7 * period);
  }

  /// Two narrow groups, so that differences are small against coordinates.
  private static EmpiricalMeasure cloud(double unit, double width, RandomGenerator random) {
    Particles points = new Particles(N, 3);
    for (int i = 0; i < N; i++) {
      for (int k = 0; k < 3; k++) {
        points.set(i, k, unit * (i % 2 + width * random.nextDouble()));
      }
    }
    return EmpiricalMeasure.uniform(points);
  }

  private static void assertNothingLeftOut(GroundCost cost, double[] v) {
    SingleCosts singles = new SingleCosts(cost);
    float[] prices = new float[N];
    for (int j = 0; j < N; j++) {
      prices[j] = singles.price(v[j]);
    }
    double highest = Arrays.stream(v).max().orElseThrow();
    int[] numbers = new int[N];
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < N; j++) {
        double bound = Math.nextUp(cost.at(i, j) - v[j]);
        int count =
            singles.below(i, 0, N, prices, singles.limit(bound, highest), new float[N], numbers);
        boolean[] found = new boolean[N];
        for (int at = 0; at < count; at++) {
          found[numbers[at]] = true;
        }
        for (int other = 0; other < N; other++) {
          assertThat(found[other] || !(cost.at(i, other) - v[other] < bound)).isTrue();
        }
      }
    }
  }

  @Test
  void littleIsFoundThatIsNotBelow() {
    RandomGenerator random = RandomClouds.random("few");
    GroundCost cost =
        GroundCost.of(
            TransportProblem.squared(
                RandomClouds.uniform(N, 5, random), RandomClouds.uniform(N, 5, random), Metric.L1));
    SingleCosts singles = new SingleCosts(cost);
    int[] numbers = new int[N];
    int tooMany = 0;
    for (int i = 0; i < N; i++) {
      int count = singles.below(i, 0, N, new float[N], singles.limit(50, 0), new float[N], numbers);
      for (int at = 0; at < count; at++) {
        tooMany += cost.at(i, numbers[at]) < 50 ? 0 : 1;
      }
    }
    // Of 22,500 pairs with costs up to 200, those within some 10⁻⁴ of the bound.
    assertThat(tooMany).isLessThan(3);
  }
}
