package org.meanfield.experts.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;

class ObservableNormTest {
  private static double norm(String text, int qubits) {
    return ObservableNorm.of(PauliSum.parse(text, qubits));
  }

  /// Closed forms: anticommuting, independent, dependent commuting (ZZ, XX, YY = −ZZ·XX has
  /// eigenvalues −3 and 1), and with the identity.
  @ParameterizedTest
  @CsvSource({
    "0.6*X0 + 0.8*Z0, 1",
    "3*X0 + 4*Z0 + 12*Y0, 13",
    "0.6*X40 - 0.8*Z40 + 0.5*I, 1.5",
    "2*Z0 - X1, 3",
    "X0*X1 + Y0*Y1 + Z0*Z1, 3",
    "-X0*X1 - Y0*Y1 - Z0*Z1, 3",
    "X0*X1 + Y0*Y1 - Z0*Z1, 3",
    "X0*X1 - Y0*Y1 - Z0*Z1, 3",
    "X0*X1 + Y0*Y1 + Z0*Z1 + I, 2",
    "Z0 + Z1 - Z0*Z1, 3",
    "Z0 + Z1 + Z0*Z1, 3",
    "-Z0 - Z1 - Z0*Z1 + I, 2",
    "0*Z0 + 0.25*I, 0.25",
    "X0 + Z0 + X1 + Z1, 2.8284271247461903",
  })
  void closedForms(String text, double norm) {
    assertThat(norm(text, 50)).isCloseTo(norm, within(1e-14 * norm));
  }

  /// Transverse-field Ising ring at its critical point: the lowest level of n = 6 spins is −Σ over
  /// the odd momenta, 2/sin(π/12) in all.
  @Test
  void isingRing() {
    StringBuilder text = new StringBuilder();
    for (int q = 0; q < 6; q++) {
      text.append(text.isEmpty() ? "" : " + ").append("Z" + q + "*Z" + (q + 1) % 6 + " + X" + q);
    }
    assertThat(norm(text.toString(), 6)).isCloseTo(2 / Math.sin(Math.PI / 12), within(1e-13));
  }

  /// Against power iteration on (O + s)² by hand-made matrices: random sums on 1 to 4 qubits, real
  /// and complex, never below any |⟨ψ|O|ψ⟩|.
  @Test
  void randomSumsAgreeWithPowerIteration() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 40; trial++) {
      int qubits = 1 + trial % 4;
      List<PauliSum.Term> terms = new ArrayList<>();
      for (int t = 0; t < 6; t++) {
        terms.add(
            new PauliSum.Term(
                random.nextDouble(-1, 1),
                new PauliString(qubits, random.nextInt(1 << qubits), random.nextInt(1 << qubits))));
      }
      PauliSum sum = PauliSum.of(terms);
      double power = powerIteration(sum, random);
      // 4000 rounds leave an error that depends on the gap: from below, by up to 1e−4.
      assertThat(ObservableNorm.of(sum))
          .as(sum.toString())
          .isBetween(power * (1 - 1e-12), power * (1 + 1e-4));
    }
  }

  private static double powerIteration(PauliSum sum, SplittableRandom random) {
    int states = 1 << sum.qubits();
    double[] v = random.doubles(2L * states, -1, 1).toArray();
    double norm = 0;
    for (int round = 0; round < 4000; round++) {
      double[] next = new double[2 * states];
      for (PauliSum.Term term : sum.terms()) {
        for (int b = 0; b < states; b++) {
          int to = b ^ (int) term.string().x();
          int power =
              Long.bitCount(term.string().x() & term.string().z())
                  + 2 * Long.bitCount(b & term.string().z());
          double re = v[b];
          double im = v[states + b];
          for (int turn = 0; turn < (power & 3); turn++) {
            double old = re;
            re = -im;
            im = old;
          }
          next[to] += term.coefficient() * re;
          next[states + to] += term.coefficient() * im;
        }
      }
      double length = 0;
      double before = 0;
      for (int i = 0; i < next.length; i++) {
        length += next[i] * next[i];
        before += v[i] * v[i];
      }
      norm = Math.sqrt(length / before);
      for (int i = 0; i < next.length; i++) {
        v[i] = next[i] / Math.sqrt(length);
      }
    }
    return norm;
  }

  /// Neither structure nor size helps: Σ|c| is what is known.
  @Test
  void largeSumsHaveTheirBound() {
    StringBuilder text = new StringBuilder();
    for (int q = 0; q < 12; q++) {
      text.append(text.isEmpty() ? "" : " + ").append("X" + q + " + Z" + q);
    }
    assertThat(norm(text.toString(), 12)).isEqualTo(24);
  }

  /// 2^rank signs, where strings depend on each other.
  @Test
  void dependentDiagonalSums() {
    // Z_a Z_b around a ring of 9: an odd ring cannot have all of them −1.
    StringBuilder text = new StringBuilder();
    for (int q = 0; q < 9; q++) {
      text.append(" - Z" + q + "*Z" + (q + 1) % 9);
    }
    assertThat(norm(text + " + 9*I", 9)).isEqualTo(16);
  }
}
