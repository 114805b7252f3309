package org.meanfield.app.study;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.Expert;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Mistakes;
import org.meanfield.app.console.PointFile;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.StudyArguments;
import org.meanfield.core.StudyExpert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Values and gradients of a study's expert.
@Command(
    name = "eval",
    description = "f(θ, x) and its gradient for the study's expert, at given particles and inputs.",
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield eval studies/digits.yaml --theta theta.csv --inputs x.csv > values.csv",
      "  meanfield eval studies/digits.yaml --theta theta.csv --inputs x.csv --json"
    })
public final class EvalCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private StudyArguments study = new StudyArguments();

  @Option(
      names = "--theta",
      required = true,
      paramLabel = "T.csv",
      description = "The particles: columns theta0… .")
  private @Nullable Path theta;

  @Option(
      names = "--inputs",
      required = true,
      paramLabel = "X.csv",
      description = "The inputs: columns x0… .")
  private @Nullable Path inputs;

  @Mixin private JsonOption json = new JsonOption();

  public EvalCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Refusal {
    StudyExpert of = Refusal.orValue(shell.platform().get().expert(study.source()));
    int parameters = of.expert().parameters();
    Mistakes mistakes = new Mistakes();
    Optional<Particles> particles =
        mistakes.read(() -> PointFile.particles(Objects.requireNonNull(theta), parameters));
    Optional<Inputs> points =
        mistakes.read(() -> PointFile.inputs(Objects.requireNonNull(inputs), of.features()));
    mistakes.refuse();
    Responses responses = responses(of.expert(), particles.orElseThrow(), points.orElseThrow());
    if (json.isAsked()) {
      Json.print(shell.out(), responses::document);
    } else {
      responses.table(shell.out());
    }
    return Status.DONE;
  }

  private static Responses responses(Expert expert, Particles theta, Inputs x) throws Refusal {
    if ((double) theta.count() * x.count() * theta.dimension() > Integer.MAX_VALUE - 8) {
      throw Refusal.of(
          "--inputs",
          "%d particles at %d inputs are more numbers than fit; ask for fewer at a time"
              .formatted(theta.count(), x.count()));
    }
    try {
      return new Responses(expert, theta, x);
    } catch (RuntimeException | LinkageError thrown) {
      throw Refusal.of(
          Refusal.FAILED_SERVICE,
          "expert",
          "'%s' threw %s; this is a fault of the expert, please report it to its author"
              .formatted(expert.description(), thrown));
    }
  }
}
