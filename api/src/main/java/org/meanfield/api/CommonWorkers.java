package org.meanfield.api;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

enum CommonWorkers implements Workers {
  INSTANCE;

  @Override
  public int threads() {
    // The calling thread works beside those of the pool.
    return ForkJoinPool.getCommonPoolParallelism() + 1;
  }

  @Override
  public void each(int count, IntConsumer task) {
    if (count == 1) {
      task.accept(0);
    } else {
      IntStream.range(0, count).parallel().forEach(task);
    }
  }
}
