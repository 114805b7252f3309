package org.meanfield.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.meanfield.api.Workers;

/// Workers that run pieces on several threads of their own, the last piece first.
final class UnorderedWorkers implements Workers, AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  /// @param threads how many
  UnorderedWorkers(int threads) {
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public void each(int count, IntConsumer task) {
    List<Future<?>> pieces = new ArrayList<>();
    for (int piece = count - 1; piece >= 0; piece--) {
      int number = piece;
      pieces.add(pool.submit(() -> task.accept(number)));
    }
    try {
      for (Future<?> piece : pieces) {
        piece.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
