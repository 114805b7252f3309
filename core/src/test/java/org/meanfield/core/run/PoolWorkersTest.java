package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PoolWorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyPieceOfEveryPieceRunsOnce(int threads) {
    try (PoolWorkers workers = new PoolWorkers(threads)) {
      for (int round = 0; round < 200; round++) {
        AtomicIntegerArray runs = new AtomicIntegerArray(7 * 11 * 3);
        workers.each(
            7,
            a ->
                workers.each(
                    11, b -> workers.each(3, c -> runs.incrementAndGet((a * 11 + b) * 3 + c))));
        for (int at = 0; at < runs.length(); at++) {
          assertThat(runs.get(at)).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void piecesReallyRunAtTheSameTime() {
    try (PoolWorkers workers = new PoolWorkers(3)) {
      CountDownLatch together = new CountDownLatch(3);
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      workers.each(
          3,
          _ -> {
            threads.add(Thread.currentThread());
            together.countDown();
            await(together);
          });
      assertThat(threads).hasSize(3);
      assertThat(together.getCount()).isZero();
    }
  }

  @Test
  void helpersComeBack() {
    try (PoolWorkers workers = new PoolWorkers(2)) {
      int shared = 0;
      // A helper may be late for one batch, not for all.
      for (int round = 0; round < 50; round++) {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        workers.each(
            2,
            _ -> {
              threads.add(Thread.currentThread());
              sleep();
            });
        shared += threads.size() == 2 ? 1 : 0;
      }
      assertThat(shared).isGreaterThan(1);
    }
  }

  @Test
  void idleThreadsHelpInsideTheLastPiece() {
    try (PoolWorkers workers = new PoolWorkers(2)) {
      CountDownLatch together = new CountDownLatch(2);
      // One piece only, so its own two pieces can meet only with a helper.
      workers.each(
          1,
          _ ->
              workers.each(
                  2,
                  _ -> {
                    together.countDown();
                    await(together);
                  }));
      assertThat(together.getCount()).isZero();
    }
  }

  /// Long enough for another thread to come; a park would end at once where an earlier batch left a
  /// permit.
  private static void sleep() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anExceptionIsThrownOnAndTheWorkersGoOnServing() {
    try (PoolWorkers workers = new PoolWorkers(2)) {
      for (int round = 0; round < 50; round++) {
        assertThatThrownBy(() ->
                workers.each(
                    20,
                    piece -> {
                      if (piece == 13) {
                        throw new IllegalStateException("piece 13");
                      }
                    }))
            .hasMessage("piece 13");
      }
      AtomicIntegerArray runs = new AtomicIntegerArray(4);
      workers.each(4, runs::incrementAndGet);
      assertThat(runs).hasToString("[1, 1, 1, 1]");
    }
  }

  /// A helper that leaves late makes a call begin another batch; there are never more than threads.
  @Test
  void callsAllocateNothingInTheLongRun() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (PoolWorkers workers = new PoolWorkers(2)) {
      AtomicIntegerArray runs = new AtomicIntegerArray(8);
      IntConsumer piece = runs::incrementAndGet;
      for (int round = 0; round < 2000; round++) {
        workers.each(8, piece);
      }
      long before = threads.getTotalThreadAllocatedBytes();
      for (int round = 0; round < 2000; round++) {
        workers.each(8, piece);
      }
      // Far below one object a call; other threads may allocate a little meanwhile.
      assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(2000 * 8L);
      assertThat(runs).hasToString("[4000, 4000, 4000, 4000, 4000, 4000, 4000, 4000]");
    }
  }

  @Test
  void noThreadsAreRefused() {
    assertThatThrownBy(() -> new PoolWorkers(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
