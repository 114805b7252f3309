package org.meanfield.api.quantum;

/// Text of a sum: terms joined by + and −, factors 1 left out.
final class SignedTerms {
  private final StringBuilder text = new StringBuilder();

  void add(double coefficient, String factor) {
    boolean negative = Math.copySign(1, coefficient) < 0;
    double size = Math.abs(coefficient);
    text.append(text.isEmpty() ? (negative ? "-" : "") : negative ? " - " : " + ");
    text.append(factor.isEmpty() ? String.valueOf(size) : size == 1 ? factor : size + "*" + factor);
  }

  /// {@return the sum with a constant at the end, unless it is 0 and not alone}
  String withConstant(double constant) {
    if (constant != 0 || text.isEmpty()) {
      add(constant, "");
    }
    return text.toString();
  }
}
