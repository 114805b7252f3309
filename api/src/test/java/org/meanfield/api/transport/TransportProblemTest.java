package org.meanfield.api.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;

class TransportProblemTest {
  private static final EmpiricalMeasure A =
      EmpiricalMeasure.uniform(Particles.of(1, 2, new double[] {0.1, 0}));
  private static final EmpiricalMeasure B =
      EmpiricalMeasure.uniform(Particles.of(1, 2, new double[] {2 * Math.PI - 0.2, 0.4}));

  private static double cost(Metric metric, int exponent) {
    return new TransportProblem(A, B, Torus.standard(2), metric, exponent, false).cost(0, 0);
  }

  /// Δ = (0.3, −0.4).
  @Test
  void costsArePowersOfTheDistance() {
    assertThat(cost(Metric.L1, 1)).isCloseTo(0.7, within(1e-15));
    assertThat(cost(Metric.L1, 2)).isCloseTo(0.49, within(1e-15));
    assertThat(cost(Metric.L2, 1)).isCloseTo(0.5, within(1e-15));
    assertThat(cost(Metric.L2, 2)).isCloseTo(0.25, within(1e-15));
    assertThat(TransportProblem.squared(A, B, Metric.L1).cost(0, 0)).isEqualTo(cost(Metric.L1, 2));
  }

  @Test
  void dimensionsMustAgree() {
    assertThatThrownBy(() -> new TransportProblem(A, B, Torus.standard(3), Metric.L1, 2, false))
        .hasMessage("source, target and space have dimensions 2, 2 and 3; they must be the same");
    assertThatThrownBy(() -> cost(Metric.L1, 3)).hasMessage("the exponent p must be 1 or 2, got 3");
  }

  @Test
  void gapIsCostMinusBound() {
    assertThat(new TransportResult.Solved(1, 0.75, 1, "", Optional.empty(), Optional.empty()).gap())
        .isEqualTo(0.25);
  }

  @Test
  void couplingsAreTriples() {
    Coupling coupling = new Coupling(new int[] {0, 1}, new int[] {2, 3}, new double[] {0.25, 0.75});
    assertThat(coupling.size()).isEqualTo(2);
    assertThat(coupling.source(1)).isEqualTo(1);
    assertThat(coupling.target(1)).isEqualTo(3);
    assertThat(coupling.mass(1)).isEqualTo(0.75);
    assertThatThrownBy(() -> new Coupling(new int[1], new int[2], new double[1]))
        .hasMessageContaining("got 1, 2 and 1");
  }
}
