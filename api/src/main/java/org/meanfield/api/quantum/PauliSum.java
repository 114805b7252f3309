package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An observable O = Σ_t c_t P_t: a real combination of Pauli strings on m qubits. Immutable; equal
/// strings are merged.
public final class PauliSum {
  /// One term c·P.
  ///
  /// @param coefficient c, finite
  /// @param string P
  public record Term(double coefficient, PauliString string) {}

  private final int qubits;
  private final List<Term> terms;

  private PauliSum(int qubits, List<Term> terms) {
    this.qubits = qubits;
    this.terms = terms;
  }

  /// {@return the sum of the given terms}
  ///
  /// @param terms at least one, all on the same number of qubits, with finite coefficients
  public static PauliSum of(List<Term> terms) {
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("an observable needs at least one term");
    }
    int qubits = terms.getFirst().string().qubits();
    Map<PauliString, Double> merged = new LinkedHashMap<>();
    for (Term term : terms) {
      if (term.string().qubits() != qubits) {
        throw new IllegalArgumentException(
            "term %s has %d qubits, the first has %d"
                .formatted(term.string(), term.string().qubits(), qubits));
      }
      double coefficient = merged.merge(term.string(), term.coefficient(), Double::sum);
      if (!Double.isFinite(coefficient)) {
        throw new IllegalArgumentException(
            "the coefficient of %s is %s".formatted(term.string(), coefficient));
      }
    }
    List<Term> kept = new ArrayList<>();
    merged.forEach((string, coefficient) -> kept.add(new Term(coefficient, string)));
    return new PauliSum(qubits, List.copyOf(kept));
  }

  /// {@return (1/m) Σ_q Z_q}
  ///
  /// @param qubits m
  public static PauliSum meanZ(int qubits) {
    List<Term> terms = new ArrayList<>();
    for (int q = 0; q < qubits; q++) {
      terms.add(new Term(1.0 / qubits, PauliString.identity(qubits).with(q, Pauli.Z)));
    }
    return of(terms);
  }

  /// {@return Z_q}
  ///
  /// @param qubits m
  /// @param q 0 ≤ q < m
  public static PauliSum z(int qubits, int q) {
    return of(List.of(new Term(1, PauliString.identity(qubits).with(q, Pauli.Z))));
  }

  /// {@return the observable a text describes, such as `0.5*Z0 + 0.5*X1*X2` or `-Z0`}
  ///
  /// @param text terms joined by + or −; a term is factors joined by `*`: numbers, letters X, Y, Z
  ///   followed by a qubit (each qubit once), or I
  /// @param qubits m
  /// @throws IllegalArgumentException if the text is something else; the message tells the column
  ///   and what was expected
  public static PauliSum parse(String text, int qubits) {
    return new PauliText(text, qubits).sum();
  }

  /// {@return the number of qubits m}
  public int qubits() {
    return qubits;
  }

  /// {@return the terms, in order of first appearance}
  public List<Term> terms() {
    return terms;
  }

  /// {@return Σ_t |c_t|, an upper bound of the operator norm ‖O‖}
  public double bound() {
    return terms.stream().mapToDouble(t -> Math.abs(t.coefficient())).sum();
  }

  /// {@return the sum as text that [#parse] reads back}
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      boolean negative = Math.copySign(1, term.coefficient()) < 0;
      text.append(text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
      text.append(Math.abs(term.coefficient())).append("*").append(term.string());
    }
    return text.toString();
  }
}
