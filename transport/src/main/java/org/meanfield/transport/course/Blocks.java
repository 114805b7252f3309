package org.meanfield.transport.course;

import java.util.function.IntConsumer;

/// Independent blocks of one solve, shared out among the workers of its [Course].
///
/// The cut into blocks depends on the problem alone, blocks write to places of their own, and sums
/// over blocks are taken afterwards in their order, so results have the same bits on any number of
/// threads.
public final class Blocks {
  private static final int MOST = 256;

  private Blocks() {}

  /// Runs `task` for 0 … count−1, each once, in any order; returns when all have ended.
  public static void each(int count, IntConsumer task) {
    if (count == 1) {
      task.accept(0);
    } else {
      Course.each(count, task);
    }
  }

  /// {@return how large blocks should be that each need room of their own: as small as they may be,
  /// but no more than [#MOST]}
  ///
  /// @param whole what is shared out
  /// @param least the smallest size
  public static int size(int whole, int least) {
    return Math.max(least, count(whole, MOST));
  }

  /// {@return how many blocks of a size make up a whole}
  public static int count(int whole, int size) {
    return (whole + size - 1) / size;
  }
}
