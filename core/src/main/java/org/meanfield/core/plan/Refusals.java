package org.meanfield.core.plan;

import java.util.Optional;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Place;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.api.transport.DensityProblem;
import org.meanfield.api.transport.DensityTarget;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Asks the solvers of a study whether they serve it, as far as that shows at little cost.
///
/// @param reading what was read
/// @param faults receives what is refused
record Refusals(Reading reading, Faults faults) {
  /// {@return whether no solver refuses}
  ///
  /// @param train the training data
  boolean none(DataSet train) {
    int before = faults.count();
    reading.limit().ifPresent(limit -> ask(limit, train));
    reading.distance().ifPresent(distance -> ask(distance, reading.transport().orElseThrow()));
    return faults.count() == before;
  }

  private void ask(Reading.Service<LimitSolver> limit, DataSet train) {
    Expert expert = reading.expert().made().service().exact();
    StartLaw law = reading.start().start().law(expert.parameters());
    LimitProblem problem =
        new LimitProblem(expert, train, law, reading.flow().times(), Workers.sequential());
    Place place = limit.draft().place();
    Guarded.call(
            limit.made().descriptor().id(),
            place,
            faults,
            () -> limit.made().service().refusal(problem))
        .flatMap(refusal -> refusal)
        .ifPresent(reason -> faults.add(FaultCode.REFUSED, place, reason, ""));
  }

  private void ask(DistanceSection.Result distance, Chosen<TransportSolver> transport) {
    Place place = distance.solver().place();
    Optional<TransportResult> result =
        Guarded.call(
            transport.descriptor().id(),
            place,
            faults,
            () ->
                DistancePlan.servesDensities(transport)
                    ? transport.service().solve(fewPointsOnto(distance.metric()))
                    : transport.service().solve(fewPoints(distance.metric())));
    if (result.isPresent() && result.get() instanceof TransportResult.Refused(String reason)) {
      faults.add(FaultCode.REFUSED, place, reason, "");
    }
  }

  /// Two points against three in the study's dimension: sizes differ, as those of a cloud and the
  /// limit's points do.
  private TransportProblem fewPoints(Metric metric) {
    int d = reading.expert().made().service().parameters();
    Particles two = new Particles(2, d);
    Particles three = new Particles(3, d);
    for (int k = 0; k < d; k++) {
      two.set(1, k, 1);
      three.set(1, k, 2);
      three.set(2, k, 3);
    }
    return TransportProblem.squared(
        EmpiricalMeasure.uniform(two), EmpiricalMeasure.uniform(three), metric);
  }

  /// The same two points against a density; what would be solved is stopped at the first look.
  private DensityProblem fewPointsOnto(Metric metric) {
    EmpiricalMeasure two = fewPoints(metric).source();
    return DensityProblem.squared(two, DensityTarget.uniform(two.dimension()), metric)
        .under(new SolveContext(Workers.sequential(), _ -> false));
  }
}
