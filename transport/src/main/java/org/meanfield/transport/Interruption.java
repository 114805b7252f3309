package org.meanfield.transport;

/// How a solve learns that its thread was interrupted: by asking, now and then, and unwinding.
final class Interruption extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Interruption() {
    super("interrupted", null, false, false);
  }

  /// Throws if the thread was interrupted, whose status stays set.
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interruption();
    }
  }
}
