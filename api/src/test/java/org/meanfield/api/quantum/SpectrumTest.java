package org.meanfield.api.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrumTest {
  /// Spectra by hand: those of the strings' signs, +1 and −1, that are free.
  @ParameterizedTest
  @CsvSource({
    "X0, 1", // ±1
    "0.7*X0, 0.7",
    "0.5*Z0 + 0.5*Z1, 0.5", // 1, 0, −1
    "0.5*X1 - 0.5*Z0*X1, 0.5", // 0, ±1: a controlled rotation
    "0.5*Z0 + 0.5*Z1 - 0.5*Z0*Z1, 1", // ½, −3/2: a controlled phase
    "0.25*Z0 + 0.25*Z1 + 0.25*Z2 - 0.25*Z0*Z1 - 0.25*Z0*Z2 - 0.25*Z1*Z2 + 0.25*Z0*Z1*Z2, 1",
    "X0*X1 + Y0*Y1, 1", // 2, 0, −2
    "X0*X1 + Y0*Y1 + Z0*Z1, 2", // 1, −3: the sign of ZZ is minus that of XX times that of YY
    "X0*X1 + Y0*Y1 - Z0*Z1, 2", // 3, −1
    "3*I, 0"
  })
  void halfTheCommonGap(String generator, double half) {
    assertThat(Spectrum.halfGap(PauliSum.parse(generator, 3))).isCloseTo(half, within(1e-12));
  }

  @Test
  void incommensurableGapsHaveNoCommonDivisor() {
    assertThat(Spectrum.halfGap(PauliSum.parse("Z0 + 1.4142135623730951*Z1", 2))).isNaN();
  }

  @Test
  void manyIndependentStringsFallBackToTheirCoefficients() {
    PauliSum sum = PauliSum.meanZ(16);
    assertThat(Spectrum.halfGap(sum)).isCloseTo(1.0 / 16, within(1e-12));
  }

  @Test
  void periodsOfCircuitsFollow() {
    Circuit circuit =
        Circuit.on(2)
            .rotateControlled(Pauli.X, 0, 1, Angle.theta(0))
            .evolve(PauliSum.parse("0.5*Z0 + 0.5*Z1 - 0.5*Z0*Z1", 2), Angle.theta(1))
            .rotate(Pauli.X, 0, Angle.theta(2).times(0.7))
            .rotate(Pauli.Y, 0, Angle.theta(3))
            .rotate(Pauli.Z, 0, Angle.theta(3).times(1.5))
            .rotate(Pauli.Y, 0, Angle.theta(4))
            .rotate(Pauli.Z, 0, Angle.theta(4).times(Math.sqrt(2)))
            .build();
    assertThat(circuit.period(0)).isCloseTo(4 * Math.PI, within(1e-12));
    assertThat(circuit.period(1)).isCloseTo(2 * Math.PI, within(1e-12));
    assertThat(circuit.period(2)).isCloseTo(2 * Math.PI / 0.7, within(1e-12));
    assertThat(circuit.period(3)).isCloseTo(4 * Math.PI, within(1e-12));
    assertThat(circuit.period(4)).isInfinite();
    assertThat(circuit.isPeriodic(1)).isTrue();
    assertThat(circuit.isPeriodic(0)).isFalse();
    assertThat(circuit.isPeriodic(4)).isFalse();
  }
}
