package org.meanfield.api;

import java.util.function.IntConsumer;

enum SequentialWorkers implements Workers {
  INSTANCE;

  @Override
  public int threads() {
    return 1;
  }

  @Override
  public void each(int count, IntConsumer task) {
    for (int piece = 0; piece < count; piece++) {
      task.accept(piece);
    }
  }
}
