package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.Torus;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.experts.quantum.pauli.PauliBackend;

/// Theorem 3.1 with the constant of (4.35) on a ring of two qubits and two layers, d = 8: ‖b(z₁, μ)
/// − b(z₂, ν)‖₁ ≤ dn(A+1) (‖z₁ − z₂‖₁ + W2(μ, ν)), where μ and ν are clouds of two points, whose W2
/// is the better of two pairings.
class DriftLipschitzTest {
  private static final int PAIRS = 10_000;
  private static final int DATA = 3;
  private static final Torus TORUS = Torus.standard(8);

  private final RandomGenerator random = Seeds.root(3).generator();
  private final BoundExpert expert =
      new PauliBackend()
          .bind(
              Template.RING.circuit(2, 2),
              Template.RING.observable(2),
              Inputs.of(DATA, 2, random.doubles(2L * DATA, -2, 2).toArray()));
  private final double[] targets = random.doubles(DATA, -1, 1).toArray();

  @Test
  void driftIsLipschitz() {
    double largest = Math.abs(targets[0]);
    for (double y : targets) {
      largest = Math.max(largest, Math.abs(y));
    }
    double constant = TORUS.dimension() * DATA * (largest + 1);
    double closest = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      // From pairs that nearly coincide to pairs far apart.
      double spread = Math.pow(10, random.nextDouble(-6, 0.5));
      double[] z = point();
      double[] other = near(z, spread);
      double[][] mu = {point(), point()};
      double[][] nu = {near(mu[0], spread), near(mu[1], spread)};
      double distance = TORUS.distance(Metric.L1, z, other) + w2(mu, nu);
      double change = 0;
      double[] one = drift(z, mu);
      double[] two = drift(other, nu);
      for (int k = 0; k < one.length; k++) {
        change += Math.abs(one[k] - two[k]);
      }
      assertThat(change).isLessThanOrEqualTo(constant * distance);
      closest = Math.max(closest, change / (constant * distance));
    }
    // The bound is not idle either: it is met to a few percent of its size.
    assertThat(closest).isGreaterThan(0.02);
  }

  private double[] point() {
    return random.doubles(TORUS.dimension(), -Math.PI, Math.PI).toArray();
  }

  private double[] near(double[] point, double spread) {
    double[] moved = point.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] += spread * random.nextGaussian();
    }
    return moved;
  }

  private static double w2(double[][] a, double[][] b) {
    double straight = squared(a[0], b[0]) + squared(a[1], b[1]);
    double crossed = squared(a[0], b[1]) + squared(a[1], b[0]);
    return Math.sqrt(Math.min(straight, crossed) / 2);
  }

  private static double squared(double[] x, double[] y) {
    double distance = TORUS.distance(Metric.L1, x, y);
    return distance * distance;
  }

  private double[] drift(double[] z, double[][] cloud) {
    double[] sums = new double[DATA];
    for (double[] point : cloud) {
      expert.at(one(point)).addMean(sums);
    }
    double[] residual = new double[DATA];
    for (int j = 0; j < DATA; j++) {
      residual[j] = targets[j] - sums[j] / cloud.length;
    }
    Particles velocity = new Particles(1, TORUS.dimension());
    expert.at(one(z)).pull(residual, velocity);
    return velocity.toArray();
  }

  private static Particles one(double[] point) {
    return Particles.of(1, point.length, point.clone());
  }
}
