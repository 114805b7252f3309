package org.meanfield.app.console;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What is known of the reader: a person at a terminal, or another program.
///
/// @param out whether standard output is a terminal
/// @param err whether standard error is a terminal
/// @param colour whether colours are welcome where there is a terminal
/// @param width columns of the terminal
public record Terminal(boolean out, boolean err, boolean colour, int width) {
  private static final int USUAL_WIDTH = 80;
  private static final int LEAST_WIDTH = 20;

  /// {@return no terminal: plain text, no progress}
  public static Terminal none() {
    return new Terminal(false, false, false, USUAL_WIDTH);
  }

  /// {@return what this process is connected to}
  public static Terminal detect() {
    Map<String, String> environment = System.getenv();
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean out = isTerminal(1) && !dumb;
    boolean err = isTerminal(2) && !dumb;
    // https://no-color.org: any value but the empty one.
    boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(out, err, colour, out || err ? width(environment) : USUAL_WIDTH);
  }

  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException _) {
      // Not Linux: the JVM only knows of input and output together.
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
  }

  private static int width(Map<String, String> environment) {
    try {
      return Math.max(LEAST_WIDTH, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException _) {
      return askedWidth();
    }
  }

  /// Asks `stty`, which says "rows columns".
  private static int askedWidth() {
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroy();
        return USUAL_WIDTH;
      }
      String[] size =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
              .strip()
              .split(" ");
      // A terminal that does not know its size says "0 0".
      int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
      return columns > 0 ? Math.max(LEAST_WIDTH, columns) : USUAL_WIDTH;
    } catch (IOException | NumberFormatException _) {
      return USUAL_WIDTH;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return USUAL_WIDTH;
    }
  }
}
