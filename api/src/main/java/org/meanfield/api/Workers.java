package org.meanfield.api;

import java.util.function.IntConsumer;

/// Where independent pieces of one computation run.
///
/// Results must not depend on it: pieces write to places of their own, and sums over pieces are
/// taken afterwards in a fixed order.
public interface Workers {
  /// {@return how many pieces may run at the same time, ≥ 1}
  int threads();

  /// Runs `task` for 0 … count−1, each once, in any order; returns when all have ended. The first
  /// exception of a task is thrown on.
  ///
  /// @param count number of pieces ≥ 0
  /// @param task safe to be run by several threads at once for different pieces
  void each(int count, IntConsumer task);

  /// {@return workers that run everything in order on the calling thread}
  static Workers sequential() {
    return SequentialWorkers.INSTANCE;
  }

  /// {@return workers on the common pool of the virtual machine, all processors where it is not set
  /// otherwise; or on the pool of the calling thread, where that belongs to one}
  static Workers common() {
    return CommonWorkers.INSTANCE;
  }
}
