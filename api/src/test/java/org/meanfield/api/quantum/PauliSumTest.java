package org.meanfield.api.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PauliSumTest {
  private static PauliString string(int qubits, Object... lettersAndQubits) {
    PauliString string = PauliString.identity(qubits);
    for (int i = 0; i < lettersAndQubits.length; i += 2) {
      string = string.with((Integer) lettersAndQubits[i + 1], (Pauli) lettersAndQubits[i]);
    }
    return string;
  }

  @Test
  void textBecomesTerms() {
    assertThat(PauliSum.parse("0.5*Z0 + 0.5*X1*X2", 3).terms())
        .containsExactly(
            new PauliSum.Term(0.5, string(3, Pauli.Z, 0)),
            new PauliSum.Term(0.5, string(3, Pauli.X, 1, Pauli.X, 2)));
    assertThat(PauliSum.parse("-Z0", 1).terms())
        .containsExactly(new PauliSum.Term(-1, string(1, Pauli.Z, 0)));
  }

  /// Spaces, lower case, numbers anywhere in a term, the identity.
  @ParameterizedTest
  @CsvSource({
    "'  -  2e-1 * y1 ', -0.2, Y1",
    "+.5*Z0*.5, 0.25, Z0",
    "2*3.*I, 6, I",
    "1, 1, I",
    "I*X0*I, 1, X0",
    "Z 1, 1, Z1",
  })
  void everySpellingIsRead(String text, double coefficient, String string) {
    PauliSum sum = PauliSum.parse(text, 2);
    assertThat(sum.terms()).hasSize(1);
    assertThat(sum.terms().getFirst().coefficient()).isCloseTo(coefficient, within(1e-16));
    assertThat(sum.terms().getFirst().string()).hasToString(string);
  }

  @Test
  void equalStringsAreMerged() {
    assertThat(PauliSum.parse("Z0*X1 + 0.25*Z1 - 0.5*X1*Z0", 2).terms())
        .containsExactly(
            new PauliSum.Term(0.5, string(2, Pauli.Z, 0, Pauli.X, 1)),
            new PauliSum.Term(0.25, string(2, Pauli.Z, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "Z0 ++ Z1, 5, 'a number or a Pauli letter with its qubit, such as Z0'",
    "'', 1, 'a number or a Pauli letter with its qubit, such as Z0'",
    "Z0 Z1, 4, '+, - or *'",
    "Z, 1, 'a number or a Pauli letter with its qubit, such as Z0'",
    "Z0*, 4, 'a number or a Pauli letter with its qubit, such as Z0'",
    "X0 + Q1, 6, 'a number or a Pauli letter with its qubit, such as Z0'",
    "Z2, 1, 'a qubit below 2, got 2'",
    "X0*Z0, 4, 'each qubit at most once in a term; qubit 0 stands twice'",
    "Z12345, 1, 'a qubit below 2, got 12345'",
  })
  void mistakesAreToldWithTheirColumn(String text, int column, String expected) {
    assertThatThrownBy(() -> PauliSum.parse(text, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("observable '%s', column %d: expected %s".formatted(text, column, expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.5*Z0 + 0.5*X1*X2",
        "-Z0",
        "Z0 - Z1",
        "-0.1*X0*Y1*Z2 - 1e-12*Y2 + 3",
        "1e300*Z0 - 0.30000000000000004*I",
        "0*Z0 - 0*Z1"
      })
  void textIsReadBack(String text) {
    PauliSum sum = PauliSum.parse(text, 3);
    assertThat(PauliSum.parse(sum.toString(), 3).terms())
        .as("%s, written as %s", text, sum)
        .containsExactlyElementsOf(sum.terms());
  }

  @Test
  void boundIsTheSumOfTheCoefficients() {
    assertThat(PauliSum.parse("0.5*Z0 - 0.25*X1", 2).bound()).isEqualTo(0.75);
    assertThat(PauliSum.meanZ(4).bound()).isEqualTo(1);
    assertThat(PauliSum.meanZ(4).terms()).hasSize(4);
  }

  @Test
  void termsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> PauliSum.of(List.of())).hasMessageContaining("at least one term");
    assertThatThrownBy(() ->
            PauliSum.of(
                List.of(
                    new PauliSum.Term(1, PauliString.identity(2)),
                    new PauliSum.Term(1, PauliString.identity(3)))))
        .hasMessage("term I has 3 qubits, the first has 2");
    assertThatThrownBy(
            () -> PauliSum.of(List.of(new PauliSum.Term(Double.NaN, PauliString.identity(1)))))
        .hasMessage("the coefficient of I is NaN");
    assertThatThrownBy(() -> PauliSum.parse("1e308*Z0 + 1e308*Z0", 1))
        .hasMessage("the coefficient of Z0 is Infinity");
  }
}
