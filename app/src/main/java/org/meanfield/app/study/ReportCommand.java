package org.meanfield.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.RunFolder;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.core.ReportView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes the report of a run again.
@Command(
    name = "report",
    description = "Write report.html again from the tables of a run directory.",
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = "  meanfield report runs/digits-001")
public final class ReportCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "DIR", description = "A run directory.")
  private @Nullable Path directory;

  public ReportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Refusal, IOException {
    ReportView report =
        Refusal.orValue(shell.platform().get().report(Objects.requireNonNull(directory)));
    report.unreadable().forEach(shell.err()::println);
    shell.out().println(RunFolder.shown(report.page(), Path.of("")));
    return report.unreadable().isEmpty() ? Status.DONE : Status.FAILED;
  }
}
