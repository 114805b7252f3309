package org.meanfield.core.run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
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
///
/// What a call needs is kept for the next: calls allocate nothing once they have been made as deep
/// and as many at a time before.
public final class PoolWorkers implements Workers, AutoCloseable {
  // Pieces of the hot path end within microseconds of each other.
  private static final int SPINS = 2000;

  private final int threads;
  private final Semaphore idle;
  private final @Nullable ForkJoinPool pool;

  /// Batches that nobody works on.
  private final AtomicReferenceArray<@Nullable Batch> spare;

  /// @param threads how many threads work, the caller's own included, ≥ 1
  public PoolWorkers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    this.threads = threads;
    this.idle = new Semaphore(threads - 1);
    this.pool = threads == 1 ? null : new ForkJoinPool(threads - 1);
    this.spare = new AtomicReferenceArray<>(2 * threads);
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
    Batch batch = borrow();
    batch.begin(count, task);
    try {
      int most = Math.min(count, threads) - 1;
      for (int helper = 0; helper < most && idle.tryAcquire(); helper++) {
        batch.call(pool, helper);
      }
      batch.work();
      batch.await();
    } finally {
      batch.leave();
    }
  }

  private Batch borrow() {
    for (int i = 0; i < spare.length(); i++) {
      Batch batch = spare.getAndSet(i, null);
      if (batch != null) {
        return batch;
      }
    }
    return new Batch();
  }

  private void giveBack(Batch batch) {
    for (int i = 0; i < spare.length(); i++) {
      if (spare.compareAndSet(i, null, batch)) {
        return;
      }
    }
  }

  /// Ends the helpers.
  @Override
  public void close() {
    if (pool != null) {
      pool.shutdown();
    }
  }

  /// The task of a batch that nobody works on.
  private static void nothing(int piece) {}

  /// The pieces of one call, and after it of another.
  private final class Batch {
    private final Helper[] helpers = new Helper[threads - 1];
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /// The caller and the helpers that have not left. Helpers may come when all is done.
    private final AtomicInteger present = new AtomicInteger();

    private int count;
    private IntConsumer task = PoolWorkers::nothing;
    private Thread owner = Thread.currentThread();

    Batch() {
      for (int i = 0; i < helpers.length; i++) {
        helpers[i] = new Helper(this, idle);
      }
    }

    void begin(int pieces, IntConsumer each) {
      count = pieces;
      task = each;
      owner = Thread.currentThread();
      failure.set(null);
      done.set(0);
      next.set(0);
      present.set(1);
    }

    void call(ForkJoinPool helping, int helper) {
      present.incrementAndGet();
      helping.execute(helpers[helper]);
    }

    /// Whoever leaves last makes room for the next call.
    void leave() {
      if (present.decrementAndGet() == 0) {
        task = PoolWorkers::nothing;
        giveBack(this);
      }
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

  /// A helper's part in a batch. It never ends in the pool's eyes, and so it can be sent again.
  private static final class Helper extends ForkJoinTask<@Nullable Void> {
    private static final long serialVersionUID = 1;

    private final transient Batch batch;
    private final transient Semaphore idle;

    Helper(Batch batch, Semaphore idle) {
      this.batch = batch;
      this.idle = idle;
    }

    @Override
    protected boolean exec() {
      try {
        batch.work();
      } finally {
        idle.release();
        batch.leave();
      }
      return false;
    }

    @Override
    public @Nullable Void getRawResult() {
      return null;
    }

    @Override
    protected void setRawResult(@Nullable Void value) {}
  }
}
