package org.meanfield.qasm;

import org.antlr.v4.runtime.Token;

/// How many angles and qubits a gate takes.
record Arity(int angles, int qubits) {
  /// @throws Objection if a call gives others
  void check(Token name, int controls, int givenAngles, int givenQubits) {
    checkAngles(name, givenAngles);
    if (givenQubits != qubits + controls) {
      throw Objection.at(
          name,
          "'%s' takes %s%s, got %d"
              .formatted(
                  name.getText(),
                  counted(qubits, "qubit"),
                  controls == 0 ? "" : " and " + counted(controls, "control"),
                  givenQubits));
    }
  }

  /// @throws Objection if a call gives another number of angles
  void checkAngles(Token name, int given) {
    if (given != angles) {
      throw Objection.at(
          name, "'%s' takes %s, got %d".formatted(name.getText(), counted(angles, "angle"), given));
    }
  }

  private static String counted(int count, String thing) {
    return "%d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }
}
