package org.meanfield.app.console;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.meanfield.core.Platform;

/// What a command works with: where to write, who reads, and the platform.
///
/// @param out standard output
/// @param err standard error
/// @param terminal what is known of the reader
/// @param platform started when it is first asked for, since `--help` does not need it
public record Shell(
    PrintWriter out, PrintWriter err, Terminal terminal, Supplier<Platform> platform) {
  private static final int READABLE = 110;

  /// {@return the longest a line of text should be}
  public int room() {
    return terminal.out() ? Math.min(terminal.width(), READABLE) : READABLE;
  }
}
