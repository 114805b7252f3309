package org.meanfield.qasm;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.meanfield.qasm.grammar.QasmParser.BlockContext;

/// A gate that the file defines.
///
/// @param name where it is named
/// @param angles the names of its angles
/// @param targets the names of its qubits
/// @param body what it does
/// @param number how many were defined before: a body uses earlier ones only
record GateDefinition(
    Token name, List<String> angles, List<String> targets, BlockContext body, int number) {
  /// Copies the names.
  GateDefinition {
    angles = List.copyOf(angles);
    targets = List.copyOf(targets);
  }
}
