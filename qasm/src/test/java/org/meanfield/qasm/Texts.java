package org.meanfield.qasm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.meanfield.api.BadInput;
import org.meanfield.api.quantum.Circuit;

/// Texts for tests.
final class Texts {
  static final String HEAD = "OPENQASM 3.0;\ninclude \"stdgates.inc\";\n";

  private Texts() {}

  static QasmCircuit read(String text) {
    return read(text, Roles.byName());
  }

  static QasmCircuit read(String text, Roles roles) {
    try {
      return QasmReader.parse(text, "test.qasm", roles);
    } catch (BadInput e) {
      throw new AssertionError(String.join("\n", mistakes(e)) + "\nin\n" + text, e);
    }
  }

  static Circuit circuit(String text) {
    return read(text).circuit();
  }

  /// {@return what is told of a text, `place sentence` each; empty if it is a circuit}
  static List<String> mistakes(String text) {
    return mistakes(text, Roles.byName());
  }

  static List<String> mistakes(String text, Roles roles) {
    try {
      QasmReader.parse(text, "test.qasm", roles);
      return List.of();
    } catch (BadInput e) {
      return mistakes(e);
    }
  }

  private static List<String> mistakes(BadInput e) {
    List<BadInput> all = new ArrayList<>(List.of(e));
    all.addAll(e.others());
    return all.stream()
        .map(m -> m.place().map(Object::toString).orElse("") + " " + m.sentence())
        .toList();
  }

  /// {@return a file among the test resources}
  static String file(String name) {
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
