package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.meanfield.app.console.Status;

/// The program, run inside the tests' own virtual machine.
final class Program {
  /// The ready studies.
  static final Path STUDIES =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolveSibling("studies");

  private Program() {}

  /// What a run of the program left.
  ///
  /// @param status its exit status
  /// @param out what it wrote to standard output
  /// @param err what it wrote to standard error
  record Result(int status, String out, String err) {
    /// Asserts that all was done and nobody was told of a mistake.
    Result done() {
      assertThat(status).as("exit status; standard error: %s", err).isZero();
      return this;
    }

    /// Asserts that it ended as a user's mistake.
    Result refused() {
      assertThat(status).as("exit status; standard error: %s", err).isEqualTo(Status.MISTAKE);
      return this;
    }

    List<String> outLines() {
      return out.lines().toList();
    }
  }

  /// Runs the program.
  ///
  /// @param arguments the command and its options, by their texts
  static Result run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Meanfield.run(
            Stream.of(arguments).map(Object::toString).toArray(String[]::new),
            new PrintWriter(out),
            new PrintWriter(err));
    return new Result(status, out.toString(), err.toString());
  }
}
