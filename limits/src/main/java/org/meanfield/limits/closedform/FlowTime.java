package org.meanfield.limits.closedform;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.flow.Work;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.limits.cloud.PushedCloud;
import org.meanfield.limits.time.DormandPrince;
import org.meanfield.limits.time.Recorder;
import org.meanfield.limits.time.ResidualCurve;

/// The limit of one datum: all particles move along one flow of ∇f, so one number says where all of
/// them are. With Φ_τ the flow of ∇f(·, x) and G(τ) = E f(Φ_τ θ, x),
///
/// τ′ = y − G(τ), τ(0) = 0, μ_t = law of Φ_{τ(t)} θ, θ ~ μ_0.
///
/// G rises with τ, G′ = E‖∇f‖² ≥ 0, so τ moves one way and r falls. Here E is the mean over given
/// points of the start; Φ is integrated once, as far as τ may come, and the scalar equation on its
/// own.
final class FlowTime {
  /// Flow times after which the integration looks whether the target is passed.
  private static final double CHUNK = 1;

  private FlowTime() {}

  /// {@return the points with their states at all recorded times}
  ///
  /// @param problem one datum
  /// @param expert bound to it
  /// @param start coordinate-major; not modified
  /// @param tolerance of both integrations
  static PushedCloud push(
      LimitProblem problem, BoundExpert expert, double[] start, double tolerance) {
    int dimension = problem.expert().parameters();
    int points = start.length / dimension;
    Drift drift = new Drift(expert, points, dimension, 1, problem.workers());
    Inputs probes = problem.probes();
    Drift onProbes =
        new Drift(
            problem.expert().bind(probes), points, dimension, probes.count(), problem.workers());
    Recorder recorder = new Recorder(start, List.of(0.0));
    Recorder.Curve residual =
        recorder.curve(
            1,
            (state, out) -> {
              drift.response(state, 0, out);
              out[0] = problem.data().target(0) - out[0];
            });
    Recorder.Curve probed =
        recorder.curve(probes.count(), (state, out) -> onProbes.response(state, 0, out));
    double[] last = new double[1];
    residual.build().at(0, last);
    // Along ∇f where the target is above the start, against it where it is below.
    double sign = last[0] < 0 ? -1 : 1;
    VectorField flow = along(drift, sign);
    double[] cloud = start.clone();
    double farthest = Math.abs(last[0]) * problem.horizon();
    double reached = 0;
    Work work = new Work(0, 0, 0);
    while (reached < farthest && sign * last[0] > 0) {
      double to = Math.min(farthest, reached + CHUNK);
      DormandPrince.Run run = DormandPrince.advance(flow, cloud, reached, to, tolerance, recorder);
      work = sum(work, run.work());
      if (!(run.outcome() instanceof Outcome.Reached)) {
        return new PushedCloud(
            run.outcome(), work, residual.build(), probed.build(), List.of(start));
      }
      reached = to;
      residual.build().at(reached, last);
    }
    return inTime(
        problem, start, flow, sign, reached, residual.build(), probed.build(), tolerance, work);
  }

  private static PushedCloud inTime(
      LimitProblem problem,
      double[] start,
      VectorField flow,
      double sign,
      double farthest,
      ResidualCurve residual,
      ResidualCurve probed,
      double tolerance,
      Work before) {
    Recorder recorder = new Recorder(new double[] {0}, problem.times());
    Recorder.Curve curve =
        recorder.curve(1, (tau, out) -> residual.at(Math.clamp(tau[0], 0, farthest), out));
    Recorder.Curve probeCurve =
        recorder.curve(
            problem.probes().count(),
            (tau, out) -> probed.at(Math.clamp(tau[0], 0, farthest), out));
    VectorField scalar =
        new VectorField() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public void at(double t, double[] tau, double[] velocity) {
            residual.at(Math.clamp(tau[0], 0, farthest), velocity);
            velocity[0] *= sign;
          }
        };
    DormandPrince.Run run =
        DormandPrince.advance(scalar, new double[] {0}, 0, problem.horizon(), tolerance, recorder);
    List<Double> flowTimes = new ArrayList<>(List.of(0.0));
    for (double[] tau : recorder.states().subList(1, recorder.states().size())) {
      // The integrator may be a rounding beyond, or back where nothing moves any more.
      flowTimes.add(Math.clamp(tau[0], flowTimes.getLast(), farthest));
    }
    Outcome outcome = run.outcome();
    Work work = sum(before, run.work());
    List<double[]> clouds = new ArrayList<>(List.of(start));
    double[] cloud = start.clone();
    for (int i = 1; i < flowTimes.size() && outcome instanceof Outcome.Reached; i++) {
      DormandPrince.Run piece =
          DormandPrince.advance(flow, cloud, flowTimes.get(i - 1), flowTimes.get(i), tolerance);
      outcome = piece.outcome();
      work = sum(work, piece.work());
      clouds.add(cloud.clone());
    }
    return new PushedCloud(outcome, work, curve.build(), probeCurve.build(), List.copyOf(clouds));
  }

  private static VectorField along(Drift drift, double sign) {
    double[] unit = {sign};
    return new VectorField() {
      @Override
      public int dimension() {
        return drift.size();
      }

      @Override
      public void at(double tau, double[] state, double[] velocity) {
        drift.pull(state, unit, velocity, 0);
      }
    };
  }

  private static Work sum(Work one, Work other) {
    return new Work(
        one.steps() + other.steps(),
        one.rejected() + other.rejected(),
        one.evaluations() + other.evaluations());
  }
}
