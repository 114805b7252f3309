package org.meanfield.api.quantum;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Angles as one writes them: `2θ₀ + x₁/2 − π/4`, rounded to four digits.
final class AngleText {
  private static final String DIGITS = "₀₁₂₃₄₅₆₇₈₉";

  /// Fractions k·π/n that go by this name; quarter turns and what files of other tools hold.
  private static final List<Integer> DENOMINATORS =
      List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 128);

  private static final int MOST_HALF_TURNS = 64;

  /// A number this close to a fraction, relatively, is meant to be it.
  private static final double CLOSE = 1e-12;

  private AngleText() {}

  static String of(Angle angle) {
    StringBuilder text = new StringBuilder();
    angle.shares().forEach(s -> add(text, s.scale(), "θ" + subscript(s.parameter())));
    for (Encoding.Monomial m : angle.encoding().monomials()) {
      add(text, m.coefficient(), monomial(m.features()));
    }
    double constant = angle.encoding().constant();
    if (constant != 0 || text.isEmpty()) {
      add(text, constant, "");
    }
    return text.toString();
  }

  private static String monomial(List<Integer> features) {
    StringBuilder text = new StringBuilder();
    int power = 0;
    for (int at = 0; at < features.size(); at++) {
      power++;
      if (at + 1 == features.size() || !features.get(at).equals(features.get(at + 1))) {
        text.append("x").append(subscript(features.get(at)));
        text.append(power == 1 ? "" : superscript(power));
        power = 0;
      }
    }
    return text.toString();
  }

  private static void add(StringBuilder text, double coefficient, String factor) {
    boolean negative = coefficient < 0;
    text.append(text.isEmpty() ? (negative ? "−" : "") : negative ? " − " : " + ");
    text.append(product(Math.abs(coefficient), factor));
  }

  private static String product(double size, String factor) {
    for (int n : DENOMINATORS) {
      double turns = size / Math.PI * n;
      if (isInteger(turns) && turns >= 1 && turns <= MOST_HALF_TURNS) {
        return whole(turns, "π" + factor) + (n == 1 ? "" : "/" + n);
      }
    }
    if (!factor.isEmpty()) {
      for (int n : DENOMINATORS) {
        if (isInteger(size * n) && Math.rint(size * n) == 1) {
          return factor + (n == 1 ? "" : "/" + n);
        }
      }
    }
    return rounded(size) + factor;
  }

  private static boolean isInteger(double number) {
    return Math.abs(number - Math.rint(number)) <= CLOSE * Math.max(1, number);
  }

  private static String whole(double count, String factor) {
    return Math.rint(count) == 1 ? factor : (long) Math.rint(count) + factor;
  }

  /// {@return a number to four digits}
  static String rounded(double number) {
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros();
    boolean plain = rounded.signum() == 0 || (rounded.scale() <= 8 && rounded.scale() >= -6);
    return (plain ? rounded.toPlainString() : rounded.toString()).replace('-', '−');
  }

  /// {@return a number ≥ 0 as an index}
  static String subscript(int number) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      text.append(DIGITS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String superscript(int number) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return text.toString();
  }
}
