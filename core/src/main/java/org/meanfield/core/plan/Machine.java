package org.meanfield.core.plan;

/// What a study may use. It decides what is refused, never what comes out.
///
/// @param bytes the most memory
/// @param threads how many pieces run at the same time
public record Machine(long bytes, int threads) {
  /// {@return what this process may use}
  public static Machine here() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(runtime.maxMemory(), runtime.availableProcessors());
  }
}
