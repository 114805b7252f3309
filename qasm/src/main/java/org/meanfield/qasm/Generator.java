package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;

/// The generator G of an evolution exp(−i·angle·G/2): a real sum of commuting Pauli strings, the
/// identity among them, since a phase matters once it is controlled.
///
/// @param terms each string once
record Generator(List<Term> terms) {
  /// One term c·P; bit q of a mask is qubit q.
  ///
  /// @param coefficient c
  /// @param x bits of the qubits with X or Y
  /// @param z bits of the qubits with Z or Y
  record Term(double coefficient, long x, long z) {}

  private record Masks(long x, long z) {}

  /// Copies the terms.
  Generator {
    terms = List.copyOf(terms);
  }

  /// {@return the identity, which generates phases}
  static Generator identity() {
    return new Generator(List.of(new Term(1, 0, 0)));
  }

  /// {@return one Pauli string}
  ///
  /// @param letters such as `XZ`, one per qubit
  /// @param qubits where they act
  static Generator of(String letters, List<Integer> qubits) {
    long x = 0;
    long z = 0;
    for (int i = 0; i < letters.length(); i++) {
      long bit = 1L << qubits.get(i);
      char letter = letters.charAt(i);
      x |= letter == 'X' || letter == 'Y' ? bit : 0;
      z |= letter == 'Z' || letter == 'Y' ? bit : 0;
    }
    return new Generator(List.of(new Term(1, x, z)));
  }

  /// {@return P − 1, whose evolution exp(−i·angle·(P − 1)/2) leaves the +1 states of P alone}
  static Generator phase(String letters, List<Integer> qubits) {
    return of(letters, qubits).plus(identity(), -1);
  }

  /// {@return this + factor·other}
  Generator plus(Generator other, double factor) {
    Map<Masks, Double> sum = new LinkedHashMap<>();
    terms.forEach(t -> sum.merge(new Masks(t.x(), t.z()), t.coefficient(), Double::sum));
    other
        .terms()
        .forEach(t -> sum.merge(new Masks(t.x(), t.z()), factor * t.coefficient(), Double::sum));
    List<Term> all = new ArrayList<>();
    sum.forEach((masks, c) -> all.add(new Term(c, masks.x(), masks.z())));
    return new Generator(all);
  }

  /// {@return G·(1 − Z_c)/2: the evolution acts where qubit c is 1}
  ///
  /// @param control c, which G leaves alone
  Generator controlled(int control) {
    long bit = 1L << control;
    List<Term> halves = new ArrayList<>();
    for (Term t : terms) {
      halves.add(new Term(0.5 * t.coefficient(), t.x(), t.z()));
    }
    for (Term t : terms) {
      halves.add(new Term(-0.5 * t.coefficient(), t.x(), t.z() | bit));
    }
    return new Generator(halves);
  }

  /// {@return whether each string commutes with each of the other}
  boolean commutesWith(Generator other) {
    for (Term a : terms) {
      for (Term b : other.terms) {
        if (((Long.bitCount(a.x() & b.z()) + Long.bitCount(a.z() & b.x())) & 1) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /// {@return the sum without the identity; empty if nothing else is left}
  ///
  /// @param qubits m of the whole circuit
  Optional<PauliSum> withoutPhase(int qubits) {
    List<PauliSum.Term> left = new ArrayList<>();
    for (Term t : terms) {
      if ((t.x() | t.z()) != 0 && t.coefficient() != 0) {
        left.add(new PauliSum.Term(t.coefficient(), string(qubits, t)));
      }
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(PauliSum.of(left));
  }

  private static PauliString string(int qubits, Term term) {
    PauliString string = PauliString.identity(qubits);
    for (int q = 0; q < qubits; q++) {
      boolean flips = (term.x() >> q & 1) != 0;
      boolean signs = (term.z() >> q & 1) != 0;
      if (flips || signs) {
        string = string.with(q, flips ? (signs ? Pauli.Y : Pauli.X) : Pauli.Z);
      }
    }
    return string;
  }
}
