package org.meanfield.core.run;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.meanfield.api.Workers;

/// Workers that begin nothing more once a run is cancelled: the way out of a solver that knows
/// nothing of cancellation. What it found stays usable: after [#close] they work on regardless.
final class CancellableWorkers implements Workers, AutoCloseable {
  private final Workers workers;
  private final BooleanSupplier cancelled;
  private volatile boolean solving = true;

  /// @param workers who work
  /// @param cancelled whether the run is
  CancellableWorkers(Workers workers, BooleanSupplier cancelled) {
    this.workers = workers;
    this.cancelled = cancelled;
  }

  @Override
  public int threads() {
    return workers.threads();
  }

  /// @throws CancellationException if the run is cancelled while the solver is at work
  @Override
  public void each(int count, IntConsumer task) {
    if (solving && cancelled.getAsBoolean()) {
      throw new CancellationException("cancelled");
    }
    workers.each(count, task);
  }

  @Override
  public void close() {
    solving = false;
  }
}
