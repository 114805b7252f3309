package org.meanfield.app.console;

import org.meanfield.api.transport.SolveObserver;

/// A solve that a terminal follows and Ctrl-C ends: a bar, and an end at the next look.
public final class Watched implements SolveObserver, AutoCloseable {
  private final String phase;
  private final Shell shell;
  private final ProgressBar bar;
  private final Interruption interruption;
  private final long began = System.nanoTime();

  private Watched(String phase, Shell shell) {
    this.phase = phase;
    this.shell = shell;
    this.bar = new ProgressBar(shell.err(), shell.terminal().width());
    this.interruption =
        Interruption.watch(() -> shell.err().println("meanfield " + phase + ": stopped"));
  }

  /// {@return a watch over the solve of the calling thread, to be closed by it}
  ///
  /// @param phase the command
  /// @param shell where the bar goes
  public static Watched begin(String phase, Shell shell) {
    return new Watched(phase, shell);
  }

  @Override
  public boolean reached(double part) {
    if (shell.terminal().err()) {
      bar.at(phase, part, 1, (System.nanoTime() - began) / 1e9);
    }
    return !interruption.asked();
  }

  /// Takes the bar away, before anything is told.
  public void wipe() {
    bar.close();
  }

  @Override
  public void close() {
    bar.close();
    interruption.close();
  }
}
