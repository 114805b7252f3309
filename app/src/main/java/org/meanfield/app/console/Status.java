package org.meanfield.app.console;

/// The exit status of the program.
public final class Status {
  /// All was done.
  public static final int DONE = 0;

  /// Something asked for has no result; the rest is there.
  public static final int FAILED = 1;

  /// A mistake of the user's: nothing was run, nothing written.
  public static final int MISTAKE = 2;

  /// A fault of ours.
  public static final int FAULT = 3;

  private Status() {}
}
