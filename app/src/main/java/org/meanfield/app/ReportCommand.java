package org.meanfield.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes the report of a run again.
@Command(
    name = "report",
    description = "Write report.html again from the tables of a run directory.",
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = "  meanfield report runs/digits-001")
final class ReportCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "DIR", description = "A run directory.")
  private @Nullable Path directory;

  ReportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Refusal, IOException {
    Path page = Refusal.orValue(shell.platform().get().report(Objects.requireNonNull(directory)));
    shell.out().println(RunFolder.shown(page, Path.of("")));
    return Status.DONE;
  }
}
