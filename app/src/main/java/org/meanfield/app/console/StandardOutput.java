package org.meanfield.app.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers why something could not be written, which a `PrintWriter` swallows.
///
/// A reader that has seen enough, as `head` has, is no failure.
public final class StandardOutput extends OutputStream {
  private final OutputStream out;
  private @Nullable IOException first;

  /// @param out where it goes
  public StandardOutput(OutputStream out) {
    this.out = new BufferedOutputStream(out);
  }

  /// {@return why not everything was written, in the system's words; empty if it was}
  public Optional<String> failure() {
    return Optional.ofNullable(first)
        .map(IOException::getMessage)
        .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"));
  }

  @Override
  public void write(int value) throws IOException {
    attempt(() -> out.write(value));
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    attempt(() -> out.write(bytes, from, count));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Attempt attempt) throws IOException {
    try {
      attempt.run();
    } catch (IOException e) {
      first = first == null ? e : first;
      throw e;
    }
  }
}
