package org.meanfield.core.run;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Metric;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.plan.Chosen;
import org.meanfield.core.plan.DistancePlan;
import org.meanfield.core.plan.FlowPlan;
import org.meanfield.core.plan.Notice;
import org.meanfield.core.plan.OutputPlan;
import org.meanfield.core.plan.PreparedData;
import org.meanfield.core.plan.ResolvedSetting;
import org.meanfield.core.plan.Start;
import org.meanfield.core.plan.StudyKind;
import org.meanfield.core.plan.StudyPlan;

/// Plans for tests: the one-datum study of the cosine, to be changed part by part.
record Studies(
    Expert expert,
    PreparedData data,
    Start start,
    List<Double> times,
    Integrator integrator,
    List<Integer> experts,
    int replicates,
    Optional<LimitSolver> limit,
    Optional<TransportSolver> distance,
    boolean kernel) {
  static final double Y = 0.9;

  static Studies onePoint() {
    return new Studies(
        new CosineExpert(1),
        data(new double[] {0}, new double[] {Y}, List.of()),
        new Start.Uniform(),
        List.of(0.0, 0.5, 1.0),
        new FixedStepRk4(0.05),
        List.of(4, 8, 16),
        3,
        Optional.of(_ -> new LimitResult.Found(new PoissonPath(Y, 32))),
        Optional.of(new SortedCircle()),
        true);
  }

  static PreparedData data(double[] x, double[] y, List<String> classes) {
    DataSet set = new DataSet(Inputs.of(x.length, 1, x), y);
    return new PreparedData(
        new Chosen<>(Descriptor.of("test:points", "points"), Studies::noTable),
        "a few points",
        set,
        set,
        false,
        classes);
  }

  private static DataTable noTable(Seeds seeds) {
    throw new AssertionError("the data are prepared already");
  }

  Studies with(Expert other) {
    return new Studies(
        other, data, start, times, integrator, experts, replicates, limit, distance, kernel);
  }

  Studies with(PreparedData other) {
    return new Studies(
        expert, other, start, times, integrator, experts, replicates, limit, distance, kernel);
  }

  Studies with(Integrator other) {
    return new Studies(
        expert, data, start, times, other, experts, replicates, limit, distance, kernel);
  }

  Studies measuredBy(TransportSolver other) {
    return new Studies(
        expert,
        data,
        start,
        times,
        integrator,
        experts,
        replicates,
        limit,
        Optional.of(other),
        kernel);
  }

  Studies comparedWith(LimitSolver other) {
    return new Studies(
        expert,
        data,
        start,
        times,
        integrator,
        experts,
        replicates,
        Optional.of(other),
        distance,
        kernel);
  }

  Studies withoutLimit() {
    return new Studies(
        expert,
        data,
        start,
        times,
        integrator,
        experts,
        replicates,
        Optional.empty(),
        Optional.empty(),
        kernel);
  }

  Studies withoutKernel() {
    return new Studies(
        expert, data, start, times, integrator, experts, replicates, limit, distance, false);
  }

  Studies cells(List<Integer> sizes, int copies) {
    return new Studies(
        expert, data, start, times, integrator, sizes, copies, limit, distance, kernel);
  }

  StudyPlan plan() {
    return new StudyPlan(
        experts.isEmpty() ? StudyKind.LIMIT : StudyKind.TRAIN,
        "one-point",
        7,
        data,
        chosen("test:cosine", expert),
        start,
        new FlowPlan(times, chosen("test:rk4", integrator)),
        experts,
        replicates,
        limit.map(solver -> chosen("test:poisson", solver)),
        distance.map(solver -> new DistancePlan(chosen("test:circle", solver), Metric.L1)),
        new OutputPlan(true, kernel),
        List.of(new ResolvedSetting("flow", "step", "0.05", "default")),
        List.of(new Notice("MF-N99", "a notice")),
        "study: train\n",
        "00ff");
  }

  private static <S> Chosen<S> chosen(String id, S service) {
    return new Chosen<>(
        Descriptor.of(id, "for tests")
            .claims(new Trait.Order(4)) // of the integrator; none of the others
            .citing(new Citation("kutta-1901", "W. Kutta, Z. Math. Phys. 46 (1901)", "")),
        service);
  }
}
