package org.meanfield.app;

/// The exit status of the program.
final class Status {
  /// All was done.
  static final int DONE = 0;

  /// Something asked for has no result; the rest is there.
  static final int FAILED = 1;

  /// A mistake of the user's: nothing was run, nothing written.
  static final int MISTAKE = 2;

  /// A fault of ours.
  static final int FAULT = 3;

  private Status() {}
}
