package org.meanfield.core.run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.Workers;

/// A fixed number of threads for pieces of work that may be cut into pieces themselves.
///
/// The caller of [#each] works too and takes pieces in order, together with as many helpers as are
/// idle at that moment. A piece that calls `each` again while all are busy runs its own pieces
/// alone; once threads run out of cells they help inside the last ones. Nobody waits for a piece
/// that is not running, so nesting cannot lock.
public final class PoolWorkers implements Workers, AutoCloseable {
  // Pieces of the hot path end within microseconds of each other.
  private static final int SPINS = 2000;

  private final int threads;
  private final Semaphore idle;
  private final @Nullable ForkJoinPool pool;

  /// @param threads how many threads work, the caller's own included, ≥ 1
  public PoolWorkers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    this.threads = threads;
    this.idle = new Semaphore(threads - 1);
    this.pool = threads == 1 ? null : new ForkJoinPool(threads - 1);
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public void each(int count, IntConsumer task) {
    if (pool == null || count <= 1) {
      Workers.sequential().each(count, task);
      return;
    }
    Batch batch = new Batch(count, task);
    for (int helpers = 1; helpers < count && idle.tryAcquire(); helpers++) {
      pool.execute(() -> {
        try {
          batch.work();
        } finally {
          idle.release();
        }
      });
    }
    batch.work();
    batch.await();
  }

  /// Ends the helpers.
  @Override
  public void close() {
    if (pool != null) {
      pool.shutdown();
    }
  }

  private static final class Batch {
    private final int count;
    private final IntConsumer task;
    private final Thread owner = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Batch(int count, IntConsumer task) {
      this.count = count;
      this.task = task;
    }

    void work() {
      for (int piece = next.getAndIncrement(); piece < count; piece = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            task.accept(piece);
          }
        } catch (Throwable thrown) { // carried to the caller of each
          failure.compareAndSet(null, thrown);
        } finally {
          if (done.incrementAndGet() == count) {
            LockSupport.unpark(owner);
          }
        }
      }
    }

    void await() {
      for (int spin = 0; done.get() < count; spin++) {
        if (spin < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      switch (failure.get()) {
        case null -> {}
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new AssertionError("a task throws nothing checked", e);
      }
    }
  }
}
