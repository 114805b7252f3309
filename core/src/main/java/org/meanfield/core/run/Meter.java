package org.meanfield.core.run;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.locks.ReentrantLock;

/// Adds up the work of one phase from many threads and tells of it at most ten times a second.
final class Meter {
  private static final long INTERVAL_NANOS = 100_000_000;

  private final Progress progress;
  private final String phase;
  private final double total;
  private final long began = System.nanoTime();
  private final DoubleAdder done = new DoubleAdder();
  private final AtomicLong last = new AtomicLong(began);
  private final ReentrantLock telling = new ReentrantLock();

  Meter(Progress progress, String phase, double total) {
    this.progress = progress;
    this.phase = phase;
    this.total = total;
    progress.at(phase, 0, total, 0);
  }

  void add(double work) {
    done.add(work);
    long now = System.nanoTime();
    if (now - last.get() >= INTERVAL_NANOS && telling.tryLock()) {
      try {
        last.set(now);
        tell(Math.min(total, done.sum()));
      } finally {
        telling.unlock();
      }
    }
  }

  void end() {
    tell(total);
  }

  private void tell(double work) {
    progress.at(phase, work, total, (System.nanoTime() - began) / 1e9);
  }
}
