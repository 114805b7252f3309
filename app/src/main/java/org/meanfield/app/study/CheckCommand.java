package org.meanfield.app.study;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.CircuitDrawing;
import org.meanfield.app.console.Assumption;
import org.meanfield.app.console.Columns;
import org.meanfield.app.console.Figures;
import org.meanfield.app.console.Json;
import org.meanfield.app.console.JsonOption;
import org.meanfield.app.console.Refusal;
import org.meanfield.app.console.Shell;
import org.meanfield.app.console.Status;
import org.meanfield.app.console.StudyArguments;
import org.meanfield.app.console.ThreadsOption;
import org.meanfield.core.AuditLine;
import org.meanfield.core.Choice;
import org.meanfield.core.PlanView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Tells what a study would do and cost, or everything that is wrong with it.
@Command(
    name = "check",
    description = "Faults, or the resolved plan with its cost; runs nothing.",
    sortOptions = false,
    footerHeading = "%nExamples%n",
    footer = {
      "  meanfield check studies/digits.yaml",
      "  meanfield check studies/digits.yaml --set expert.qubits=6 --set experts=[1024]"
    })
public final class CheckCommand implements Callable<Integer> {
  /// What the plan calls the part of a study file that is in no section.
  private static final String ROOT = "study";

  /// What fits on a screen beside the plan.
  private static final int MOST_LINES = 40;

  private final Shell shell;

  @Mixin private StudyArguments study = new StudyArguments();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private JsonOption json = new JsonOption();

  public CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Refusal {
    PlanView plan = Refusal.orValue(shell.platform().get().check(study.source(), threads.count()));
    if (json.isAsked()) {
      Json.print(shell.out(), doc -> document(doc, plan));
    } else {
      page(plan);
    }
    return Status.DONE;
  }

  private void page(PlanView plan) {
    PrintWriter out = shell.out();
    Columns facts = new Columns().left("").left("");
    facts.row("study", "%s, %s, seed %d".formatted(plan.name(), plan.kind(), plan.seed()));
    facts.row("data", plan.data());
    facts.row(
        "",
        "%d to train on, %d to test on, %s"
            .formatted(plan.train(), plan.test(), Figures.count(plan.features(), "feature")));
    facts.row("expert", plan.expert());
    facts.row("", Figures.count(plan.parameters(), "parameter") + " each");
    facts.row("A1", assumption(plan));
    for (AuditLine line : plan.audit()) {
      facts.row("", audited(line));
    }
    facts.row("times", plan.times().stream().map(Figures::plain).collect(joining(", ")));
    if (!plan.experts().isEmpty()) {
      facts.row(
          "experts",
          "N = %s; %s each, %s"
              .formatted(
                  plan.experts().stream().map(String::valueOf).collect(joining(", ")),
                  Figures.count(plan.replicates(), "replicate"),
                  Figures.count((long) plan.experts().size() * plan.replicates(), "cell")));
    }
    if (plan.experts().isEmpty()) {
      facts.row("cost", "that of the limit's solver alone, which is not estimated");
    } else {
      facts.row(
          "cost",
          "about %s, %s besides the program's own 250 MB"
              .formatted(
                  Figures.seconds(plan.estimate().seconds()),
                  Figures.bytes(plan.estimate().bytes())));
      facts.row("", plan.estimate().basis());
    }
    facts.row("identity", "SHA-256 " + plan.hash());
    facts.print(out, shell.room());

    out.println();
    Columns settings = new Columns().left("setting").left("value").left("");
    for (Choice choice : plan.choices()) {
      // What the expert is stands above.
      String note = choice.note().equals(plan.expert()) ? "" : choice.note();
      settings.row(path(choice), choice.value(), note);
    }
    settings.print(out, shell.room());

    plan.circuit().ifPresent(circuit -> picture(out, circuit));

    if (!plan.remarks().isEmpty()) {
      out.println();
      plan.remarks().forEach(out::println);
    }
  }

  private void picture(PrintWriter out, Circuit circuit) {
    String text = CircuitDrawing.of(circuit).text(shell.room());
    out.println();
    if (text.lines().count() <= MOST_LINES) {
      text.lines().forEach(out::println);
    } else {
      out.println(
          "the circuit has %s; 'meanfield circuit' draws it"
              .formatted(Figures.count(circuit.gates().size(), "gate")));
    }
  }

  private static String audited(AuditLine line) {
    return "%s: %s (%s)%s"
        .formatted(
            line.claim(),
            line.verdict(),
            line.evidence(),
            line.isBroken() ? "; " + line.consequence() : "");
  }

  private static String path(Choice choice) {
    return choice.section().equals(ROOT)
        ? choice.setting()
        : choice.section() + "." + choice.setting();
  }

  /// {@return how assumption A1 stands as a whole}
  private static String assumption(PlanView plan) {
    List<String> broken =
        plan.audit().stream()
            .filter(line -> line.isBroken() && line.assumed())
            .map(AuditLine::claim)
            .toList();
    return broken.isEmpty()
        ? Assumption.of(plan.regularity())
        : "broken: not " + String.join(", not ", broken);
  }

  private static void document(Json json, PlanView plan) {
    json.field("study", plan.kind())
        .field("name", plan.name())
        .field("seed", plan.seed())
        .field("hash", plan.hash())
        .field("data", plan.data())
        .field("train", plan.train())
        .field("test", plan.test())
        .field("features", plan.features())
        .field("expert", plan.expert())
        .field(
            "circuit",
            plan.circuit().map(circuit -> CircuitDrawing.of(circuit).toString()).orElse(null))
        .field("d", plan.parameters())
        .object(
            "regularity",
            doc ->
                doc.field("supremum", plan.regularity().supremum())
                    .field("alpha", plan.regularity().alpha())
                    .field("beta", plan.regularity().beta())
                    .field("period", plan.regularity().period())
                    .field("origin", plan.regularity().origin().name().toLowerCase(Locale.ROOT))
                    .field("a1", assumption(plan)))
        .objects(
            "audit",
            plan.audit(),
            line ->
                json.field("clause", line.clause())
                    .field("verdict", line.verdict())
                    .field("evidence", line.evidence()))
        .list("times", () -> plan.times().forEach(json::number))
        .list("experts", () -> plan.experts().forEach(json::number))
        .field("replicates", plan.replicates())
        .objects(
            "settings",
            plan.choices(),
            choice ->
                json.field("section", choice.section())
                    .field("setting", choice.setting())
                    .field("value", choice.value())
                    .field("note", choice.note()))
        .objects(
            "notices",
            plan.remarks(),
            remark -> json.field("code", remark.code()).field("sentence", remark.sentence()))
        .object(
            "estimate",
            doc ->
                doc.field("seconds", plan.estimate().seconds())
                    .field("bytes", plan.estimate().bytes())
                    .field("operations", plan.estimate().operations())
                    .field("basis", plan.estimate().basis()))
        .field("text", plan.text());
  }
}
