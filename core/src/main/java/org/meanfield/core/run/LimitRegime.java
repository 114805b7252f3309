package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Seeds;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.Trajectory;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.core.measure.Regime;
import org.meanfield.core.measure.TangentKernel;
import org.meanfield.core.plan.Start;
import org.meanfield.core.plan.StudyPlan;

/// The regime of the limit: its kernel over the atoms of μ_t, and McKean processes (eq. 2.7), whose
/// displacements stand for those of μ, with ∫ ‖r‖ dt beside them.
final class LimitRegime {
  /// How many processes are followed: their mean displacement errs by some percent.
  static final int PROCESSES = 256;

  private final StudyPlan plan;
  private final BoundStudy study;
  private final BooleanSupplier cancelled;

  LimitRegime(StudyPlan plan, BoundStudy study, BooleanSupplier cancelled) {
    this.plan = plan;
    this.study = study;
    this.cancelled = cancelled;
  }

  /// {@return one row for each recorded time that was reached}
  ///
  /// @param path μ_t
  /// @param atoms of μ_t at each recorded time, where there are some
  List<Regime> of(LimitPath path, List<Optional<EmpiricalMeasure>> atoms) {
    int count =
        plan.start() instanceof Start.Cloud(EmpiricalMeasure points)
            ? Math.min(points.size(), PROCESSES)
            : PROCESSES;
    Seeds seeds = Seeds.root(plan.seed()).at("limit", "processes");
    double[] start =
        StartCloud.of(plan.start(), count, plan.expert().service().parameters(), seeds).toArray();
    Processes flow = new Processes(study.companions(count), path, plan.flow().horizon());
    Trajectory trajectory =
        plan.flow()
            .integrator()
            .service()
            .integrate(
                flow,
                Arrays.copyOf(start, flow.dimension()),
                plan.flow().times(),
                (_, _) -> !cancelled.getAsBoolean());
    List<Regime> rows = new ArrayList<>();
    for (int at = 0; at < trajectory.times().size() && !cancelled.getAsBoolean(); at++) {
      double[] state = trajectory.state(at);
      rows.add(
          Regime.of(
              trajectory.times().get(at),
              atoms.get(at).flatMap(study::kernel).map(TangentKernel::extremes),
              state[start.length],
              start,
              state,
              count,
              OptionalDouble.empty()));
    }
    return List.copyOf(rows);
  }

  /// Processes in the residual of the limit, with ∫ ‖r‖₂ dt behind them.
  private record Processes(Drift drift, LimitPath path, double horizon) implements VectorField {
    @Override
    public int dimension() {
      return drift.size() + 1;
    }

    @Override
    public void at(double t, double[] state, double[] velocity) {
      double[] residual = new double[drift.inputs()];
      // The last stage's clock may round to just beyond T, where the limit is not defined.
      path.residual().at(Math.min(t, horizon), residual);
      drift.pull(state, residual, velocity, 0);
      double squares = 0;
      for (double r : residual) {
        squares += r * r;
      }
      velocity[drift.size()] = Math.sqrt(squares);
    }
  }
}
