package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.quantum.Angle;
import org.meanfield.qasm.grammar.QasmLexer;
import org.meanfield.qasm.grammar.QasmParser.AliasContext;
import org.meanfield.qasm.grammar.QasmParser.ArgumentsContext;
import org.meanfield.qasm.grammar.QasmParser.ArrayContext;
import org.meanfield.qasm.grammar.QasmParser.AssignmentContext;
import org.meanfield.qasm.grammar.QasmParser.BarrierContext;
import org.meanfield.qasm.grammar.QasmParser.BitsContext;
import org.meanfield.qasm.grammar.QasmParser.BlockContext;
import org.meanfield.qasm.grammar.QasmParser.CallContext;
import org.meanfield.qasm.grammar.QasmParser.EmptyContext;
import org.meanfield.qasm.grammar.QasmParser.GateContext;
import org.meanfield.qasm.grammar.QasmParser.IncludeContext;
import org.meanfield.qasm.grammar.QasmParser.InputContext;
import org.meanfield.qasm.grammar.QasmParser.LoopContext;
import org.meanfield.qasm.grammar.QasmParser.MeasureContext;
import org.meanfield.qasm.grammar.QasmParser.MeasurementContext;
import org.meanfield.qasm.grammar.QasmParser.ModifiedContext;
import org.meanfield.qasm.grammar.QasmParser.ModifierContext;
import org.meanfield.qasm.grammar.QasmParser.OperandContext;
import org.meanfield.qasm.grammar.QasmParser.OperandsContext;
import org.meanfield.qasm.grammar.QasmParser.OutputContext;
import org.meanfield.qasm.grammar.QasmParser.PlainContext;
import org.meanfield.qasm.grammar.QasmParser.QubitsContext;
import org.meanfield.qasm.grammar.QasmParser.RefusedContext;
import org.meanfield.qasm.grammar.QasmParser.ScalarContext;
import org.meanfield.qasm.grammar.QasmParser.StatementContext;
import org.meanfield.qasm.grammar.QasmParser.VariableContext;
import org.meanfield.qasm.grammar.QasmParser.VersionContext;

/// Runs statements: loops and definitions unfold into operations on numbered qubits. Not shareable
/// between threads.
final class Interpreter {
  /// Definitions that use definitions; Java's stack holds many more.
  private static final int DEEPEST = 100;

  private static final String SECOND = "2";

  /// What runs where.
  ///
  /// @param scope what names mean
  /// @param out receives the operations
  /// @param gate the definition whose body this is, if it is one
  /// @param depth how many calls are under way
  private record Frame(Scope scope, List<Operation> out, @Nullable GateDefinition gate, int depth) {
    Expressions expressions() {
      return new Expressions(scope);
    }

    Meaning.Qubits qubits(OperandContext operand, QubitTable table) {
      return table.operand(operand, scope, depth > 0);
    }

    Frame inner() {
      return new Frame(scope.inner(), out, gate, depth);
    }
  }

  private final Mistakes mistakes;
  private final DeclaredInputs inputs;
  private final Gates gates = new Gates();
  private final QubitTable qubits = new QubitTable();
  private final Budget budget = new Budget();
  private final List<Operation> operations = new ArrayList<>();
  private final List<GateCall> calls = new ArrayList<>();
  private final Scope global = Scope.global();
  private boolean legacy;
  private @Nullable Token measured;

  Interpreter(DeclaredInputs inputs, Mistakes mistakes) {
    this.inputs = inputs;
    this.mistakes = mistakes;
  }

  /// Runs a whole file.
  ///
  /// @param roles whose names OpenQASM 2 takes for declared
  void run(List<StatementContext> statements, Roles roles) {
    Frame frame = new Frame(global, operations, null, 0);
    boolean first = true;
    for (StatementContext statement : statements) {
      try {
        if (statement instanceof VersionContext version) {
          if (!first) {
            throw Objection.at(
                version.getStart(), "the version stands before everything else, once");
          }
          version(version, roles);
        } else {
          execute(statement, frame);
        }
      } catch (Objection e) {
        mistakes.add(e);
        breakNames(statement);
      }
      first = false;
    }
  }

  /// {@return what the file does}
  List<Operation> operations() {
    return operations;
  }

  /// {@return the gates that the file calls; a call's end counts operations}
  List<GateCall> calls() {
    return calls;
  }

  /// {@return the number of qubits}
  int qubits() {
    return qubits.count();
  }

  /// What a failed statement would have declared is not missed again.
  private void breakNames(StatementContext statement) {
    switch (statement) {
      case QubitsContext s -> broken(s.name);
      case BitsContext s -> broken(s.name);
      case InputContext s -> broken(s.name);
      case OutputContext s -> broken(s.name);
      case VariableContext s -> broken(s.name);
      case AliasContext s -> broken(s.name);
      case GateContext s -> gates.addBroken(s.name.getText());
      default -> {}
    }
  }

  private void broken(Token name) {
    if (global.find(name.getText()).isEmpty()) {
      global.define(name.getText(), new Meaning.Broken());
    }
  }

  private void version(VersionContext statement, Roles roles) {
    String number = statement.number.getText();
    if (!Set.of(SECOND, "2.0", "3", "3.0", "3.1").contains(number)) {
      throw Objection.at(
          statement.number,
          "there is no OpenQASM %s here; known are 2.0, 3.0 and 3.1".formatted(number));
    }
    legacy = number.startsWith(SECOND);
    if (legacy) {
      gates.useLegacy();
      for (List<String> names : List.of(roles.parameters(), roles.inputs())) {
        for (String name : names) {
          CommonToken token = new CommonToken(statement.number);
          token.setText(name);
          if (global.find(name).isEmpty()) {
            global.define(token, inputs.declare(token, List.of()));
          }
        }
      }
    }
  }

  private void execute(StatementContext statement, Frame frame) {
    budget.spend(statement.getStart(), 1);
    if (frame.depth() == 0 && frame.scope() != global) {
      refuseInLoop(statement);
    }
    switch (statement) {
      case VersionContext s ->
          throw Objection.at(s.getStart(), "the version stands before everything else, once");
      case IncludeContext s -> include(s);
      case QubitsContext s -> qubits.declare(s, global);
      case BitsContext s -> bits(s, frame);
      case InputContext s -> input(s);
      case OutputContext s -> frame.scope().define(s.name, new Meaning.Bits());
      case VariableContext s -> variable(s, frame);
      case AliasContext s -> alias(s, frame);
      case GateContext s -> gates.define(s, global);
      case LoopContext s -> loop(s, frame);
      case BarrierContext s -> barrier(s, frame);
      case MeasureContext s -> {
        measure(s.measurement(), frame);
        if (s.operand() != null) {
          bits(
              s.operand().WORD() == null ? s.operand().getStart() : s.operand().WORD().getSymbol(),
              frame);
        }
      }
      case ModifiedContext s -> call(s.modifier(), s.call(), frame);
      case PlainContext s -> plain(s, frame);
      case RefusedContext s -> throw refused(s.refusal);
      case EmptyContext _ -> {}
      default -> throw new AssertionError("a statement of no kind: " + statement.getClass());
    }
  }

  private static void refuseInLoop(StatementContext statement) {
    switch (statement) {
      case IncludeContext _, QubitsContext _, InputContext _, OutputContext _, GateContext _ ->
          throw Objection.at(
              statement.getStart(),
              "%s belongs outside of loops".formatted(Syntax.shown(statement.getStart())));
      default -> {}
    }
  }

  static Objection refused(Token word) {
    String reason =
        switch (word.getType()) {
          case QasmLexer.RESET -> "it is no unitary; an expert's qubits start in |0⟩";
          case QasmLexer.IF, QasmLexer.ELSE, QasmLexer.SWITCH, QasmLexer.WHILE ->
              "an expert's circuit is the same for every input; only loops over given numbers unfold";
          case QasmLexer.DEF, QasmLexer.EXTERN, QasmLexer.RETURN ->
              "subroutines compute with classical results; write a 'gate' instead";
          case QasmLexer.OPAQUE -> "an opaque gate has no definition to compute with";
          case QasmLexer.DELAY, QasmLexer.BOX, QasmLexer.DURATION, QasmLexer.STRETCH ->
              "a circuit here takes no time; remove it";
          case QasmLexer.CAL, QasmLexer.DEFCAL -> "pulses are not computed with; remove it";
          case QasmLexer.PRAGMA -> "it may change what the circuit means; remove it";
          default -> "it has no place in a circuit of gates; remove it";
        };
    String text = word.getType() == QasmLexer.PRAGMA ? "pragma" : word.getText();
    return Objection.at(word, "'%s' is not supported: %s".formatted(text, reason));
  }

  private void include(IncludeContext statement) {
    String quoted = statement.file.getText();
    String file = quoted.substring(1, quoted.length() - 1);
    if (!gates.include(file)) {
      throw Objection.at(
          statement.file,
          "the file '%s' is not read; known are stdgates.inc and qelib1.inc, other definitions belong into this file"
              .formatted(file));
    }
  }

  private void bits(BitsContext statement, Frame frame) {
    if (statement.designator() != null) {
      frame.expressions().size(statement.designator(), DeclaredInputs.MOST, "this register");
    }
    frame.scope().define(statement.name, new Meaning.Bits());
    if (statement.measurement() != null) {
      measure(statement.measurement(), frame);
    }
  }

  private static void bits(Token name, Frame frame) {
    switch (frame.scope().find(name.getText()).orElse(null)) {
      case Meaning.Bits() -> {}
      case Meaning.Broken() -> throw Objection.silent();
      case null, default ->
          throw Objection.at(
              name, "expected bits to hold the result, but '%s' is none".formatted(name.getText()));
    }
  }

  private void input(InputContext statement) {
    if (legacy) {
      throw Objection.at(
          statement.getStart(),
          "OpenQASM 2 has no inputs; write 'OPENQASM 3.0;' and 'include \"stdgates.inc\";'");
    }
    ArrayContext array = statement.array();
    ScalarContext scalar = array == null ? statement.scalar() : array.scalar();
    if (scalar.type.getType() != QasmLexer.FLOAT && scalar.type.getType() != QasmLexer.ANGLE) {
      throw Objection.at(
          scalar.type,
          "an input is an angle, of type float or angle, not '%s'; say numbers with 'const'"
              .formatted(scalar.type.getText()));
    }
    width(scalar);
    Expressions expressions = new Expressions(global);
    List<Integer> sizes =
        array == null
            ? List.of()
            : array.expression().stream()
                .map(e -> expressions.size(e, DeclaredInputs.MOST, "this array"))
                .toList();
    if (global.find(statement.name.getText()).isPresent()) {
      global.define(statement.name, new Meaning.Broken());
    }
    global.define(statement.name, inputs.declare(statement.name, sizes));
  }

  private void width(ScalarContext scalar) {
    if (scalar.designator() != null) {
      new Expressions(global).size(scalar.designator(), 1024, "this type");
    }
  }

  private void variable(VariableContext statement, Frame frame) {
    width(statement.scalar());
    if (statement.scalar().type.getType() == QasmLexer.COMPLEX) {
      throw Objection.at(
          statement.scalar().type, "complex numbers have no place in a circuit of gates");
    }
    boolean constant = statement.CONST() != null;
    if (statement.expression() == null) {
      if (constant) {
        throw Objection.at(statement.name, "a constant needs a value, '= …'");
      }
      frame.scope().define(statement.name, new Meaning.Value(new Quantity.Constant(0), false));
      return;
    }
    Expressions expressions = frame.expressions();
    Quantity value;
    int type = statement.scalar().type.getType();
    if (type == QasmLexer.INT || type == QasmLexer.UINT) {
      value =
          new Quantity.Constant(
              expressions.integer(statement.expression(), "the value of an integer"));
    } else if (constant) {
      value =
          new Quantity.Constant(
              expressions.number(statement.expression(), "the value of a constant"));
    } else {
      value = expressions.value(statement.expression());
    }
    frame.scope().define(statement.name, new Meaning.Value(value, constant));
  }

  private void alias(AliasContext statement, Frame frame) {
    List<Integer> all = new ArrayList<>();
    for (OperandContext operand : statement.operand()) {
      all.addAll(frame.qubits(operand, qubits).indices());
    }
    frame.scope().define(statement.name, new Meaning.Qubits(all, false));
  }

  private void loop(LoopContext statement, Frame frame) {
    Expressions expressions = frame.expressions();
    List<Quantity> members =
        statement.iterable().set() != null
            ? expressions.members(statement.iterable().set())
            : expressions.members(statement.iterable().item());
    for (Quantity member : members) {
      budget.spend(statement.getStart(), 1);
      Frame round = frame.inner();
      round.scope().define(statement.name, new Meaning.Value(member, frame.gate() != null));
      if (statement.block() == null) {
        execute(statement.statement(), round);
      } else {
        execute(statement.block(), round);
      }
    }
  }

  private void execute(BlockContext block, Frame frame) {
    for (StatementContext statement : block.statement()) {
      execute(statement, frame);
    }
  }

  private void barrier(BarrierContext statement, Frame frame) {
    if (statement.operands() != null) {
      statement.operands().operand().forEach(operand -> frame.qubits(operand, qubits));
    }
  }

  private void measure(MeasurementContext measurement, Frame frame) {
    measurement.operands().operand().forEach(operand -> frame.qubits(operand, qubits));
    if (measured == null) {
      measured = measurement.getStart();
    }
  }

  private void plain(PlainContext statement, Frame frame) {
    Token name = statement.WORD().getSymbol();
    if (statement.assignment() == null) {
      call(List.of(), name, statement.arguments(), statement.operands(), frame);
      return;
    }
    AssignmentContext assignment = statement.assignment();
    if (assignment.measurement() != null) {
      bits(name, frame);
      measure(assignment.measurement(), frame);
      return;
    }
    if (!(frame.scope().find(name.getText()).orElse(null)
            instanceof Meaning.Value(Quantity before, boolean constant))
        || constant) {
      throw frame.scope().find(name.getText()).orElse(null) instanceof Meaning.Broken
          ? Objection.silent()
          : Objection.at(name, "'%s' is no variable to assign to".formatted(name.getText()));
    }
    if (!statement.indices().isEmpty()) {
      throw Objection.at(name, "'%s' is one number and takes no index".formatted(name.getText()));
    }
    Quantity value = frame.expressions().value(assignment.expression());
    Token operator = assignment.operator;
    frame
        .scope()
        .assign(
            name.getText(),
            switch (operator.getText()) {
              case "+=" -> Arithmetic.plus(operator, before, value);
              case "-=" -> Arithmetic.plus(operator, before, Arithmetic.negative(value));
              case "*=" -> Arithmetic.times(operator, before, value);
              case "/=" -> Arithmetic.over(operator, before, value);
              default -> value;
            });
  }

  private void call(List<ModifierContext> modifiers, CallContext call, Frame frame) {
    call(modifiers, call.WORD().getSymbol(), call.arguments(), call.operands(), frame);
  }

  /// Appends a gate: once, or for each element where registers are given.
  private void call(
      List<ModifierContext> modifiers,
      Token name,
      @Nullable ArgumentsContext arguments,
      @Nullable OperandsContext operands,
      Frame frame) {
    if (measured != null && frame.depth() == 0) {
      throw Objection.at(
          name,
          "no gate may follow a measurement (line %d): the observable is measured at the end"
              .formatted(measured.getLine()));
    }
    Arity arity = gates.arity(name);
    List<Angle> angles = arguments == null ? List.of() : frame.expressions().angles(arguments);
    List<Modifier> applied =
        modifiers.stream().map(m -> Modifier.of(m, frame.expressions())).toList();
    int controls = applied.stream().mapToInt(Modifier::controls).sum();
    List<Meaning.Qubits> on =
        operands == null
            ? List.of()
            : operands.operand().stream().map(operand -> frame.qubits(operand, qubits)).toList();
    arity.check(name, controls, angles.size(), on.size());
    boolean unfolded = applied.isEmpty() && gates.definition(name).isPresent();
    for (List<Integer> targets : QubitTable.broadcast(name, on)) {
      int before = calls.size();
      int start = before == 0 ? 0 : calls.getLast().end();
      List<Operation> done =
          gate(name, angles, targets.subList(controls, targets.size()), frame.depth());
      int next = controls;
      for (Modifier modifier : applied.reversed()) {
        next -= modifier.controls();
        done = modifier.apply(done, targets.subList(next, next + modifier.controls()), budget);
      }
      budget.spend(name, done.size());
      frame.out().addAll(done);
      if (!unfolded) {
        // A modifier takes the gate as a whole: what its body calls is no gate of its own.
        calls.subList(before, calls.size()).clear();
      }
      calls.add(
          new GateCall(
              "c".repeat(controls) + name.getText(),
              targets,
              start + done.size(),
              unfolded,
              name.getLine(),
              name.getCharPositionInLine() + 1));
      if (frame.out().size() > Budget.MOST) {
        throw Budget.tooMuch(name);
      }
    }
  }

  private List<Operation> gate(Token name, List<Angle> angles, List<Integer> targets, int depth) {
    Optional<GateDefinition> defined = gates.definition(name);
    if (defined.isEmpty()) {
      return gates.builtin(name).body().of(angles, targets);
    }
    GateDefinition definition = defined.get();
    if (depth >= DEEPEST) {
      throw Objection.at(name, "definitions are nested more than %d deep here".formatted(DEEPEST));
    }
    Scope scope = global.body();
    for (int i = 0; i < angles.size(); i++) {
      scope.define(definition.angles().get(i), new Meaning.Value(Quantity.of(angles.get(i)), true));
    }
    for (int i = 0; i < targets.size(); i++) {
      scope.define(definition.targets().get(i), new Meaning.Qubits(List.of(targets.get(i)), true));
    }
    List<Operation> body = new ArrayList<>();
    execute(definition.body(), new Frame(scope, body, definition, depth + 1));
    return body;
  }
}
