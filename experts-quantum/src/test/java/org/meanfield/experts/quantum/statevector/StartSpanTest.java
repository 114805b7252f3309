package org.meanfield.experts.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.experts.quantum.Template;
import org.meanfield.experts.quantum.program.RotationProgram;
import org.meanfield.testkit.DenseCircuit;

class StartSpanTest {
  private static final double VALUE = 1e-12;
  private static final double GRADIENT = 1e-10;

  private final SplittableRandom random = new SplittableRandom(11);

  /// Many inputs, few dimensions: sums and velocities are those of dense matrices, whichever of
  /// responses and pull-back takes the short way.
  @ParameterizedTest
  @CsvSource({"1,1,9,1", "2,2,30,2", "3,2,40,2", "4,2,40,4", "4,3,30,2", "5,2,40,5", "6,2,24,2"})
  void shortWaysLeadToTheSamePlace(int qubits, int layers, int n, int features) {
    Circuit circuit = Template.RING.circuit(qubits, layers);
    DenseCircuit dense = new DenseCircuit(circuit, Template.RING.observable(qubits));
    int d = circuit.parameters();
    double[] x = random.doubles((long) n * features, -3, 3).toArray();
    double[] residual = random.doubles(n, -1, 1).toArray();
    Particles cloud = Particles.of(9, d, random.doubles(9L * d, -4, 4).toArray());
    BoundExpert.Evaluation at =
        new StatevectorBackend()
            .bind(circuit, Template.RING.observable(qubits), Inputs.of(n, features, x))
            .at(cloud);
    double[] sums = new double[n];
    at.addMean(sums);
    Particles velocity = new Particles(9, d);
    at.pull(residual, velocity);
    double[] expected = new double[n];
    double[] row = new double[d];
    for (int i = 0; i < 9; i++) {
      cloud.copyRow(i, row);
      double[] gradient = new double[d];
      for (int j = 0; j < n; j++) {
        double[] input = Arrays.copyOfRange(x, j * features, (j + 1) * features);
        expected[j] += dense.value(row, input);
        if (i == 8) {
          double[] one = dense.gradient(row, input);
          for (int k = 0; k < d; k++) {
            gradient[k] += residual[j] * one[k];
          }
        }
      }
      if (i == 8) {
        velocity.copyRow(i, row);
        assertThat(row).containsExactly(gradient, within(GRADIENT));
      }
    }
    assertThat(sums).containsExactly(expected, within(9 * VALUE));
  }

  /// RY(x) on m qubits with one feature each spans all 2^m real dimensions; two qubits that share a
  /// feature three, not four.
  @ParameterizedTest
  @CsvSource({"4,4,40,16", "4,2,40,9", "6,4,60,36", "3,1,40,4", "5,5,8,8"})
  void dimensionsAreThoseOfTheEncoding(int qubits, int features, int n, int dimension) {
    Circuit circuit = Template.RING.circuit(qubits, 1);
    LaneProgram program =
        new LaneProgram(RotationProgram.of(circuit, Template.RING.observable(qubits)));
    double[] x = random.doubles((long) n * features, -3, 3).toArray();
    double[] states =
        Objects.requireNonNull(
            new LaneStarts(
                    LaneKernels.best(), program, Inputs.of(n, features, x), LaneStorage.USUAL)
                .shared());
    assertThat(program.meetsInputsAtStart()).isTrue();
    Optional<StartSpan> span = StartSpan.of(states, n, 1 << qubits);
    if (dimension < n) {
      assertThat(span.orElseThrow().dimension()).isEqualTo(dimension);
    } else {
      assertThat(span).isEmpty();
    }
  }

  /// A residual that is not a number makes velocities that are none.
  @Test
  void whatIsNoNumberStaysNone() {
    Circuit circuit = Template.RING.circuit(3, 2);
    int n = 40;
    double[] x = random.doubles(3L * n, -3, 3).toArray();
    BoundExpert.Evaluation at =
        new StatevectorBackend()
            .bind(circuit, Template.RING.observable(3), Inputs.of(n, 3, x))
            .at(new Particles(1, circuit.parameters()));
    double[] residual = new double[n];
    Particles velocity = new Particles(1, circuit.parameters());
    at.pull(residual, velocity);
    assertThat(velocity.toArray()).containsOnly(0);
    residual[7] = Double.NaN;
    at.pull(residual, velocity);
    assertThat(velocity.toArray()).contains(Double.NaN);
    residual[7] = 1;
    at.pull(residual, velocity);
    assertThat(velocity.toArray()).doesNotContain(Double.NaN);
  }

  /// Products pay where they were measured to: not yet for 260 inputs, clearly for 1000.
  @Test
  void productsOfStatesNeedManyInputs() {
    LaneWork work =
        new LaneProgram(
                RotationProgram.of(Template.RING.circuit(6, 3), Template.RING.observable(6)))
            .work();
    assertThat(work.multiplies(260, 64)).isFalse();
    assertThat(work.multiplies(1000, 64)).isTrue();
    assertThat(work.multiplies(200, 36)).isTrue();
  }

  /// The cost model takes the short ways where they are shorter, and only there.
  @Test
  void shortWaysAreTakenWhereTheyAreShorter() {
    LaneWork work =
        new LaneProgram(
                RotationProgram.of(Template.RING.circuit(4, 2), Template.RING.observable(4)))
            .work();
    assertThat(work.multiplies(100, 16)).isTrue();
    assertThat(work.splits(100, 16, 16)).isTrue();
    assertThat(work.multiplies(17, 16)).isFalse();
    assertThat(work.splits(16, 16, 16)).isFalse();
    assertThat(work.drift(100, 16, 16)).isLessThan(100 * work.drift() / 2);
    assertThat(work.drift(16, 16, 16)).isEqualTo(16 * work.drift());
  }
}
