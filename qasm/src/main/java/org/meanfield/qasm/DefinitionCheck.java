package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.meanfield.qasm.grammar.QasmParser.AtomContext;
import org.meanfield.qasm.grammar.QasmParser.BarrierContext;
import org.meanfield.qasm.grammar.QasmParser.BlockContext;
import org.meanfield.qasm.grammar.QasmParser.EmptyContext;
import org.meanfield.qasm.grammar.QasmParser.LoopContext;
import org.meanfield.qasm.grammar.QasmParser.ModifiedContext;
import org.meanfield.qasm.grammar.QasmParser.OperandContext;
import org.meanfield.qasm.grammar.QasmParser.PlainContext;
import org.meanfield.qasm.grammar.QasmParser.RefusedContext;
import org.meanfield.qasm.grammar.QasmParser.StatementContext;

/// Looks through the body of a gate when it is defined, so that a mistake shows whether the gate is
/// used or not: names, and the numbers of angles.
///
/// @param gate what is defined
/// @param outer the scope it is defined in
/// @param arity what a gate takes that is defined before this one
record DefinitionCheck(GateDefinition gate, Scope outer, Function<Token, Arity> arity) {
  void check() {
    block(gate.body(), new HashSet<>(gate.angles()));
  }

  private void block(BlockContext block, Set<String> numbers) {
    block.statement().forEach(statement -> statement(statement, numbers));
  }

  private void statement(StatementContext statement, Set<String> numbers) {
    refuseInBody(statement);
    switch (statement) {
      case PlainContext plain when plain.assignment() == null ->
          call(
              plain.WORD().getSymbol(),
              plain.arguments() == null ? 0 : plain.arguments().expression().size());
      case ModifiedContext modified ->
          call(
              modified.call().WORD().getSymbol(),
              modified.call().arguments() == null
                  ? 0
                  : modified.call().arguments().expression().size());
      case LoopContext loop -> {
        names(loop.iterable(), numbers);
        Set<String> inner = new HashSet<>(numbers);
        inner.add(loop.name.getText());
        if (loop.block() != null) {
          block(loop.block(), inner);
        } else {
          statement(loop.statement(), inner);
        }
        return;
      }
      default -> {}
    }
    names(statement, numbers);
  }

  private static void refuseInBody(StatementContext statement) {
    switch (statement) {
      case LoopContext _,
          BarrierContext _,
          ModifiedContext _,
          RefusedContext _,
          EmptyContext _ -> {}
      case PlainContext plain when plain.assignment() == null -> {}
      default ->
          throw Objection.at(
              statement.getStart(),
              "expected a gate, a loop or '}' in the body of a gate, found %s"
                  .formatted(Syntax.shown(statement.getStart())));
    }
  }

  private void call(Token name, int angles) {
    if (name.getText().equals(gate.name().getText())) {
      throw Objection.at(name, "the gate '%s' calls itself".formatted(name.getText()));
    }
    arity.apply(name).checkAngles(name, angles);
  }

  /// Every name in expressions and operands.
  private void names(ParseTree tree, Set<String> numbers) {
    List<ParseTree> left = new ArrayList<>(List.of(tree));
    while (!left.isEmpty()) {
      ParseTree next = left.removeLast();
      switch (next) {
        case AtomContext atom when atom.name != null && atom.arguments() == null ->
            number(atom.name, numbers);
        case OperandContext operand when operand.WORD() != null ->
            qubit(operand.WORD().getSymbol());
        default -> {}
      }
      for (int i = next.getChildCount() - 1; i >= 0; i--) {
        left.add(next.getChild(i));
      }
    }
  }

  private void number(Token name, Set<String> numbers) {
    String text = name.getText();
    if (numbers.contains(text)
        || gate.targets().contains(text)
        || Arithmetic.constant(text).isPresent()) {
      return;
    }
    switch (outer.find(text).orElse(null)) {
      case Meaning.Value(_, boolean constant) when constant -> {}
      case Meaning.Broken() -> throw Objection.silent();
      case null -> throw Objection.at(name, "'%s' is not declared here".formatted(text));
      default ->
          throw Objection.at(
              name,
              "the body of a gate sees constants and its own angles only; give '%s' to the gate as an angle"
                  .formatted(text));
    }
  }

  private void qubit(Token name) {
    if (!gate.targets().contains(name.getText())) {
      throw Objection.at(
          name, "the gate '%s' has no qubit '%s'".formatted(gate.name().getText(), name.getText()));
    }
  }
}
