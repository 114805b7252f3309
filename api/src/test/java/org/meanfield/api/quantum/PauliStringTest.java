package org.meanfield.api.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PauliStringTest {
  @Test
  void qubitZeroIsTheMostSignificantBit() {
    assertThat(PauliString.identity(3).with(0, Pauli.X)).isEqualTo(new PauliString(3, 4, 0));
    assertThat(PauliString.identity(3).with(2, Pauli.Z)).isEqualTo(new PauliString(3, 0, 1));
    assertThat(PauliString.identity(3).with(1, Pauli.Y)).isEqualTo(new PauliString(3, 2, 2));
  }

  @ParameterizedTest
  @EnumSource(Pauli.class)
  void lettersAreReadBack(Pauli letter) {
    PauliString string = new PauliString(4, 0b1111, 0b1111).with(2, letter);
    assertThat(string.at(2)).isEqualTo(letter);
    assertThat(string.at(1)).isEqualTo(Pauli.Y);
    assertThat(string.at(3)).isEqualTo(Pauli.Y);
  }

  @Test
  void textNamesLettersAndQubits() {
    assertThat(PauliString.identity(3).with(0, Pauli.X).with(2, Pauli.Z)).hasToString("X0*Z2");
    assertThat(PauliString.identity(3)).hasToString("I");
    assertThat(PauliString.identity(3).isIdentity()).isTrue();
  }

  @Test
  void stringsOfMoreQubitsThanBitsAreRefused() {
    assertThat(PauliString.identity(62).with(0, Pauli.Z).z()).isEqualTo(1L << 61);
    assertThatThrownBy(() -> PauliString.identity(63))
        .hasMessage("a Pauli string has 1 to 62 qubits, got 63");
    assertThatThrownBy(() -> new PauliString(2, 4, 0))
        .hasMessage("masks 4 and 0 reach beyond 2 qubits");
    assertThatThrownBy(() -> PauliString.identity(2).at(2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
