package org.meanfield.api.quantum;

import java.util.List;
import java.util.Locale;

/// The gates without an angle that go by a name, as `stdgates.inc` of OpenQASM 3 defines them.
///
/// Each is, up to a phase of the whole state, a sequence of evolutions exp(−i·angle·G/2) under sums
/// G of commuting Pauli strings.
public enum StandardGate {
  /// Pauli X
  X(1, turn("X", 1)),
  /// Pauli Y
  Y(1, turn("Y", 1)),
  /// Pauli Z
  Z(1, turn("Z", 1)),
  /// Hadamard, X·RY(π/2)
  H(1, turn("Y", 0.5), turn("X", 1)),
  /// diag(1, i)
  S(1, turn("Z", 0.5)),
  /// diag(1, −i)
  SDG(1, turn("Z", -0.5)),
  /// diag(1, e^{iπ/4})
  T(1, turn("Z", 0.25)),
  /// diag(1, e^{−iπ/4})
  TDG(1, turn("Z", -0.25)),
  /// the square root of X
  SX(1, turn("X", 0.5)),
  /// its inverse
  SXDG(1, turn("X", -0.5)),
  /// controlled X: the first qubit decides
  CX(2, turn("ZI + IX - ZX", 0.5)),
  /// controlled Y
  CY(2, turn("ZI + IY - ZY", 0.5)),
  /// controlled Z, symmetric
  CZ(2, turn("ZI + IZ - ZZ", 0.5)),
  /// controlled H, with H = RY(π/4)·Z·RY(−π/4)
  CH(2, turn("IY", -0.25), turn("ZI + IZ - ZZ", 0.5), turn("IY", 0.25)),
  /// exchange
  SWAP(2, turn("XX + YY + ZZ", 0.5)),
  /// exchange with a factor i on |01⟩ and |10⟩
  ISWAP(2, turn("XX + YY", -0.5)),
  /// Toffoli: the first two qubits decide
  CCX(3, turn("ZII + IZI + IIX - ZZI - ZIX - IZX + ZZX", 0.25)),
  /// controlled controlled Z
  CCZ(3, turn("ZII + IZI + IIZ - ZZI - ZIZ - IZZ + ZZZ", 0.25)),
  /// Fredkin: the first qubit decides
  CSWAP(3, turn("ZII + IXX + IYY + IZZ - ZXX - ZYY - ZZZ", 0.25));

  /// exp(−i·radians·G/2).
  ///
  /// @param generator G on the gate's own qubits
  /// @param radians the angle
  record Turn(PauliSum generator, double radians) {}

  private final int qubits;

  // The list is a copy of immutable values.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Turn> turns;

  StandardGate(int qubits, Turn... turns) {
    this.qubits = qubits;
    this.turns = List.of(turns);
  }

  /// {@return on how many qubits it acts}
  public int qubits() {
    return qubits;
  }

  /// {@return its name in OpenQASM, such as `sdg`}
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Turn> turns() {
    return turns;
  }

  /// @param letters signed strings, one letter per qubit
  /// @param halves the angle in units of π
  private static Turn turn(String letters, double halves) {
    List<PauliSum.Term> terms =
        List.of(letters.replace("- ", "+ -").split(" \\+ ")).stream()
            .map(StandardGate::term)
            .toList();
    return new Turn(PauliSum.of(terms), halves * Math.PI);
  }

  private static PauliSum.Term term(String letters) {
    boolean negative = letters.startsWith("-");
    String word = negative ? letters.substring(1) : letters;
    PauliString string = PauliString.identity(word.length());
    for (int q = 0; q < word.length(); q++) {
      string = string.with(q, Pauli.valueOf(word.substring(q, q + 1)));
    }
    return new PauliSum.Term(negative ? -1 : 1, string);
  }
}
