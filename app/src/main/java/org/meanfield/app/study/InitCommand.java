package org.meanfield.app.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Prints a commented study file to start from.
@Command(
    name = "init",
    description = "Print a commented study file to start from.",
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield init train > mine.yaml    train mixtures and compare them with the limit",
      "  meanfield init limit > mine.yaml    the limit alone"
    })
public final class InitCommand implements Callable<Integer> {
  /// The kinds of study there is a file for: `init/KIND.yaml` beside this class.
  public static final List<String> KINDS = List.of("train", "limit");

  private final Shell shell;

  @Parameters(paramLabel = "KIND", description = "The kind of study: train or limit.")
  private String kind = "";

  public InitCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, Refusal {
    if (!KINDS.contains(kind)) {
      String suggestion = Words.suggestion(kind, KINDS);
      throw Refusal.of(
          Refusal.UNKNOWN_STUDY,
          "KIND",
          "there is no study '%s' to start from%s known: %s"
              .formatted(kind, suggestion.isEmpty() ? ";" : suggestion, String.join(", ", KINDS)));
    }
    try (InputStream file = InitCommand.class.getResourceAsStream("init/" + kind + ".yaml")) {
      if (file == null) {
        throw new IllegalStateException("init/" + kind + ".yaml is missing from the program");
      }
      shell.out().print(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
    return Status.DONE;
  }
}
