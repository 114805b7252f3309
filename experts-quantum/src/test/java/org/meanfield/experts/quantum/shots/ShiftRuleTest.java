package org.meanfield.experts.quantum.shots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.experts.quantum.shots.ShiftRule.Shift;

class ShiftRuleTest {
  private static Circuit turning(int degree) {
    Circuit.Builder circuit = Circuit.on(1);
    for (int r = 0; r < degree; r++) {
      circuit.rotate(r % 2 == 0 ? Pauli.Y : Pauli.X, 0, Angle.theta(0));
    }
    return circuit.build();
  }

  @Test
  void oneRotationHasTheTwoTermRule() {
    List<Shift> shifts = ShiftRule.of(turning(1)).shifts().getFirst();
    assertThat(shifts.getFirst().by()).isEqualTo(Math.PI / 2);
    assertThat(shifts.getFirst().weight()).isCloseTo(0.5, within(1e-15));
    assertThat(shifts.getLast().by()).isEqualTo(3 * Math.PI / 2);
    assertThat(shifts.getLast().weight()).isCloseTo(-0.5, within(1e-15));
  }

  /// Σ_μ w_μ g(θ + s_μ) = g′(θ) for cos pθ and sin pθ up to the degree, and not beyond it.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void harmonicsUpToTheDegreeAreDifferentiated(int degree) {
    List<Shift> shifts = ShiftRule.of(turning(degree)).shifts().getFirst();
    for (int p = 0; p <= degree + 1; p++) {
      double error = 0;
      for (double theta : new double[] {0, 0.4, 2.2}) {
        double cosine = 0;
        double sine = 0;
        for (Shift s : shifts) {
          cosine += s.weight() * Math.cos(p * (theta + s.by()));
          sine += s.weight() * Math.sin(p * (theta + s.by()));
        }
        error = Math.max(error, Math.abs(cosine + p * Math.sin(p * theta)));
        error = Math.max(error, Math.abs(sine - p * Math.cos(p * theta)));
      }
      if (p <= degree) {
        // Weights up to 2R/π·(8/π²) and 2R of them: round-off of some 1e−14.
        assertThat(error).as("harmonic %d", p).isLessThan(1e-13);
      } else {
        assertThat(error).as("harmonic %d", p).isGreaterThan(0.1);
      }
    }
  }

  /// A controlled rotation has frequencies ½ and 1.
  @Test
  void controlledRotationsHaveFourTerms() {
    Circuit circuit = Circuit.on(2).rotateControlled(Pauli.X, 0, 1, Angle.theta(0)).build();
    List<Shift> shifts = ShiftRule.of(circuit).shifts().getFirst();
    assertThat(shifts).hasSize(4);
    for (double frequency : new double[] {0.5, 1}) {
      double slope = 0;
      for (Shift s : shifts) {
        slope += s.weight() * Math.sin(frequency * (0.3 + s.by()));
      }
      assertThat(slope).isCloseTo(frequency * Math.cos(frequency * 0.3), within(1e-14));
    }
  }
}
