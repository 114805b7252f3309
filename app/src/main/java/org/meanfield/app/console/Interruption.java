package org.meanfield.app.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// While it is open, Ctrl-C and `kill` do not end the program at once: they interrupt the thread
/// that opened this and wait until it has put away what it has. The exit status is the virtual
/// machine's own, 128 + the signal's number.
public final class Interruption implements AutoCloseable {
  /// A solver at work between two looks at the interrupt may take its time; whoever stops the
  /// program should not have to wait longer.
  private static final long PATIENCE_SECONDS = 30;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interruption");
  private final Runnable gaveUp;
  private volatile boolean asked;

  private Interruption(Runnable gaveUp) {
    this.gaveUp = gaveUp;
  }

  /// {@return the watch over the calling thread, to be closed by it}
  ///
  /// @param gaveUp run if the thread does not close it in time after it was interrupted
  public static Interruption watch(Runnable gaveUp) {
    Interruption interruption = new Interruption(gaveUp);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /// {@return whether the program was told to stop}
  public boolean asked() {
    return asked;
  }

  private void stop() {
    asked = true;
    worker.interrupt();
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        gaveUp.run();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // The program was told to stop this very moment; the hook waits for the latch below.
      }
    }
    closed.countDown();
  }
}
