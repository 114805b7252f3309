package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meanfield.api.expert.Expert;
import org.meanfield.core.fault.Faults;

/// Makes a plan of what was read: cost, targets, canonical text, notices.
final class Assembly {
  /// Numbers in `particles.csv` up to which it is written unasked, some 4 MB.
  private static final double FEW = 2e5;

  private final Reading reading;
  private final Keys root;
  private final Machine machine;
  private final Notices notices;
  private final Faults faults;
  private final Chosen<Expert> expert;
  private final FlowPlan flow;

  /// @param reading what was read
  /// @param root the keys of the whole study
  /// @param machine what a study may use
  /// @param notices receives what the user should know
  /// @param faults receives what shows only now
  Assembly(Reading reading, Keys root, Machine machine, Notices notices, Faults faults) {
    this.reading = reading;
    this.root = root;
    this.machine = machine;
    this.notices = notices;
    this.faults = faults;
    this.expert = reading.expert().made();
    this.flow = new FlowPlan(reading.flow().times(), reading.integrator());
  }

  /// {@return the plan; empty if it would need too much or the expert fails, with the reason among
  /// the faults}
  Optional<Planned> planned(String name) {
    PreparedData data = new TrainingData(reading.data(), reading.seeds()).of(expert.service());
    return new CostCheck(root, machine, faults)
        .of(
            expert,
            reading.experts(),
            reading.replicates(),
            reading.limit().isPresent(),
            flow,
            reading.flow().integrator(),
            reading.data().prepared(),
            reading.output().kernel())
        .filter(_ -> new Refusals(reading, faults).none(data.train()))
        .map(fitting -> planned(name, fitting, data));
  }

  private Planned planned(String name, CostCheck.Fitting fitting, PreparedData data) {
    OutputPlan output =
        new OutputPlan(reading.output().particles().orElseGet(this::isSmall), fitting.kernel());
    List<Settled> settled = settled(output);
    notices.targets(data.largestGivenTarget(), expert.service().regularity());
    notices.assumption(expert.descriptor().name(), expert.service().regularity());
    notices.features(expert.service());
    if (trains()) {
      notices.start(reading.start().start(), reading.replicates(), reading.experts().getFirst());
    }
    if (!output.kernel() && reading.output().kernel().isEmpty()) {
      notices.kernel(fitting.kernels(), fitting.cost().operations());
    }
    String text = CanonicalText.of(settled);
    StudyPlan plan =
        new StudyPlan(
            reading.kind(),
            name,
            reading.seeds().root(),
            data,
            expert,
            reading.start().start(),
            flow,
            reading.experts(),
            reading.replicates(),
            reading.limit().map(Reading.Service::made),
            reading
                .transport()
                .map(solver -> new DistancePlan(solver, reading.distance().orElseThrow().metric())),
            output,
            Resolved.of(settled, expert.service().description()),
            notices.all(),
            text,
            CanonicalText.hash(text));
    return new Planned(plan, fitting.cost(), CanonicalText.files(settled));
  }

  private boolean trains() {
    return reading.kind() == StudyKind.TRAIN;
  }

  private List<Settled> settled(OutputPlan output) {
    List<Settled> all = new ArrayList<>();
    all.add(new Settled("study", reading.kind().name().toLowerCase(Locale.ROOT), ""));
    all.add(new Settled("seed", reading.seeds().root(), note(root.has("seed"))));
    all.add(new Settled("data", reading.data().settled(), ""));
    all.add(new Settled("expert", ServiceReader.named("type", reading.expert().draft()), ""));
    all.add(reading.start().settled());
    all.add(new Settled("flow", reading.flow().settled(), ""));
    if (trains()) {
      all.add(new Settled("experts", reading.experts(), ""));
      all.add(new Settled("replicates", reading.replicates(), note(root.has("replicates"))));
    }
    reading
        .limit()
        .ifPresent(limit ->
            all.add(new Settled("limit", ServiceReader.named("solver", limit.draft()), "")));
    reading
        .distance()
        .ifPresent(distance -> all.add(new Settled("distance", distance.settled(), "")));
    all.add(
        new Settled(
            "output",
            List.of(
                new Settled(
                    StudySettings.PARTICLES.name(),
                    output.particles(),
                    note(reading.output().particles().isPresent())),
                new Settled(
                    StudySettings.KERNEL.name(),
                    output.kernel(),
                    note(reading.output().kernel().isPresent()))),
            ""));
    return List.copyOf(all);
  }

  private static String note(boolean written) {
    return written ? "" : Settled.DEFAULT;
  }

  private boolean isSmall() {
    double numbers =
        reading.experts().stream().mapToDouble(Integer::doubleValue).sum()
            * reading.replicates()
            * flow.times().size()
            * expert.service().parameters();
    return numbers > 0 && numbers <= FEW;
  }
}
