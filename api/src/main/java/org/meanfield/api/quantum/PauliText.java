package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads Pauli sums: sum := ['+'|'-'] term {('+'|'-') term}; term := factor {'*' factor}; factor :=
/// number | 'I' | ('X'|'Y'|'Z') qubit.
final class PauliText {
  private static final Pattern NUMBER = Pattern.compile("(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern LETTER = Pattern.compile("([XYZxyz])\\s*(\\d{1,9})");

  private final String text;
  private final int qubits;
  private int at;

  PauliText(String text, int qubits) {
    this.text = text;
    this.qubits = qubits;
  }

  PauliSum sum() {
    List<PauliSum.Term> terms = new ArrayList<>();
    double sign = sign(1);
    terms.add(term(sign));
    while (peek() != 0) {
      sign = sign(0);
      if (sign == 0) {
        throw expected("+, - or *");
      }
      terms.add(term(sign));
    }
    return PauliSum.of(terms);
  }

  /// The sign at hand, or `otherwise` when there is none.
  private double sign(double otherwise) {
    char c = peek();
    if (c == '+' || c == '-') {
      at++;
      return c == '+' ? 1 : -1;
    }
    return otherwise;
  }

  private PauliSum.Term term(double sign) {
    double coefficient = sign;
    PauliString string = PauliString.identity(qubits);
    while (true) {
      peek();
      Matcher number = NUMBER.matcher(text).region(at, text.length());
      Matcher letter = LETTER.matcher(text).region(at, text.length());
      if (number.lookingAt()) {
        coefficient *= Double.parseDouble(number.group());
        at = number.end();
      } else if (letter.lookingAt()) {
        string = with(string, letter);
        at = letter.end();
      } else if (peek() == 'I') {
        at++;
      } else {
        throw expected("a number or a Pauli letter with its qubit, such as Z0");
      }
      if (peek() != '*') {
        return new PauliSum.Term(coefficient, string);
      }
      at++;
    }
  }

  private PauliString with(PauliString string, Matcher letter) {
    int q = Integer.parseInt(letter.group(2));
    if (q >= qubits) {
      throw expected("a qubit below %d, got %d".formatted(qubits, q));
    }
    if (string.at(q) != Pauli.I) {
      throw expected("each qubit at most once in a term; qubit %d stands twice".formatted(q));
    }
    return string.with(q, Pauli.valueOf(letter.group(1).toUpperCase(Locale.ROOT)));
  }

  /// The next character that is not white space, or 0 at the end.
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        "observable '%s', column %d: expected %s".formatted(text, at + 1, what));
  }
}
