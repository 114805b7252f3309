package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.meanfield.api.quantum.StandardGate;
import org.meanfield.qasm.grammar.QasmLexer;
import org.meanfield.qasm.grammar.QasmParser.ModifierContext;

/// A modifier before a gate, such as `ctrl(2) @`.
///
/// @param token where it stands
/// @param kind which of `ctrl`, `negctrl`, `inv`, `pow`
/// @param number how many controls, or the exponent
record Modifier(Token token, Kind kind, double number) {
  enum Kind {
    CONTROL,
    NEGATIVE_CONTROL,
    INVERSE,
    POWER
  }

  /// A control doubles the strings of each generator.
  private static final int MOST_CONTROLS = 10;

  /// {@return the modifier of a text}
  static Modifier of(ModifierContext context, Expressions expressions) {
    Token token = context.kind;
    Kind kind =
        switch (token.getType()) {
          case QasmLexer.CTRL -> Kind.CONTROL;
          case QasmLexer.NEGCTRL -> Kind.NEGATIVE_CONTROL;
          case QasmLexer.INV -> Kind.INVERSE;
          default -> Kind.POWER;
        };
    boolean given = context.expression() != null;
    if (given && kind == Kind.INVERSE) {
      throw Objection.at(token, "'inv' takes no number");
    }
    if (!given && kind == Kind.POWER) {
      throw Objection.at(token, "'pow' needs an exponent, such as 'pow(2) @'");
    }
    double number =
        !given
            ? 1
            : kind == Kind.POWER
                ? expressions.number(context.expression(), "an exponent")
                : expressions.size(context.expression(), MOST_CONTROLS, "a group of controls");
    return new Modifier(token, kind, number);
  }

  /// {@return how many of the operands it takes}
  int controls() {
    return kind == Kind.CONTROL || kind == Kind.NEGATIVE_CONTROL ? (int) number : 0;
  }

  /// {@return the operations modified}
  ///
  /// @param on the controls
  /// @param budget pays for what grows
  List<Operation> apply(List<Operation> operations, List<Integer> on, Budget budget) {
    return switch (kind) {
      case INVERSE -> Operations.inverse(operations);
      case POWER -> power(operations, budget);
      case CONTROL -> controlled(operations, on, budget);
      case NEGATIVE_CONTROL -> {
        // X·X = 1: what acts where a qubit is 0 acts where its flip is 1.
        List<Operation> all = new ArrayList<>();
        on.forEach(q -> all.add(new Operation.Named(StandardGate.X, List.of(q))));
        all.addAll(controlled(operations, on, budget));
        on.forEach(q -> all.add(new Operation.Named(StandardGate.X, List.of(q))));
        yield all;
      }
    };
  }

  private List<Operation> controlled(List<Operation> operations, List<Integer> on, Budget budget) {
    List<Operation> all = operations;
    for (int q : on.reversed()) {
      all = Operations.controlled(all, q);
      for (Operation operation : all) {
        if (operation instanceof Operation.Turn(Generator generator, _)) {
          long terms = generator.terms().size();
          if (terms > 1L << (MOST_CONTROLS + 2)) {
            throw Objection.at(token, "too many controls for a gate of this kind");
          }
          // Terms are held against each other when the circuit is built.
          budget.spend(token, terms + terms * terms / 256);
        }
      }
    }
    return all;
  }

  private List<Operation> power(List<Operation> operations, Budget budget) {
    boolean whole = number == Math.rint(number);
    if (whole && Math.abs(number) <= 1) {
      return number == 0 ? List.of() : number == 1 ? operations : Operations.inverse(operations);
    }
    boolean named = operations.stream().anyMatch(Operation.Named.class::isInstance);
    if (!whole || !named) {
      budget.spend(token, (long) operations.size() * operations.size() / 256);
      Optional<List<Operation>> scaled = Operations.power(operations, number);
      if (scaled.isPresent()) {
        return scaled.get();
      }
    }
    if (!whole) {
      throw Objection.at(
          token,
          "the power %s of this gate is not taken: its steps do not commute; only integer powers of such gates are"
              .formatted(number));
    }
    return repeated(operations, budget);
  }

  private List<Operation> repeated(List<Operation> operations, Budget budget) {
    double times = Math.abs(number);
    if (operations.size() == 1 && operations.getFirst() instanceof Operation.Named) {
      // Every named gate to the power of 8 is the identity.
      times %= 8;
    }
    if (times * operations.size() > Budget.MOST) {
      throw Budget.tooMuch(token);
    }
    List<Operation> once = number < 0 ? Operations.inverse(operations) : operations;
    budget.spend(token, (long) (times * operations.size()));
    List<Operation> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(once);
    }
    return all;
  }
}
