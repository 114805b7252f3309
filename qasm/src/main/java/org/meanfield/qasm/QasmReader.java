package org.meanfield.qasm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.StandardGate;
import org.meanfield.qasm.grammar.QasmParser.StatementContext;

/// Reads circuits in OpenQASM 2 and 3.
///
/// Loops, definitions, modifiers and registers unfold into rotations, evolutions and named gates;
/// each step is known with its phase, so that controls are exact. Angles are linear in parameters
/// plus a polynomial in features. `barrier` does nothing; measurements at the end are left out, as
/// an observable stands for them. Resets, conditions, subroutines and timing are refused.
///
/// **Reference.** A. W. Cross et al., *OpenQASM 3: a broader and deeper quantum assembly language*,
/// ACM Trans. Quantum Comput. 3, 12 (2022).
public final class QasmReader {
  /// Bytes of a file; a million gates fit.
  private static final long LARGEST = 32L << 20;

  private QasmReader() {}

  /// {@return the circuit of a file}
  ///
  /// @param file UTF-8, at most 32 MiB
  /// @param roles which inputs are parameters
  /// @throws BadInput with every mistake in the file, each with line and column, or the mistakes in
  ///   the roles
  public static QasmCircuit read(Path file, Roles roles) throws BadInput {
    String name = file.toString();
    try {
      if (Files.size(file) > LARGEST) {
        throw new BadInput(
            Place.of(name), "the file is larger than %d MiB".formatted(LARGEST >> 20));
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), name, roles);
    } catch (CharacterCodingException e) {
      throw new BadInput(Place.of(name), "the file is no text in UTF-8");
    } catch (IOException e) {
      throw new BadInput(Place.of(name), "the file cannot be read");
    }
  }

  /// {@return the circuit of a text}
  ///
  /// @param text OpenQASM 2 or 3
  /// @param name the name of the text in places
  /// @param roles which inputs are parameters
  /// @throws BadInput with every mistake in the text, each with line and column, or the mistakes in
  ///   the roles
  public static QasmCircuit parse(String text, String name, Roles roles) throws BadInput {
    Mistakes mistakes = new Mistakes();
    List<StatementContext> statements = Syntax.statements(text, mistakes);
    mistakes.tell(name);
    DeclaredInputs inputs = new DeclaredInputs(roles);
    Interpreter interpreter = new Interpreter(inputs, mistakes);
    interpreter.run(statements, roles);
    mistakes.tell(name);
    inputs.check();
    if (interpreter.qubits() == 0) {
      throw new BadInput(Place.of(name), "the file declares no qubit; write 'qubit[4] q;'");
    }
    Circuit.Builder circuit = Circuit.on(interpreter.qubits());
    UnaryOperator<Angle> reordering = inputs.reordering();
    BitSet driven = new BitSet();
    // gatesOf[i] gates have come of the first i operations.
    int[] gatesOf = new int[interpreter.operations().size() + 1];
    for (int i = 1; i < gatesOf.length; i++) {
      Operation operation = interpreter.operations().get(i - 1);
      boolean there = append(circuit, operation, interpreter.qubits(), reordering, driven);
      gatesOf[i] = gatesOf[i - 1] + (there ? 1 : 0);
    }
    for (int k = driven.nextClearBit(0); k < inputs.count(true); k = driven.nextClearBit(k + 1)) {
      mistakes.add(
          Objection.at(
              inputs.declaration(true, k),
              "the parameter '%s' drives no gate; use it, or declare less"
                  .formatted(inputs.element(true, k))));
    }
    mistakes.tell(name);
    List<GateCall> calls =
        interpreter.calls().stream().map(c -> c.ending(gatesOf[c.end()])).toList();
    return new QasmCircuit(circuit.build(), inputs.names(true), inputs.names(false), calls);
  }

  /// Appends an operation; what is a phase of the whole state now is left out.
  ///
  /// @return whether it became a gate
  private static boolean append(
      Circuit.Builder circuit,
      Operation operation,
      int qubits,
      UnaryOperator<Angle> reordering,
      BitSet driven) {
    switch (operation) {
      case Operation.Named(StandardGate kind, List<Integer> on) -> {
        circuit.gate(kind, on.stream().mapToInt(Integer::intValue).toArray());
        return true;
      }
      case Operation.Turn(Generator generator, Angle angle) -> {
        Optional<PauliSum> sum = generator.withoutPhase(qubits);
        if (sum.isPresent()) {
          angle.shares().forEach(share -> driven.set(share.parameter()));
          append(circuit, sum.get(), reordering.apply(angle));
        }
        return sum.isPresent();
      }
    }
  }

  private static void append(Circuit.Builder circuit, PauliSum sum, Angle angle) {
    if (sum.terms().size() > 1) {
      circuit.evolve(sum, angle);
      return;
    }
    double coefficient = sum.terms().getFirst().coefficient();
    PauliString axis = sum.terms().getFirst().string();
    circuit.rotate(axis, coefficient == 1 ? angle : angle.times(coefficient));
  }
}
