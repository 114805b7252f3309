package org.meanfield.transport.course;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.meanfield.api.Workers;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.SolveObserver;
import org.meanfield.api.transport.TransportResult;

/// The course of one solve: on whose threads its pieces run, how far it is, and whether it goes on.
///
/// A scoped value of the thread that solves and of those that run its [Blocks], so that the deepest
/// loops can ask without every method between carrying it. No number depends on it.
public final class Course {
  private static final ScopedValue<Course> CURRENT = ScopedValue.newInstance();

  /// The observer is asked at the beginning, after each step of this size, and after this time; a
  /// look at the clock costs some 20 ns, so only one in so many checks takes one.
  private static final double STEP = 0.01;

  private static final long PAUSE_NANOS = 20_000_000;

  private static final int CHECKS = 64;

  private final Workers workers;
  private final SolveObserver observer;
  private final Thread owner = Thread.currentThread();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final AtomicLong asked = new AtomicLong(System.nanoTime() - PAUSE_NANOS);
  private volatile boolean stopped;
  private volatile double part;
  private volatile double told;
  private int checks;

  private Course(SolveContext context) {
    this.workers = context.workers();
    this.observer = context.observer();
  }

  /// {@return what a solve comes to under a context: [TransportResult.Cancelled] if it was told to
  /// stop}
  public static TransportResult run(SolveContext context, Supplier<TransportResult> solve) {
    try {
      Course course = new Course(context);
      course.ask();
      return ScopedValue.where(CURRENT, course).call(solve::get);
    } catch (Interruption _) {
      return TransportResult.Cancelled.early();
    }
  }

  /// Throws if the solve of the calling thread was told to stop, or the thread was interrupted,
  /// whose status stays set. Cheap.
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interruption();
    }
    if (CURRENT.isBound()) {
      CURRENT.get().mayGoOn();
    }
  }

  /// Tells how far the solve of the calling thread is, and checks.
  ///
  /// @param part an estimate; a lower one than before counts as the same, and more than one as one
  public static void reached(double part) {
    if (CURRENT.isBound()) {
      Course course = CURRENT.get();
      course.part = Math.max(course.part, Math.min(1, part));
      course.ask();
    }
    check();
  }

  /// Runs blocks on the workers of the solve.
  static void each(int count, IntConsumer task) {
    if (!CURRENT.isBound()) {
      Workers.common().each(count, task);
      return;
    }
    Course course = CURRENT.get();
    course.workers.each(
        count,
        block -> {
          if (course.owner.equals(Thread.currentThread())) {
            check();
            task.accept(block);
          } else {
            course.ask();
            ScopedValue.where(CURRENT, course).run(() -> task.accept(block));
          }
        });
  }

  private void mayGoOn() {
    // Only the owner counts; others ask once a block.
    if (stopped || (owner.equals(Thread.currentThread()) && ++checks % CHECKS == 0)) {
      ask();
    }
  }

  /// Asks the observer, if it was not asked of late and is not being asked.
  private void ask() {
    long now = System.nanoTime();
    boolean due = part - told >= STEP || now - asked.get() >= PAUSE_NANOS;
    if (!stopped && due && asking.compareAndSet(false, true)) {
      try {
        asked.set(now);
        told = part;
        stopped = !observer.reached(told);
      } finally {
        asking.set(false);
      }
    }
    if (stopped) {
      throw new Interruption();
    }
  }
}
