package org.meanfield.api.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.meanfield.api.Workers;

/// Workers that run pieces on several threads in an order of chance, another each time.
record ShuffledWorkers(int threads, Random order) implements Workers {
  @Override
  public void each(int count, IntConsumer task) {
    List<Integer> pieces = new ArrayList<>();
    for (int piece = 0; piece < count; piece++) {
      pieces.add(piece);
    }
    Collections.shuffle(pieces, order);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int piece : pieces) {
        running.add(pool.submit(() -> task.accept(piece)));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
