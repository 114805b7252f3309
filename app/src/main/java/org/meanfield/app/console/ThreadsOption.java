package org.meanfield.app.console;

import picocli.CommandLine.Option;

/// On how many threads a command works.
public final class ThreadsOption {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /// More than four threads on a processor only wait for each other.
  private static final int MOST = Math.min(1024, 4 * PROCESSORS);

  @Option(
      names = "--threads",
      paramLabel = "K",
      description =
          "How many threads work; where not said, all processors. No result depends on it.")
  private long threads = PROCESSORS;

  /// {@return how many threads were asked for}
  ///
  /// @throws Refusal if they are none or too many
  public int count() throws Refusal {
    if (threads < 1 || threads > MOST) {
      throw Refusal.of(
          "--threads",
          "must be an integer from 1 to %d on this machine of %s, got %d"
              .formatted(MOST, Figures.count(PROCESSORS, "processor"), threads));
    }
    return (int) threads;
  }
}
