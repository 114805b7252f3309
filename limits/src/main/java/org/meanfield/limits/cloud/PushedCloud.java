package org.meanfield.limits.cloud;

import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.GradientFlow;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.Work;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.limits.time.DormandPrince;
import org.meanfield.limits.time.Recorder;
import org.meanfield.limits.time.ResidualCurve;

/// A cloud that was carried through its own gradient flow from time 0 to T.
///
/// @param outcome how far it came
/// @param work of the integration
/// @param curve r(t), up to where it came
/// @param probes the responses at the probes, likewise
/// @param clouds one per kept time that was reached, coordinate-major
public record PushedCloud(
    Outcome outcome, Work work, ResidualCurve curve, ResidualCurve probes, List<double[]> clouds) {

  /// {@return the cloud with its states at all recorded times, and the responses at the probes}
  ///
  /// @param problem the data, the probes, the times
  /// @param expert bound to the problem's inputs
  /// @param start coordinate-major; not modified
  /// @param tolerance of the integration
  public static PushedCloud recorded(
      LimitProblem problem, BoundExpert expert, double[] start, double tolerance) {
    return push(problem, expert, start, tolerance, problem.probes(), problem.times());
  }

  /// {@return the same for r(t) alone: nothing is probed, no state but the start is kept}
  ///
  /// @param problem the data and the horizon
  /// @param expert bound to the problem's inputs
  /// @param start coordinate-major; not modified
  /// @param tolerance of the integration
  static PushedCloud unrecorded(
      LimitProblem problem, BoundExpert expert, double[] start, double tolerance) {
    Inputs none = Inputs.of(0, problem.data().inputs().features(), new double[0]);
    return push(problem, expert, start, tolerance, none, List.of(0.0));
  }

  private static PushedCloud push(
      LimitProblem problem,
      BoundExpert expert,
      double[] start,
      double tolerance,
      Inputs probes,
      List<Double> times) {
    int dimension = problem.expert().parameters();
    int points = start.length / dimension;
    int data = problem.data().size();
    GradientFlow flow =
        new GradientFlow(
            new Drift(expert, points, dimension, data, problem.workers()), problem.data());
    Drift onProbes =
        new Drift(
            problem.expert().bind(probes), points, dimension, probes.count(), problem.workers());
    Recorder recorder = new Recorder(start, times);
    Recorder.Curve curve = recorder.curve(data, flow::residual);
    Recorder.Curve probed =
        recorder.curve(probes.count(), (state, out) -> onProbes.response(state, 0, out));
    DormandPrince.Run run =
        DormandPrince.advance(flow, start.clone(), 0, problem.horizon(), tolerance, recorder);
    return new PushedCloud(
        run.outcome(), run.work(), curve.build(), probed.build(), recorder.states());
  }

  /// {@return whether T was reached}
  public boolean arrived() {
    return outcome instanceof Outcome.Reached;
  }

  /// {@return the largest |Δr_j(t)| over j, the recorded times and others between them; NaN if one
  /// of the two did not arrive}
  ///
  /// @param other another cloud for the same problem
  /// @param problem the times
  public double distance(PushedCloud other, LimitProblem problem) {
    return arrived() && other.arrived()
        ? ResidualCurve.distance(
            curve, other.curve, problem.data().size(), ResidualCurve.probes(problem.times()))
        : Double.NaN;
  }
}
