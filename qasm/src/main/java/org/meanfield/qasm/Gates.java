package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.qasm.grammar.QasmParser.GateContext;

/// The gates that can be called: those of the language, of its libraries where they are included,
/// and those that the file defines. Not shareable between threads.
final class Gates {
  private final Library library = new Library();
  private final Map<String, GateDefinition> definitions = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private boolean legacy;

  /// From here on gates are those of OpenQASM 2.
  void useLegacy() {
    legacy = true;
  }

  /// {@return whether there is a library of this name; its gates are known from here on}
  boolean include(String file) {
    return library.include(file);
  }

  /// Takes a definition that failed for one, so that its calls are not told too.
  void addBroken(String name) {
    broken.add(name);
  }

  /// Adds a gate.
  ///
  /// @param global the scope it is defined in
  /// @throws Objection if the definition is wrong
  void define(GateContext statement, Scope global) {
    String name = statement.name.getText();
    if (library.isTaken(name) || definitions.containsKey(name)) {
      throw Objection.at(
          statement.name, "the gate '%s' is defined already; choose another name".formatted(name));
    }
    List<String> angles =
        statement.angles == null
            ? List.of()
            : statement.angles.WORD().stream().map(w -> w.getText()).toList();
    List<String> targets = statement.targets.WORD().stream().map(w -> w.getText()).toList();
    List<String> both = new ArrayList<>(angles);
    both.addAll(targets);
    if (Set.copyOf(both).size() < both.size()) {
      throw Objection.at(
          statement.name, "the angles and qubits of '%s' need different names".formatted(name));
    }
    if (targets.size() > PauliString.MOST_QUBITS) {
      throw Objection.at(
          statement.name, "a circuit has at most %d qubits".formatted(PauliString.MOST_QUBITS));
    }
    GateDefinition definition =
        new GateDefinition(statement.name, angles, targets, statement.block(), definitions.size());
    new DefinitionCheck(definition, global, this::arity).check();
    definitions.put(name, definition);
  }

  /// {@return the definition of a gate; empty if the file has none}
  Optional<GateDefinition> definition(Token name) {
    return Optional.ofNullable(definitions.get(name.getText()));
  }

  /// {@return what a gate takes}
  ///
  /// @throws Objection if there is no such gate
  Arity arity(Token name) {
    return definition(name)
        .map(found -> new Arity(found.angles().size(), found.targets().size()))
        .orElseGet(() -> {
          Library.Builtin builtin = builtin(name);
          return new Arity(builtin.angles(), builtin.qubits());
        });
  }

  /// {@return a gate of the language or of a library}
  ///
  /// @throws Objection if there is none of this name
  Library.Builtin builtin(Token name) {
    String word = name.getText();
    if (broken.contains(word)) {
      throw Objection.silent();
    }
    Optional<Library.Builtin> found = library.find(word, legacy);
    if (found.isEmpty()) {
      throw Objection.at(
          name,
          Library.any(word).isPresent()
              ? "the gate '%s' is not known yet; begin with 'include \"%s\";'"
                  .formatted(word, legacy ? "qelib1.inc" : "stdgates.inc")
              : "there is no gate '%s'; define it first with 'gate %s … { … }'"
                  .formatted(word, word));
    }
    return found.get();
  }
}
