package org.meanfield.qasm;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.antlr.v4.runtime.Token;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Encoding;

/// Operations on quantities. Numbers take all of them; a quantity that depends on inputs stays
/// linear in the parameters and polynomial in the features, or the operation is refused where it
/// stands.
final class Arithmetic {
  /// A product of polynomials may have so many monomials.
  private static final int MOST_MONOMIALS = 10_000;

  private static final Map<String, Double> CONSTANTS =
      Map.of(
          "pi",
          Math.PI,
          "π",
          Math.PI,
          "tau",
          2 * Math.PI,
          "τ",
          2 * Math.PI,
          "euler",
          Math.E,
          "ℇ",
          Math.E);

  private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
      Map.ofEntries(
          Map.entry("sin", Math::sin),
          Map.entry("cos", Math::cos),
          Map.entry("tan", Math::tan),
          Map.entry("arcsin", Math::asin),
          Map.entry("arccos", Math::acos),
          Map.entry("arctan", Math::atan),
          Map.entry("asin", Math::asin),
          Map.entry("acos", Math::acos),
          Map.entry("atan", Math::atan),
          Map.entry("exp", Math::exp),
          Map.entry("log", Math::log),
          Map.entry("ln", Math::log),
          Map.entry("sqrt", Math::sqrt),
          Map.entry("abs", Math::abs),
          Map.entry("floor", Math::floor),
          Map.entry("ceiling", Math::ceil));

  private static final Map<String, DoubleBinaryOperator> FUNCTIONS_OF_TWO =
      Map.of("pow", Math::pow, "mod", Arithmetic::modulo);

  private Arithmetic() {}

  /// {@return π, τ and e by name}
  static OptionalDouble constant(String name) {
    Double value = CONSTANTS.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// {@return whether there is a function of this name}
  static boolean isFunction(String name) {
    return FUNCTIONS.containsKey(name) || FUNCTIONS_OF_TWO.containsKey(name);
  }

  /// {@return how many arguments a function has}
  static int arity(String name) {
    return FUNCTIONS.containsKey(name) ? 1 : 2;
  }

  /// {@return f(a)}
  static Quantity apply(Token name, Quantity a) {
    if (a instanceof Quantity.Constant(double value)) {
      return finite(
          name, Objects.requireNonNull(FUNCTIONS.get(name.getText())).applyAsDouble(value));
    }
    throw notLinear(name, name.getText() + "(…)", a.angle());
  }

  /// {@return f(a, b)}
  static Quantity apply(Token name, Quantity a, Quantity b) {
    if (name.getText().equals("pow")) {
      return power(name, a, b);
    }
    if (a instanceof Quantity.Constant(double first)
        && b instanceof Quantity.Constant(double second)) {
      return finite(
          name,
          Objects.requireNonNull(FUNCTIONS_OF_TWO.get(name.getText()))
              .applyAsDouble(first, second));
    }
    throw notLinear(name, name.getText() + "(…)", a.angle().plus(b.angle()));
  }

  /// {@return a + b}
  static Quantity plus(Token where, Quantity a, Quantity b) {
    return a instanceof Quantity.Constant(double first)
            && b instanceof Quantity.Constant(double second)
        ? finite(where, first + second)
        : symbolic(where, () -> a.angle().plus(b.angle()));
  }

  /// {@return −a}
  static Quantity negative(Quantity a) {
    return a instanceof Quantity.Constant(double value)
        ? new Quantity.Constant(-value)
        : new Quantity.Symbolic(a.angle().times(-1));
  }

  /// {@return a·b}
  static Quantity times(Token where, Quantity a, Quantity b) {
    if (a instanceof Quantity.Constant(double first)) {
      return b instanceof Quantity.Constant(double second)
          ? finite(where, first * second)
          : symbolic(where, () -> b.angle().times(first));
    }
    if (b instanceof Quantity.Constant(double second)) {
      return symbolic(where, () -> a.angle().times(second));
    }
    if (a.angle().trains() || b.angle().trains()) {
      throw Objection.at(
          where,
          ("'%s' multiplies %s: an angle must be linear in the parameters, or it has no period in"
                  + " them (assumption A1)")
              .formatted(
                  where.getText(),
                  a.angle().trains() && b.angle().trains()
                      ? "two parameters"
                      : "a parameter and a feature"));
    }
    Encoding g = a.angle().encoding();
    Encoding h = b.angle().encoding();
    if ((long) g.monomials().size() * h.monomials().size() > MOST_MONOMIALS) {
      throw Objection.at(where, "this product has more than %d terms".formatted(MOST_MONOMIALS));
    }
    return symbolic(where, () -> Angle.of(g.times(h)));
  }

  /// {@return a/b, of integers too a real number}
  static Quantity over(Token where, Quantity a, Quantity b) {
    if (!(b instanceof Quantity.Constant(double divisor))) {
      throw notLinear(where, "a quotient", b.angle());
    }
    if (divisor == 0) {
      throw Objection.at(where, "this divides by zero");
    }
    return a instanceof Quantity.Constant(double dividend)
        ? finite(where, dividend / divisor)
        : symbolic(where, () -> a.angle().times(1 / divisor));
  }

  /// {@return a mod b with the sign of b}
  static Quantity remainder(Token where, Quantity a, Quantity b) {
    if (a instanceof Quantity.Constant(double first)
        && b instanceof Quantity.Constant(double second)) {
      return finite(where, modulo(first, second));
    }
    throw notLinear(where, "a remainder", a.angle().plus(b.angle()));
  }

  private static double modulo(double a, double b) {
    return a - b * Math.floor(a / b);
  }

  /// {@return a to the power of b}
  static Quantity power(Token where, Quantity a, Quantity b) {
    if (!(b instanceof Quantity.Constant(double exponent))) {
      throw notLinear(where, "a power", b.angle());
    }
    if (a instanceof Quantity.Constant(double base)) {
      return finite(where, Math.pow(base, exponent));
    }
    boolean isDegree = exponent == Math.rint(exponent) && exponent >= 1 && exponent <= 64;
    if (!isDegree || (a.angle().trains() && exponent > 1)) {
      throw notLinear(where, "the power " + exponent, a.angle());
    }
    Quantity product = a;
    for (int i = 1; i < exponent; i++) {
      product = times(where, product, a);
    }
    return product;
  }

  private static Objection notLinear(Token where, String what, Angle of) {
    return Objection.at(
        where,
        of.trains()
            ? "%s of a parameter is no angle: it must be linear in the parameters, or it has no period in them (assumption A1)"
                .formatted(what)
            : "%s of a feature is no angle: it must be a polynomial in the features; make it a feature of its own in the data"
                .formatted(what));
  }

  private static Quantity.Constant finite(Token where, double value) {
    if (!Double.isFinite(value)) {
      throw Objection.at(
          where,
          "'%s' gives %s, which is no finite number"
              .formatted(where.getText(), String.valueOf(value).toLowerCase(Locale.ROOT)));
    }
    return new Quantity.Constant(value);
  }

  private interface Sum {
    Angle angle();
  }

  private static Quantity symbolic(Token where, Sum sum) {
    try {
      return Quantity.of(sum.angle());
    } catch (IllegalArgumentException e) {
      throw Objection.at(where, String.valueOf(e.getMessage()));
    }
  }
}
