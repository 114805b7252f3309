package org.meanfield.experts.quantum.shots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.experts.quantum.CircuitExpert;
import org.meanfield.experts.quantum.HarmonicRing;
import org.meanfield.experts.quantum.Template;
import org.meanfield.experts.quantum.pauli.PauliBackend;
import org.meanfield.experts.quantum.statevector.StatevectorBackend;
import org.meanfield.testkit.SamplingBackendContract;

class ShotsBackendTest {
  abstract static class Over extends SamplingBackendContract {
    private final QuantumBackend over;
    private final int shots;

    Over(QuantumBackend over, int shots) {
      this.over = over;
      this.shots = shots;
    }

    @Override
    protected QuantumBackendProvider provider() {
      return new ShotsBackendProvider();
    }

    @Override
    protected Settings settings() {
      return Settings.defaults(provider().descriptor().settings())
          .with(ShotsBackendProvider.OVER, over)
          .with(ShotsBackendProvider.SHOTS, shots);
    }

    @Override
    protected int shots() {
      return shots;
    }
  }

  @Nested
  class OverStatevector extends Over {
    OverStatevector() {
      super(new StatevectorBackend(), 30);
    }
  }

  @Nested
  class OverPauli extends Over {
    OverPauli() {
      super(new PauliBackend(), 100);
    }
  }

  private static ShotsBackend shots(int shots) {
    return new ShotsBackend(new StatevectorBackend(), shots, Seeds.root(5));
  }

  /// ⟨Z⟩ of RY(θ), as it is sampled.
  private static double sampled(ShotsBackend backend, double theta) {
    Circuit circuit = Circuit.on(1).rotate(Pauli.Y, 0, Angle.theta(0)).build();
    double[] sum = new double[1];
    backend
        .bind(circuit, PauliSum.z(1, 0), Inputs.of(1, 0, new double[0]))
        .at(Particles.of(1, 1, new double[] {theta}))
        .addMean(sum);
    return sum[0];
  }

  @Test
  void valuesAreThoseThatSoManyMeasurementsCanHave() {
    for (int i = 0; i < 50; i++) {
      assertThat((sampled(shots(5), 0.1 * i) + 1) / 2 * 5)
          .satisfies(ups -> assertThat(ups).isCloseTo(Math.rint(ups), within(1e-12)));
    }
  }

  @Test
  void certainResultsHaveNoNoise() {
    assertThat(sampled(shots(7), 0)).isEqualTo(1);
    assertThat(sampled(shots(7), Math.PI)).isEqualTo(-1);
  }

  /// A million shots: the standard error is 1e−3, five of them allowed; seed 5.
  @Test
  void manyShotsComeNearTheExactValue() {
    assertThat(sampled(shots(1_000_000), 1.1)).isCloseTo(Math.cos(1.1), within(5e-3));
  }

  @Test
  void whatTheExactBackendRefusesIsRefused() {
    assertThat(
            new ShotsBackend(new PauliBackend(), 10, Seeds.root(1))
                .refusal(Template.HEIS.circuit(6, 5), PauliSum.z(6, 0))
                .orElseThrow())
        .contains("too many Pauli strings");
    Circuit incommensurable =
        Circuit.on(1)
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .rotate(Pauli.X, 0, Angle.theta(0).times(Math.sqrt(2)))
            .build();
    assertThat(shots(10).refusal(incommensurable, PauliSum.z(1, 0)).orElseThrow())
        .contains("the parameter-shift rule needs few frequencies, but parameter 0");
  }

  @Test
  void expertsPassSeedsOn() {
    ShotsBackend backend = shots(20);
    CircuitExpert plain =
        new CircuitExpert("line", Template.LINE.circuit(2, 1), PauliSum.z(2, 0), backend);
    HarmonicRing ring =
        new HarmonicRing(
            2, new CircuitExpert("ring", Template.RING.circuit(2, 1), PauliSum.meanZ(2), backend));
    double[] theta = {0.3, 1.2, 0.4, -0.2};
    double[] x = {0.5, -0.7};
    assertThat(plain.seeded(Seeds.root(1)).value(theta, x))
        .isEqualTo(plain.seeded(Seeds.root(1)).value(theta, x))
        .isNotEqualTo(plain.seeded(Seeds.root(2)).value(theta, x));
    assertThat(ring.seeded(Seeds.root(1)).value(theta, x))
        .isNotEqualTo(ring.seeded(Seeds.root(2)).value(theta, x));
    assertThat(ring.exact().value(theta, x))
        .isCloseTo(
            new CircuitExpert(
                    "ring",
                    Template.RING.circuit(2, 1),
                    PauliSum.meanZ(2),
                    new StatevectorBackend())
                .value(theta, x),
            within(1e-15));
    CircuitExpert exact = plain.exact();
    assertThat(exact.exact()).isSameAs(exact);
    assertThat(exact.seeded(Seeds.root(1))).isSameAs(exact);
  }
}
