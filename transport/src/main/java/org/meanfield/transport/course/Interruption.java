package org.meanfield.transport.course;

/// How a solve that is told to stop unwinds: [Course] throws it and [Course#run] catches it.
public final class Interruption extends RuntimeException {
  private static final long serialVersionUID = 1;

  Interruption() {
    super("interrupted", null, false, false);
  }

  /// Throws if the solve of the calling thread is to stop.
  public static void check() {
    Course.check();
  }
}
