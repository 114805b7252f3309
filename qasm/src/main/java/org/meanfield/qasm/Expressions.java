package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.meanfield.api.quantum.Angle;
import org.meanfield.qasm.grammar.QasmLexer;
import org.meanfield.qasm.grammar.QasmParser.ArgumentsContext;
import org.meanfield.qasm.grammar.QasmParser.AtomContext;
import org.meanfield.qasm.grammar.QasmParser.DesignatorContext;
import org.meanfield.qasm.grammar.QasmParser.ExponentContext;
import org.meanfield.qasm.grammar.QasmParser.ExpressionContext;
import org.meanfield.qasm.grammar.QasmParser.FactorContext;
import org.meanfield.qasm.grammar.QasmParser.IndicesContext;
import org.meanfield.qasm.grammar.QasmParser.ItemContext;
import org.meanfield.qasm.grammar.QasmParser.PowerContext;
import org.meanfield.qasm.grammar.QasmParser.RangeContext;
import org.meanfield.qasm.grammar.QasmParser.SetContext;
import org.meanfield.qasm.grammar.QasmParser.TermContext;

/// Evaluates expressions in a scope.
///
/// @param scope what names mean
record Expressions(Scope scope) {
  /// A range has so many members at most.
  private static final int LONGEST = 1_000_000;

  /// {@return the value of an expression}
  Quantity value(ExpressionContext sum) {
    List<TermContext> terms = sum.term();
    Quantity value = value(terms.getFirst());
    for (int i = 0; i < sum.operators.size(); i++) {
      Token operator = sum.operators.get(i);
      Quantity next = value(terms.get(i + 1));
      value =
          Arithmetic.plus(
              operator, value, operator.getText().equals("+") ? next : Arithmetic.negative(next));
    }
    return value;
  }

  private Quantity value(TermContext product) {
    List<FactorContext> factors = product.factor();
    Quantity value = value(factors.getFirst());
    for (int i = 0; i < product.operators.size(); i++) {
      Token operator = product.operators.get(i);
      Quantity next = value(factors.get(i + 1));
      value =
          switch (operator.getText()) {
            case "*" -> Arithmetic.times(operator, value, next);
            case "/" -> Arithmetic.over(operator, value, next);
            default -> Arithmetic.remainder(operator, value, next);
          };
    }
    return value;
  }

  private Quantity value(FactorContext factor) {
    return signed(factor.signs, value(factor.power()));
  }

  private static Quantity signed(List<Token> signs, Quantity value) {
    long minus = signs.stream().filter(sign -> sign.getText().equals("-")).count();
    return minus % 2 == 0 ? value : Arithmetic.negative(value);
  }

  /// a ** b ** c = a ** (b ** c); a sign before an exponent takes all to its right.
  private Quantity value(PowerContext power) {
    List<ExponentContext> exponents = power.exponent();
    int last = exponents.size() - 1;
    if (last < 0) {
      return value(power.atom());
    }
    Quantity value = value(exponents.get(last));
    for (int i = last - 1; i >= 0; i--) {
      ExponentContext exponent = exponents.get(i);
      Token operator = power.operators.get(i + 1);
      value = signed(exponent.signs, Arithmetic.power(operator, value(exponent.atom()), value));
    }
    return Arithmetic.power(power.operators.getFirst(), value(power.atom()), value);
  }

  private Quantity value(ExponentContext exponent) {
    return signed(exponent.signs, value(exponent.atom()));
  }

  private Quantity value(AtomContext atom) {
    if (atom.number != null) {
      return number(atom.number);
    }
    if (atom.scalar() != null) {
      return cast(atom.scalar().type, value(atom.expression()));
    }
    if (atom.expression() != null) {
      return value(atom.expression());
    }
    if (atom.arguments() != null) {
      return call(atom.name, atom.arguments());
    }
    return name(atom.name, atom.indices());
  }

  private static Quantity cast(Token type, Quantity value) {
    boolean whole = type.getType() == QasmLexer.INT || type.getType() == QasmLexer.UINT;
    if (!whole) {
      return value;
    }
    if (value instanceof Quantity.Constant(double number)) {
      return new Quantity.Constant(number < 0 ? Math.ceil(number) : Math.floor(number));
    }
    throw Objection.at(type, "what depends on an input is no integer");
  }

  private static Quantity number(Token token) {
    String text = token.getText().replace("_", "");
    double value;
    if (token.getType() == QasmLexer.INTEGER && text.length() > 1 && text.charAt(0) == '0') {
      value =
          switch (text.charAt(1)) {
            case 'x', 'X' -> integer(token, text.substring(2), 16);
            case 'o', 'O' -> integer(token, text.substring(2), 8);
            case 'b', 'B' -> integer(token, text.substring(2), 2);
            default -> Double.parseDouble(text);
          };
    } else {
      value = Double.parseDouble(text);
    }
    if (!Double.isFinite(value)) {
      throw Objection.at(token, "the number is too large");
    }
    return new Quantity.Constant(value);
  }

  private static double integer(Token token, String digits, int radix) {
    try {
      return Long.parseLong(digits, radix);
    } catch (NumberFormatException e) {
      throw Objection.at(token, "the number is too large");
    }
  }

  private Quantity call(Token name, ArgumentsContext arguments) {
    String function = name.getText();
    if (function.equals("sizeof")) {
      return size(name, arguments);
    }
    if (!Arithmetic.isFunction(function)) {
      throw Objection.at(
          name,
          "there is no function '%s'; known are sin, cos, tan, arcsin, arccos, arctan, exp, log, sqrt, abs, floor, ceiling, mod, pow and sizeof"
              .formatted(function));
    }
    int arity = Arithmetic.arity(function);
    List<ExpressionContext> given = arguments.expression();
    if (given.size() != arity) {
      throw Objection.at(name, "'%s' takes %d, got %d".formatted(function, arity, given.size()));
    }
    return arity == 1
        ? Arithmetic.apply(name, value(given.getFirst()))
        : Arithmetic.apply(name, value(given.getFirst()), value(given.getLast()));
  }

  private Quantity size(Token name, ArgumentsContext arguments) {
    List<ExpressionContext> given = arguments.expression();
    String array = given.isEmpty() ? "" : given.getFirst().getText();
    List<Integer> sizes =
        switch (scope.find(array).orElse(null)) {
          case Meaning.Input(_, _, List<Integer> all) when !all.isEmpty() -> all;
          case Meaning.Qubits(List<Integer> qubits, boolean single) when !single ->
              List.of(qubits.size());
          case null, default ->
              throw Objection.at(name, "sizeof asks for the name of an array or a register");
        };
    int dimension = given.size() < 2 ? 0 : integer(given.get(1), "a dimension");
    if (dimension < 0 || dimension >= sizes.size() || given.size() > 2) {
      throw Objection.at(
          name, "'%s' has %d dimension(s), counted from 0".formatted(array, sizes.size()));
    }
    return new Quantity.Constant(sizes.get(dimension));
  }

  private Quantity name(Token name, List<IndicesContext> indices) {
    String text = name.getText();
    OptionalDouble constant = Arithmetic.constant(text);
    return switch (scope.find(text).orElse(null)) {
      case null -> {
        if (constant.isEmpty() || !indices.isEmpty()) {
          throw Objection.at(name, "'%s' is not declared here".formatted(text));
        }
        yield new Quantity.Constant(constant.getAsDouble());
      }
      case Meaning.Value(Quantity quantity, _) -> {
        if (!indices.isEmpty()) {
          throw Objection.at(name, "'%s' is one number and takes no index".formatted(text));
        }
        yield quantity;
      }
      case Meaning.Input input -> element(name, input, indices);
      case Meaning.Broken() -> throw Objection.silent();
      case Meaning.Qubits _, Meaning.Bits() ->
          throw Objection.at(
              name, "expected a number, but '%s' is a register of bits or qubits".formatted(text));
    };
  }

  private Quantity element(Token name, Meaning.Input input, List<IndicesContext> indices) {
    List<ItemContext> items = indices.stream().flatMap(i -> i.item().stream()).toList();
    if (items.size() != input.sizes().size()) {
      throw Objection.at(
          name,
          "'%s' takes %d %s, got %d"
              .formatted(
                  name.getText(),
                  input.sizes().size(),
                  input.sizes().size() == 1 ? "index" : "indices",
                  items.size()));
    }
    int offset = 0;
    for (int i = 0; i < items.size(); i++) {
      ItemContext item = items.get(i);
      if (item.set() != null || item.range() != null) {
        throw Objection.at(item.getStart(), "an angle takes one element, not several");
      }
      int size = input.sizes().get(i);
      offset = offset * size + index(item.expression(), size, name.getText());
    }
    return input.at(offset);
  }

  /// {@return an index in 0 … size − 1, of which −1 is the last}
  int index(ExpressionContext expression, int size, String what) {
    int index = integer(expression, "an index");
    if (index < -size || index >= size) {
      throw Objection.at(
          expression.getStart(),
          "index %d is out of range: '%s' has %d element%s, counted from 0"
              .formatted(index, what, size, size == 1 ? "" : "s"));
    }
    return index < 0 ? index + size : index;
  }

  /// {@return the indices that an item takes out of 0 … size − 1}
  List<Integer> indices(ItemContext item, int size, String what) {
    if (item.set() != null) {
      return item.set().expression().stream().map(e -> index(e, size, what)).toList();
    }
    if (item.range() == null) {
      return List.of(index(item.expression(), size, what));
    }
    int step = step(item.range());
    int first =
        item.expression() != null ? index(item.expression(), size, what) : step > 0 ? 0 : size - 1;
    ExpressionContext end = last(item.range());
    int last = end != null ? index(end, size, what) : step > 0 ? size - 1 : 0;
    return range(item, first, step, last);
  }

  /// {@return the numbers that a loop runs through}
  List<Quantity> members(ItemContext item) {
    if (item.set() != null) {
      return members(item.set());
    }
    RangeContext range = item.range();
    if (range == null || item.expression() == null || last(range) == null) {
      throw Objection.at(
          item.getStart(), "a loop runs over a range with both ends, [first:last], or a set");
    }
    int first = integer(item.expression(), "the beginning of a range");
    int last = integer(last(range), "the end of a range");
    return range(item, first, step(range), last).stream()
        .map(i -> (Quantity) new Quantity.Constant(i))
        .toList();
  }

  /// {@return the numbers that a loop runs through}
  List<Quantity> members(SetContext set) {
    return set.expression().stream().map(this::value).toList();
  }

  /// In `a:b` b is the end, in `a:s:b` s is the step.
  private static ExpressionContext last(RangeContext range) {
    return range.third == null ? range.second : range.third;
  }

  private int step(RangeContext range) {
    if (range.third == null || range.second == null) {
      return 1;
    }
    int step = integer(range.second, "the step of a range");
    if (step == 0) {
      throw Objection.at(range.second.getStart(), "the step of a range must not be 0");
    }
    return step;
  }

  private static List<Integer> range(ParserRuleContext where, int first, int step, int last) {
    if (Math.floorDiv((long) last - first, (long) step) >= LONGEST) {
      throw Objection.at(where.getStart(), "the range has more than %d members".formatted(LONGEST));
    }
    List<Integer> members = new ArrayList<>();
    for (long i = first; step > 0 ? i <= last : i >= last; i += step) {
      members.add((int) i);
    }
    return members;
  }

  /// {@return the integer that an expression is}
  ///
  /// @param what it stands for, for the sentence
  int integer(ExpressionContext expression, String what) {
    double number = number(expression, what);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw Objection.at(
          expression.getStart(), "%s must be an integer, got %s".formatted(what, number));
    }
    return (int) number;
  }

  /// {@return the number that an expression is}
  ///
  /// @param what it stands for, for the sentence
  double number(ExpressionContext expression, String what) {
    if (value(expression) instanceof Quantity.Constant(double number)) {
      return number;
    }
    throw Objection.at(
        expression.getStart(),
        "%s must be a number, but '%s' depends on an input".formatted(what, expression.getText()));
  }

  /// {@return a size in brackets}
  ///
  /// @param most the largest
  int size(DesignatorContext designator, int most, String what) {
    return size(designator.expression(), most, what);
  }

  /// {@return a size}
  ///
  /// @param most the largest
  int size(ExpressionContext expression, int most, String what) {
    int size = integer(expression, "the size of " + what);
    if (size < 1 || size > most) {
      throw Objection.at(
          expression.getStart(),
          "the size of %s must be 1 … %d, got %d".formatted(what, most, size));
    }
    return size;
  }

  /// {@return the angles in brackets}
  List<Angle> angles(ArgumentsContext arguments) {
    return arguments.expression().stream().map(e -> value(e).angle()).toList();
  }
}
