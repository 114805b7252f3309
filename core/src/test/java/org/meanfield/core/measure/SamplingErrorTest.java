package org.meanfield.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingErrorTest {
  /// Mass spread evenly on an arc of length L: N equal pieces, each moved to its middle, cost
  /// (L/N)²/12 and no N points do better. The bound is that cost.
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 2 * Math.PI})
  void boundIsReachedByAnArc(double length) {
    for (int n : new int[] {1, 7, 64}) {
      double cost = Math.pow(length / n, 2) / 12;
      assertThat(new SamplingError(1).lower(n, 1 / length)).isCloseTo(cost, within(1e-14 * cost));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  void uniformLawIsTheLeastDense(int d) {
    SamplingError error = new SamplingError(d);
    double uniform = Math.pow(2 * Math.PI, -d);
    assertThat(error.lower(100, uniform))
        .isCloseTo(error.lower(100), within(1e-13 * error.lower(100)));
    // Twice as dense on half of the torus is as good as twice as many points.
    assertThat(error.lower(100, 2 * uniform))
        .isCloseTo(error.lower(200), within(1e-13 * error.lower(200)));
  }

  /// In two dimensions balls of the ℓ1 metric are diamonds, which tile the torus: 2k² points at the
  /// places of one colour of a chessboard reach the bound.
  @Test
  void boundIsReachedByDiamonds() {
    int k = 3;
    int points = 2 * k * k;
    double side = 2 * Math.PI / (2 * k);
    int grid = 600;
    double cost = 0;
    for (int i = 0; i < grid; i++) {
      for (int j = 0; j < grid; j++) {
        double x = 2 * Math.PI * (i + 0.5) / grid / side;
        double y = 2 * Math.PI * (j + 0.5) / grid / side;
        double nearest = Double.POSITIVE_INFINITY;
        for (int a = (int) x - 1; a <= x + 2; a++) {
          for (int b = (int) y - 1; b <= y + 2; b++) {
            if (Math.floorMod(a + b, 2) == 0) {
              nearest = Math.min(nearest, Math.abs(x - a) + Math.abs(y - b));
            }
          }
        }
        cost += Math.pow(nearest * side, 2) / grid / grid;
      }
    }
    // Sums over the grid are right to 1e-4.
    assertThat(new SamplingError(2).lower(points)).isCloseTo(cost, within(1e-3 * cost));
  }

  /// The best N points for the Poisson kernel sit at the means of N equal parts of its mass: dearer
  /// than the bound, which knows its peak alone.
  @Test
  void poissonKernelIsFartherThanItsBound() {
    double rho = 0.525928;
    double peak = (1 + rho) / (2 * Math.PI * (1 - rho));
    for (int n : new int[] {4, 16, 64}) {
      double cost = 0;
      int nodes = 1000;
      for (int part = 0; part < n; part++) {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < nodes; i++) {
          double u = (part + (i + 0.5) / nodes) / n;
          // The quantile: tan(θ/2) = (1 − ρ)/(1 + ρ) tan(π(u − ½)).
          double theta = 2 * Math.atan((1 - rho) / (1 + rho) * Math.tan(Math.PI * (u - 0.5)));
          mean += theta / nodes;
          square += theta * theta / nodes;
        }
        cost += (square - mean * mean) / n;
      }
      assertThat(new SamplingError(1).lower(n, peak)).isPositive().isLessThan(cost);
    }
  }
}
