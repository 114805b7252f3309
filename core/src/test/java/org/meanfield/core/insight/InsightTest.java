package org.meanfield.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.api.quantum.StandardGate;

class InsightTest {
  private static final List<Pauli> LETTERS = List.of(Pauli.X, Pauli.Y, Pauli.Z);
  private static final Inputs NOTHING = Inputs.of(1, 1, new double[] {0});

  private static RandomGenerator random(String... names) {
    return Seeds.root(17).at(names).generator();
  }

  private static Particles uniform(int dimension, int count, String name) {
    return Draws.of(new StartLaw.Uniform(dimension), count, random(name));
  }

  // ---- Gradients

  private static Circuit plateau(int qubits, int layers, RandomGenerator random) {
    Circuit.Builder circuit = Circuit.on(qubits);
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(Pauli.Y, q, Angle.of(Math.PI / 4));
    }
    int k = 0;
    for (int layer = 0; layer < layers; layer++) {
      for (int q = 0; q < qubits; q++) {
        circuit.rotate(LETTERS.get(random.nextInt(3)), q, Angle.theta(k++));
      }
      for (int q = 0; q + 1 < qubits; q++) {
        circuit.controlledZ(q, q + 1);
      }
    }
    return circuit.build();
  }

  /// Deep circuits are 2-designs: every string but the identity is equally likely, and Var ∂f =
  /// (2/3)·2^{m−1}/(4^m − 1). Measured difference at L = 400: below 1e−13.
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void secondMomentsOfDeepCircuitsAreThoseOfADesign(int qubits) {
    double design = 2.0 / 3 * Math.pow(2, qubits - 1) / (Math.pow(4, qubits) - 1);
    assertThat(SecondMoments.variance(qubits, 400)).isCloseTo(design, within(1e-10 * design));
  }

  /// Barren plateau (McClean et al. 2018): the variance falls like the exact second moments say, by
  /// e^{−0.69} = ½ with each qubit at this depth (at 10 layers, far from a design, by e^{−0.16}).
  /// 64 circuits of 60 layers for each m, 16 angles each, seed 17; errors from the scatter between
  /// circuits, bounds at 4 standard errors (two-sided level 6e−5 for each of five numbers and the
  /// slope).
  @Test
  void gradientVarianceFallsExponentiallyInTheQubits() {
    int[] sizes = {2, 3, 4, 5, 6};
    int layers = 60;
    double[] slope = new double[2];
    double error = 0;
    for (int m : sizes) {
      RandomGenerator random = random("plateau", String.valueOf(m));
      double[] perCircuit = new double[64];
      for (int c = 0; c < perCircuit.length; c++) {
        Circuit circuit = plateau(m, layers, random);
        Expert expert = new AdjointExpert(circuit, PauliSum.parse("Z0*Z1", m));
        Particles draws = Draws.of(new StartLaw.Uniform(circuit.parameters()), 16, random);
        perCircuit[c] =
            GradientStatistics.of(expert, NOTHING, draws).variances().getFirst().value();
      }
      Sampled variance = Sampled.mean(perCircuit);
      double exact = SecondMoments.variance(m, layers);
      assertThat(variance.value()).as("m = %d", m).isCloseTo(exact, within(4 * variance.error()));
      // Least squares of ln Var on m = 2 … 6: weights (m − 4)/10.
      double weight = (m - 4) / 10.0;
      slope[0] += weight * Math.log(variance.value());
      slope[1] += weight * Math.log(exact);
      error = Math.hypot(error, weight * variance.error() / variance.value());
    }
    assertThat(slope[0]).isCloseTo(slope[1], within(4 * error));
    assertThat(slope[1]).isBetween(-0.7, -0.68); // −0.71 for a design of these sizes
    assertThat(error).isLessThan(0.06);
  }

  /// f = cos(θ − x), uniform start: K_jk = ½ cos(x_j − x_k), whose eigenvalues for n inputs are ¼(n
  /// ± |Σ e^{2ix_j}|) and 0; Var ∂f = ½. 4096 draws, bounds at 4 standard errors.
  @Test
  void kernelOfCosinesIsTheClosedForm() {
    Expert cosine =
        new Expert() {
          @Override
          public int parameters() {
            return 1;
          }

          @Override
          public double value(double[] theta, double[] x) {
            return Math.cos(theta[0] - x[0]);
          }

          @Override
          public void gradient(double[] theta, double[] x, double[] out) {
            out[0] = -Math.sin(theta[0] - x[0]);
          }
        };
    double[] x = {0.3, 1.9};
    double length = Math.hypot(Math.cos(0.6) + Math.cos(3.8), Math.sin(0.6) + Math.sin(3.8));
    GradientStatistics two =
        GradientStatistics.of(cosine, Inputs.of(2, 1, x), uniform(1, 4096, "cosine"));
    assertThat(two.largest().value())
        .isCloseTo((2 + length) / 4, within(4 * two.largest().error()));
    assertThat(two.smallest().value())
        .isCloseTo((2 - length) / 4, within(4 * two.smallest().error()));
    assertThat(two.variance().value()).isCloseTo(0.5, within(4 * two.variance().error()));
    assertThat(two.mean().value()).isCloseTo(0, within(4 * two.mean().error()));
    assertThat(two.largest().error()).isBetween(1e-4, 0.02);
    assertThat(two.variance().error()).isBetween(1e-4, 0.01);

    GradientStatistics three =
        GradientStatistics.of(
            cosine, Inputs.of(3, 1, new double[] {0.3, 1.9, 2.5}), uniform(1, 64, "three"));
    // Two functions span all gradients, so K has rank 2 whatever is drawn.
    assertThat(three.smallest().value()).isCloseTo(0, within(1e-14));
  }

  @Test
  void kernelsNeedWholeGroups() {
    Expert expert = new AdjointExpert(plateau(2, 1, random("one")), PauliSum.parse("Z0*Z1", 2));
    assertThatThrownBy(() -> GradientStatistics.of(expert, NOTHING, new Particles(17, 2)))
        .hasMessage("gradients need inputs and a multiple of 16 draws, got 1 and 17");
    assertThatThrownBy(() ->
            GradientStatistics.of(expert, Inputs.of(0, 1, new double[0]), new Particles(16, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drawsFollowTheLaw() {
    EmpiricalMeasure atoms =
        EmpiricalMeasure.uniform(Particles.of(2, 2, new double[] {1, 2, 10, 20}));
    Particles draws = Draws.of(new StartLaw.Atoms(atoms), 100, random("atoms"));
    int first = 0;
    for (int i = 0; i < 100; i++) {
      assertThat(draws.get(i, 1)).isEqualTo(10 * draws.get(i, 0));
      first += draws.get(i, 0) == 1 ? 1 : 0;
    }
    assertThat(first).isBetween(25, 75); // 5 standard deviations about 50
    double[] uniform = uniform(1, 1000, "uniform").toArray();
    assertThat(Arrays.stream(uniform).average().orElseThrow())
        .isCloseTo(Math.PI, within(4 * 2 * Math.PI / Math.sqrt(12_000)));
  }

  @Test
  void jackknifeOfAMeanIsItsStandardError() {
    double[] values = random("jackknife").doubles(GradientStatistics.GROUPS).toArray();
    Sampled jackknife =
        Sampled.jackknife(
            values.length,
            without -> {
              double sum = 0;
              for (int i = 0; i < values.length; i++) {
                sum += i == without ? 0 : values[i];
              }
              return sum / (without < 0 ? values.length : values.length - 1);
            });
    Sampled mean = Sampled.mean(values);
    assertThat(jackknife.value()).isCloseTo(mean.value(), within(1e-15));
    assertThat(jackknife.error()).isCloseTo(mean.error(), within(1e-15));
    assertThat(Sampled.mean(3).error()).isNaN();
  }

  // ---- Spectra

  /// L rotations by a·x between trained ones: degree a·L, and nothing beyond (Schuld, Sweke, Meyer
  /// 2021). Coefficients of size 0.1; round-off measured below 1e−16.
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "5, 1", "2, 3", "0, 1"})
  void encodingsGiveTheDegree(int encodings, int times) {
    Circuit.Builder circuit = Circuit.on(1);
    int k = 0;
    for (int layer = 0; layer < encodings; layer++) {
      circuit.rotate(Pauli.Z, 0, Angle.theta(k++)).rotate(Pauli.Y, 0, Angle.theta(k++));
      circuit.rotate(Pauli.X, 0, Angle.feature(1).times(times).plus(0.3));
    }
    circuit.rotate(Pauli.Z, 0, Angle.theta(k++)).rotate(Pauli.Y, 0, Angle.theta(k++));
    FeatureSpectrum spectrum =
        FeatureSpectrum.of(
            new AdjointExpert(circuit.build(), PauliSum.z(1, 0)),
            1,
            Inputs.of(2, 2, new double[] {1, 2, 3, 4}),
            uniform(k, 32, "spectrum"));
    int degree = encodings * times;
    assertThat(spectrum.degree()).isEqualTo(degree);
    assertThat(spectrum.power()).hasSize(degree + 3);
    for (int omega = 0; omega < degree + 3; omega++) {
      double power = spectrum.power().get(omega).value();
      if (omega <= degree && omega % times == 0) {
        assertThat(power).as("ω = %d", omega).isGreaterThan(1e-5);
      } else {
        assertThat(power).as("ω = %d", omega).isLessThan(1e-30);
      }
    }
  }

  /// ⟨Z⟩ after RY(x + θ) is cos(x + θ): |c_1|² = ¼.
  @Test
  void spectrumOfACosineIsTheClosedForm() {
    Circuit circuit =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.feature(0))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .build();
    FeatureSpectrum spectrum =
        FeatureSpectrum.of(
            new AdjointExpert(circuit, PauliSum.z(1, 0)), 0, NOTHING, uniform(1, 8, "cos"));
    assertThat(spectrum.power().get(0).value()).isCloseTo(0, within(1e-30));
    assertThat(spectrum.power().get(1).value()).isCloseTo(0.25, within(1e-15));
    assertThat(spectrum.power().get(1).error()).isCloseTo(0, within(1e-15));
  }

  @Test
  void featuresWithoutASpectrumSayWhy() {
    Circuit product =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.of(Encoding.feature(0).times(Encoding.feature(1))))
            .rotate(Pauli.X, 0, Angle.feature(0).times(0.5))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .build();
    Inputs inputs = Inputs.of(1, 2, new double[] {1, 2});
    AdjointExpert expert = new AdjointExpert(product, PauliSum.z(1, 0));
    assertThat(FeatureSpectrum.of(expert, 0, inputs, uniform(1, 2, "a")).reason())
        .startsWith("it enters an angle by a product");
    Circuit half =
        Circuit.on(1)
            .rotate(Pauli.X, 0, Angle.feature(0).times(0.5))
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .build();
    FeatureSpectrum none =
        FeatureSpectrum.of(
            new AdjointExpert(half, PauliSum.z(1, 0)), 0, inputs, uniform(1, 2, "b"));
    assertThat(none.reason()).isEqualTo("an angle turns by 0.5 of it, which is no integer");
    assertThat(none.power()).isEmpty();
  }

  // ---- Expressibility

  /// A circuit that its parameters don't move: every fidelity is 1, KL = (D − 1) ln 75; Sim et al.
  /// (2019) give 4.30 for one qubit.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void circuitsThatStandStillAreTheClosedForm(int qubits) {
    Circuit idle = Circuit.on(qubits).rotate(Pauli.Z, 0, Angle.theta(0)).build();
    Expressibility still = Expressibility.of(idle, NOTHING, uniform(1, 32, "idle"));
    double expected = ((1 << qubits) - 1) * Math.log(75);
    assertThat(still.divergence().value()).isCloseTo(expected, within(1e-12 * expected));
    assertThat(still.divergence().error()).isCloseTo(0, within(1e-10));
    assertThat(still.floor()).isZero();
  }

  /// H and RZ(θ): F = cos²(Δ/2) with Δ uniform, the arcsine law, whose bins have masses (2/π)(asin
  /// √u − asin √l). 8192 pairs, bound at 4 standard errors.
  @Test
  void statesOnTheEquatorAreTheArcsineLaw() {
    double exact = 0;
    for (int bin = 0; bin < 75; bin++) {
      double p =
          2 / Math.PI * (Math.asin(Math.sqrt((bin + 1) / 75.0)) - Math.asin(Math.sqrt(bin / 75.0)));
      exact += p * Math.log(p * 75);
    }
    Circuit equator =
        Circuit.on(1).gate(StandardGate.H, 0).rotate(Pauli.Z, 0, Angle.theta(0)).build();
    Expressibility found = Expressibility.of(equator, NOTHING, uniform(1, 16_384, "equator"));
    assertThat(found.divergence().value() - found.floor())
        .isCloseTo(exact, within(4 * found.divergence().error()));
    assertThat(found.divergence().error()).isBetween(1e-3, 0.03);
  }

  /// Five layers of RZ RY RZ and CZ on two qubits are nearly Haar: KL at most 0.01 above what as
  /// many Haar states give, of 4096 pairs.
  @Test
  void deepCircuitsAreNearlyHaar() {
    Circuit.Builder circuit = Circuit.on(2);
    int k = 0;
    for (int layer = 0; layer < 5; layer++) {
      for (Pauli letter : List.of(Pauli.Z, Pauli.Y, Pauli.Z)) {
        circuit.rotate(letter, 0, Angle.theta(k++)).rotate(letter, 1, Angle.theta(k++));
      }
      circuit.controlledZ(0, 1);
    }
    Expressibility deep = Expressibility.of(circuit.build(), NOTHING, uniform(k, 8192, "deep"));
    assertThat(deep.floor()).isBetween(0.005, 0.0091);
    assertThat(deep.divergence().value()).isBetween(0.0, deep.floor() + 0.01);
  }

  @Test
  void haarBinsHaveMassOne() {
    for (int dimension : new int[] {2, 4, 32, 1024}) {
      assertThat(Arrays.stream(Expressibility.logHaar(dimension)).map(Math::exp).sum())
          .isCloseTo(1, within(1e-13));
      assertThat(Expressibility.logHaar(dimension)).doesNotContain(Double.NEGATIVE_INFINITY);
    }
  }

  @Test
  void noiseHasNoPureState() {
    Circuit noisy =
        Circuit.on(1)
            .rotate(Pauli.X, 0, Angle.theta(0))
            .disturb(QuantumChannel.dephasing(0.1), 0)
            .build();
    assertThatThrownBy(() -> Expressibility.of(noisy, NOTHING, uniform(1, 32, "noise")))
        .hasMessage("noise leaves no pure state");
    assertThatThrownBy(() -> Expressibility.of(noisy, NOTHING, uniform(1, 30, "noise")))
        .hasMessageContaining("a multiple of 32 draws");
  }

  // ---- Light cone

  @Test
  void lightConesCountBackFromTheObservable() {
    Circuit circuit =
        Circuit.on(4)
            .rotate(Pauli.X, 2, Angle.theta(0))
            .rotate(Pauli.X, 3, Angle.theta(1))
            .controlledNot(1, 2)
            .controlledNot(0, 1)
            .rotate(Pauli.X, 1, Angle.theta(2))
            .controlledNot(2, 3)
            .build();
    LightCone cone = LightCone.of(circuit, PauliSum.z(4, 0));
    assertThat(cone.qubits().stream()).containsExactly(0, 1, 2);
    assertThat(cone.parameters().stream()).containsExactly(0);
  }
}
