package org.meanfield.app.circuit;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.StudyArguments;
import org.meanfield.core.InsightView;
import org.meanfield.core.InsightView.Sampled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells what a study's expert is like before it is trained.
@Command(
    name = "insight",
    description = {
      "Gradients, kernel, spectrum and expressibility of the study's expert at its start.",
      "All are sampled and have standard errors."
    },
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield insight studies/digits.yaml",
      "  meanfield insight studies/digits.yaml --set expert.qubits=8 --draws 1024 --json"
    })
public final class InsightCommand implements Callable<Integer> {
  private static final int MOST_DRAWS = 1 << 16;
  private static final int MOST_ROWS = 12;

  /// The square of what sums may be off, relative to the largest.
  private static final double ROUND_OFF = 1e-26;

  private final Shell shell;

  @Mixin private StudyArguments study = new StudyArguments();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "Parameters drawn for gradients and kernel, a multiple of 32; 256 where not said.")
  private int draws = 256;

  @Mixin private JsonOption json = new JsonOption();

  public InsightCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Refusal {
    if (draws < 32 || draws > MOST_DRAWS || draws % 32 != 0) {
      throw Refusal.of(
          "--draws", "must be a multiple of 32 from 32 to %d, got %d".formatted(MOST_DRAWS, draws));
    }
    InsightView insight = Refusal.orValue(shell.platform().get().insight(study.source(), draws));
    if (json.isAsked()) {
      Json.print(shell.out(), doc -> document(doc, insight));
    } else {
      page(shell.out(), insight);
    }
    return Status.DONE;
  }

  private void page(PrintWriter out, InsightView insight) {
    Columns facts = new Columns().left("").left("");
    facts.row("expert", insight.expert());
    facts.row(
        "gradients",
        "Var ∂f = %s in the mean over parameters, E ∂f = %s"
            .formatted(shown(insight.gradientVariance()), shown(insight.gradientMean())));
    facts.row(
        "kernel",
        "λ_min(K) = %s, ‖K‖ = %s: between these rates the residual begins to shrink"
            .formatted(smallest(insight), shown(insight.kernelLargest())));
    facts.row(
        "expressibility",
        insight
            .expressibility()
            .map(e ->
                "KL = %s nats from Haar-distributed states (which give %s) over %d pairs"
                    .formatted(shown(e.divergence()), Figures.number(e.floor()), e.pairs()))
            .orElse("none: " + insight.inexpressible()));
    facts.row(
        "samples",
        "%d draws from the start law at %s, seed %d; ± one standard error"
            .formatted(insight.draws(), Figures.count(insight.inputs(), "input"), insight.seed()));
    facts.print(out, shell.room());
    out.println();
    variances(insight.gradientVariances()).print(out, shell.room());
    if (!insight.spectra().isEmpty()) {
      out.println();
      spectra(insight).print(out, shell.room());
    }
  }

  /// An eigenvalue that is 0 comes out as round-off of the largest.
  private static String smallest(InsightView insight) {
    double roundOff = 1e-13 * insight.inputs() * insight.kernelLargest().value();
    return Math.abs(insight.kernelSmallest().value()) <= roundOff
        ? "0 to round-off"
        : shown(insight.kernelSmallest());
  }

  /// The variance of gradients that are 0 comes out as the square of their round-off.
  private static String variance(Sampled number, double largest) {
    return number.value() <= ROUND_OFF * largest ? "0 to round-off" : shown(number);
  }

  private static String shown(Sampled number) {
    return Figures.plusMinus(number.value(), number.error());
  }

  private static Columns variances(List<Sampled> variances) {
    Columns table = new Columns().left("parameter").left("Var ∂f");
    List<Integer> falling =
        IntStream.range(0, variances.size())
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -variances.get(k).value()))
            .toList();
    double largest = falling.isEmpty() ? 0 : variances.get(falling.getFirst()).value();
    int left = falling.size() - MOST_ROWS;
    for (int row = 0; row < falling.size(); row++) {
      boolean skipped = left > 0 && row >= MOST_ROWS / 2 && row < MOST_ROWS / 2 + left;
      if (!skipped) {
        table.row("θ" + falling.get(row), variance(variances.get(falling.get(row)), largest));
      } else if (row == MOST_ROWS / 2) {
        table.row("…", "%d more".formatted(left));
      }
    }
    return table;
  }

  private static Columns spectra(InsightView insight) {
    Columns table =
        new Columns()
            .left("feature")
            .left("degree")
            .left(
                "E|c_ω|², ω = 0, 1, … over %d draws and %s"
                    .formatted(
                        insight.spectrumDraws(), Figures.count(insight.spectrumInputs(), "input")));
    for (InsightView.Spectrum spectrum : insight.spectra()) {
      List<String> powers = new ArrayList<>();
      for (Sampled power : spectrum.power().stream().limit(spectrum.degree() + 1L).toList()) {
        powers.add(shown(power));
      }
      double beyond =
          spectrum.power().stream()
              .skip(spectrum.degree() + 1L)
              .mapToDouble(Sampled::value)
              .max()
              .orElse(0);
      table.row(
          "x" + spectrum.feature(),
          spectrum.reason().isEmpty() ? String.valueOf(spectrum.degree()) : "–",
          spectrum.reason().isEmpty()
              ? String.join(", ", powers) + "; beyond: " + Figures.number(beyond)
              : "none: " + spectrum.reason());
    }
    return table;
  }

  private static void document(Json json, InsightView insight) {
    json.field("name", insight.name())
        .field("expert", insight.expert())
        .field("seed", insight.seed())
        .field("draws", insight.draws())
        .field("inputs", insight.inputs())
        .object(
            "gradients",
            doc -> {
              sampled(doc, "mean", insight.gradientMean());
              sampled(doc, "variance", insight.gradientVariance());
              doc.objects("variances", insight.gradientVariances(), v -> fields(doc, v));
            })
        .object(
            "kernel",
            doc -> {
              sampled(doc, "smallest", insight.kernelSmallest());
              sampled(doc, "largest", insight.kernelLargest());
            })
        .objects(
            "spectra",
            insight.spectra(),
            spectrum ->
                json.field("feature", spectrum.feature())
                    .field("degree", spectrum.degree())
                    .objects("power", spectrum.power(), p -> fields(json, p))
                    .field("draws", insight.spectrumDraws())
                    .field("inputs", insight.spectrumInputs())
                    .field("reason", spectrum.reason().isEmpty() ? null : spectrum.reason()));
    insight
        .expressibility()
        .ifPresentOrElse(
            e ->
                json.object(
                    "expressibility",
                    doc ->
                        fields(doc, e.divergence())
                            .field("floor", e.floor())
                            .field("pairs", e.pairs())),
            () -> json.field("expressibility", (String) null));
    json.field("inexpressible", insight.inexpressible().isEmpty() ? null : insight.inexpressible());
  }

  private static void sampled(Json json, String name, Sampled number) {
    json.object(name, doc -> fields(doc, number));
  }

  private static Json fields(Json json, Sampled number) {
    return json.field("value", number.value()).field("error", number.error());
  }
}
