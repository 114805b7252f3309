package org.meanfield.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meanfield.app.console.Choices;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Interruption;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Mistakes;
import org.meanfield.app.console.ProgressBar;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.RunFolder;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.StudyArguments;
import org.meanfield.app.console.Target;
import org.meanfield.app.console.ThreadsOption;
import org.meanfield.core.Answer;
import org.meanfield.core.PlanView;
import org.meanfield.core.Platform;
import org.meanfield.core.Progress;
import org.meanfield.core.RunView;
import org.meanfield.core.StudySource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs a study and tells what it came to.
@Command(
    name = "run",
    description = "Train, solve the limit, measure, and write tables and a report.",
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield run studies/digits.yaml",
      "  meanfield run studies/digits.yaml --seed 7 --out runs/seed-7",
      "  meanfield run studies/digits.yaml --set flow.integrator=heun --set experts=[16,1024]"
    })
public final class RunCommand implements Callable<Integer> {
  private static final Path RUNS = Path.of("runs");

  private final Shell shell;

  @Mixin private StudyArguments study = new StudyArguments();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "A new directory to store the run in; where not said, runs/STUDY-001 and on.")
  private @Nullable Path out;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--engine",
      paramLabel = "ID",
      description = "Where trainings are run: threads, those of this program.")
  private String engine = "threads";

  @ArgGroup(exclusive = true)
  private Manner manner = new Manner();

  /// What is told while and after a study runs.
  static final class Manner {
    @Option(names = "--quiet", description = "No progress and no summary.")
    private boolean quiet;

    @Option(names = JsonOption.NAME, description = JsonOption.DESCRIPTION)
    private boolean json;
  }

  public RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Refusal, IOException {
    Platform platform = shell.platform().get();
    Mistakes mistakes = new Mistakes();
    mistakes.read(() -> Choices.of("--engine", engine, Map.of("threads", engine)));
    Optional<Integer> workers = mistakes.read(threads::count);
    mistakes.read(this::newDirectory);
    Optional<PlanView> plan =
        mistakes.read(() -> Refusal.orValue(platform.check(study.source(), workers.orElse(1))));
    mistakes.refuse();
    try (Interruption interruption = Interruption.watch(this::tellOfLoss)) {
      RunView run = run(platform, plan.orElseThrow(), workers.orElseThrow());
      if (manner.json) {
        Json.print(shell.out(), json -> RunSummary.document(json, run));
      } else if (!manner.quiet) {
        RunSummary.page(shell.out(), plan.orElseThrow(), run, shell.room());
      }
      shell.out().flush();
      if (interruption.asked()) {
        tellWhatIsKept(run);
      }
      return run.problems().isEmpty() ? Status.DONE : Status.FAILED;
    }
  }

  private void tellWhatIsKept(RunView run) {
    shell
        .err()
        .println(
            "meanfield run: stopped; %d of %s complete, what the others reached is kept too, in %s"
                .formatted(
                    run.cells() - run.failedCells(),
                    Figures.count(run.cells(), "training"),
                    RunFolder.shown(run.directory(), Path.of(""))));
  }

  private void tellOfLoss() {
    shell
        .err()
        .println(
            "meanfield run: stopped in the middle of a step that cannot be cut short; only"
                + " study.yaml is kept");
  }

  private boolean newDirectory() throws Refusal {
    if (out == null) {
      new Target("--out", RUNS.resolve("new")).requireRoom();
    } else {
      new Target("--out", out).requireNewDirectory();
    }
    return true;
  }

  private RunView run(Platform platform, PlanView plan, int workers) throws Refusal, IOException {
    StudySource source = study.source();
    try (ProgressBar bar = new ProgressBar(shell.err(), shell.terminal().width())) {
      boolean watched = shell.terminal().err() && !manner.quiet;
      Progress progress = watched ? bar::at : Progress.silent();
      if (out != null) {
        return Refusal.orValue(platform.run(source, out, workers, progress));
      }
      while (true) {
        Path next = RunFolder.next(RUNS, plan.name());
        Answer<RunView> answer = platform.run(source, next, workers, progress);
        // Another program may have begun a run of the same study a moment ago.
        if (answer instanceof Answer.Given || !Target.isThere(next)) {
          return Refusal.orValue(answer);
        }
      }
    }
  }
}
