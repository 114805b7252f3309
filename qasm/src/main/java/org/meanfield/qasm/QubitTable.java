package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.qasm.grammar.QasmParser.IndicesContext;
import org.meanfield.qasm.grammar.QasmParser.ItemContext;
import org.meanfield.qasm.grammar.QasmParser.OperandContext;
import org.meanfield.qasm.grammar.QasmParser.QubitsContext;

/// The qubits there are, declared in registers or numbered as `$0`, and which of them an operand
/// means. Not shareable between threads.
final class QubitTable {
  private int count;
  private boolean numbered;

  /// {@return the number of qubits}
  int count() {
    return count;
  }

  /// Declares a register.
  ///
  /// @param global where
  void declare(QubitsContext statement, Scope global) {
    int most = PauliString.MOST_QUBITS - count;
    boolean single = statement.designator() == null;
    Token name = statement.name;
    if (numbered) {
      throw Objection.at(name, "qubits are either declared or numbered as $0, not both");
    }
    if (most == 0) {
      throw Objection.at(
          name, "a circuit has at most %d qubits".formatted(PauliString.MOST_QUBITS));
    }
    int size =
        single ? 1 : new Expressions(global).size(statement.designator(), most, "this register");
    global.define(
        name, new Meaning.Qubits(IntStream.range(count, count + size).boxed().toList(), single));
    count += size;
  }

  /// {@return the qubits that an operand means}
  ///
  /// @param operand a register, its elements, or `$3`
  /// @param scope what names mean
  /// @param inGate whether this is the body of a gate
  Meaning.Qubits operand(OperandContext operand, Scope scope, boolean inGate) {
    if (operand.HARDWARE() != null) {
      return physical(operand.HARDWARE().getSymbol(), inGate);
    }
    Token name = operand.WORD().getSymbol();
    Meaning meaning = scope.find(name.getText()).orElse(null);
    if (meaning instanceof Meaning.Broken) {
      throw Objection.silent();
    }
    if (!(meaning instanceof Meaning.Qubits register)) {
      throw Objection.at(
          name,
          meaning == null
              ? "there is no qubit '%s' here".formatted(name.getText())
              : "expected a qubit, but '%s' is none".formatted(name.getText()));
    }
    Meaning.Qubits chosen = register;
    for (IndicesContext indices : operand.indices()) {
      if (chosen.single()) {
        throw Objection.at(
            indices.getStart(), "'%s' is one qubit and takes no index".formatted(name.getText()));
      }
      chosen = chosen(chosen, indices, name, scope);
    }
    return chosen;
  }

  private static Meaning.Qubits chosen(
      Meaning.Qubits register, IndicesContext indices, Token name, Scope scope) {
    if (indices.item().size() > 1) {
      throw Objection.at(
          indices.getStart(), "a register takes one index; write several as a set, [{0, 2}]");
    }
    ItemContext item = indices.item(0);
    List<Integer> all = register.indices();
    List<Integer> qubits =
        new Expressions(scope)
            .indices(item, all.size(), name.getText()).stream().map(all::get).toList();
    if (qubits.isEmpty()) {
      throw Objection.at(item.getStart(), "this range is empty");
    }
    return new Meaning.Qubits(qubits, item.range() == null && item.set() == null);
  }

  /// `$3` is qubit 3 of as many as the highest number asks for.
  private Meaning.Qubits physical(Token token, boolean inGate) {
    if (inGate) {
      throw Objection.at(token, "the body of a gate acts on the gate's own qubits only");
    }
    String digits = token.getText().substring(1);
    int index = digits.length() > 4 ? PauliString.MOST_QUBITS : Integer.parseInt(digits);
    if (count > 0 && !numbered) {
      throw Objection.at(token, "qubits are either declared or numbered as $0, not both");
    }
    if (index >= PauliString.MOST_QUBITS) {
      throw Objection.at(
          token, "a circuit has at most %d qubits".formatted(PauliString.MOST_QUBITS));
    }
    numbered = true;
    count = Math.max(count, index + 1);
    return new Meaning.Qubits(List.of(index), true);
  }

  /// {@return the qubits of each round: registers go in step, single qubits stay}
  static List<List<Integer>> broadcast(Token name, List<Meaning.Qubits> operands) {
    int rounds = 1;
    for (Meaning.Qubits operand : operands) {
      int size = operand.indices().size();
      if (size != 1) {
        if (rounds != 1 && rounds != size) {
          throw Objection.at(
              name, "registers of %d and %d qubits do not go in step".formatted(rounds, size));
        }
        rounds = size;
      }
    }
    List<List<Integer>> all = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<Integer> targets = new ArrayList<>();
      for (Meaning.Qubits operand : operands) {
        targets.add(operand.indices().get(operand.indices().size() == 1 ? 0 : round));
      }
      if (Set.copyOf(targets).size() < targets.size()) {
        throw Objection.at(
            name, "'%s' acts twice on one qubit; its qubits must differ".formatted(name.getText()));
      }
      all.add(targets);
    }
    return all;
  }
}
