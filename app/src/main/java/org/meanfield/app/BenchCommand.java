package org.meanfield.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meanfield.app.console.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What this machine reaches.
@Command(
    name = "bench",
    description = "What this machine reaches.",
    synopsisSubcommandLabel = "TABLE",
    sortOptions = false,
    commandListHeading = "%nTables%n",
    footerHeading = "%nExamples%n",
    footer = {"  meanfield bench circuits", "  meanfield bench transport"})
public final class BenchCommand implements Runnable {
  private final Shell shell;

  @Spec private @Nullable CommandSpec spec;

  public BenchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(shell.out());
  }
}
