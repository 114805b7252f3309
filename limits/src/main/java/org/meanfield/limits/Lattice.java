package org.meanfield.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.GradientFlow;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.Work;
import org.meanfield.api.limit.LimitPath.ErrorEstimate;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;

/// The Lagrangian method: the points of a lattice of μ_0 follow the gradient flow, and carry μ_t.
///
/// With the uniform law the error is that of lattice quadrature of f ∘ X_t, a smooth periodic
/// function: exponentially small in M for d = 1. With a start law of atoms the points are the
/// atoms, and the law is exactly theirs.
final class Lattice implements LimitSolver {
  /// Points that time integration is judged by: enough to feel the same dynamics, cheap beside M.
  private static final int JUDGES = 64;

  /// How much finer the tolerance is that it is judged against.
  private static final double FINER = 1e-3;

  /// Below this a step cannot be judged against rounding.
  private static final double FINEST = 1e-14;

  private final int points;
  private final int shift;
  private final double tolerance;

  Lattice(int points, int shift, double tolerance) {
    this.points = points;
    this.shift = shift;
    this.tolerance = tolerance;
  }

  @Override
  public Optional<String> refusal(LimitProblem problem) {
    return problem.start() instanceof StartLaw.Uniform(int d) && !RankOneLattice.exists(points, d)
        ? Optional.of(tooFewPoints(d))
        : Optional.empty();
  }

  private String tooFewPoints(int d) {
    return "a lattice of %d points has no %d different coordinates; raise 'points' to"
            .formatted(points, d)
        + " a power of two of at least %d".formatted(4L * d);
  }

  @Override
  public LimitResult solve(LimitProblem problem) {
    return switch (problem.start()) {
      case StartLaw.Uniform(int d) ->
          RankOneLattice.of(points, d, shift)
              .map(lattice -> follow(problem, lattice.cloud(), true))
              .orElseGet(() -> new LimitResult.Refused(tooFewPoints(d)));
      case StartLaw.Atoms(var measure) -> follow(problem, measure.points(), false);
    };
  }

  private LimitResult follow(LimitProblem problem, double[] start, boolean quadrature) {
    BoundExpert expert = problem.expert().bind(problem.data().inputs());
    Solution solution = push(problem, expert, start, tolerance, problem.probes());
    if (!(solution.outcome() instanceof Outcome.Reached)) {
      return new LimitResult.Failed("the flow of the lattice " + solution.outcome().sentence());
    }
    double inTime = timeError(problem, expert, start);
    double inSpace = quadrature ? halfLatticeError(problem, expert, solution.clouds()) : 0;
    if (Double.isNaN(inTime + inSpace)) {
      return new LimitResult.Failed(
          "the error of the lattice cannot be estimated: at a thousandth of the tolerance, or for half"
              + " of the points, there are no numbers; raise 'tolerance' and check the expert");
    }
    ErrorEstimate error =
        quadrature
            ? new ErrorEstimate(
                inSpace + inTime,
                "the change of E f when every other point is left out (the error of half as many"
                    + " points), plus the change of r on %d points at a thousandth of the tolerance"
                        .formatted(JUDGES))
            : new ErrorEstimate(
                inTime,
                "the law is exactly its atoms; the change of r on %d of them at a thousandth of the"
                        .formatted(JUDGES)
                    + " tolerance");
    return new LimitResult.Found(
        new LatticePath(
            problem,
            expert,
            solution.curve(),
            solution.probes(),
            solution.clouds(),
            error,
            tolerance,
            solution.work()));
  }

  /// Carries a cloud through the gradient flow to all recorded times.
  private static Solution push(
      LimitProblem problem, BoundExpert expert, double[] start, double tolerance, Inputs probes) {
    Drift drift = drift(problem, expert, start.length);
    GradientFlow flow = new GradientFlow(drift, problem.data());
    double[] cloud = start.clone();
    double[] inside = new double[start.length];
    double[] residual = new double[problem.data().size()];
    flow.residual(cloud, residual);
    ResidualCurve.Builder curve = new ResidualCurve.Builder(residual);
    int dimension = problem.expert().parameters();
    Drift onProbes =
        new Drift(
            problem.expert().bind(probes),
            start.length / dimension,
            dimension,
            probes.count(),
            problem.workers());
    double[] response = new double[probes.count()];
    onProbes.response(cloud, 0, response);
    ResidualCurve.Builder probed = new ResidualCurve.Builder(response);
    List<double[]> clouds = new ArrayList<>(List.of(start));
    DormandPrince.Run run =
        DormandPrince.advance(
            flow,
            cloud,
            0,
            problem.horizon(),
            tolerance,
            step -> {
              for (int i = clouds.size();
                  i < problem.times().size() && problem.times().get(i) <= step.end();
                  i++) {
                step.state(problem.times().get(i), inside);
                clouds.add(inside.clone());
              }
              curve.add(
                  step.end(),
                  (t, out) -> {
                    step.state(t, inside);
                    flow.residual(inside, out);
                  });
              if (probes.count() > 0) {
                probed.add(
                    step.end(),
                    (t, out) -> {
                      step.state(t, inside);
                      onProbes.response(inside, 0, out);
                    });
              }
            });
    return new Solution(
        run.outcome(), run.work(), curve.build(), probed.build(), List.copyOf(clouds));
  }

  private static Drift drift(LimitProblem problem, BoundExpert expert, int size) {
    int dimension = problem.expert().parameters();
    return new Drift(expert, size / dimension, dimension, problem.data().size(), problem.workers());
  }

  /// {@return the change of r(t), also between the recorded times, when a small part of the cloud
  /// is integrated at a finer tolerance; NaN if it cannot be}
  private double timeError(LimitProblem problem, BoundExpert expert, double[] start) {
    double[] few = few(start, problem.expert().parameters());
    Inputs none = Inputs.of(0, problem.probes().features(), new double[0]);
    Solution same = push(problem, expert, few, tolerance, none);
    Solution finer = push(problem, expert, few, Math.max(FINEST, FINER * tolerance), none);
    return same.outcome() instanceof Outcome.Reached && finer.outcome() instanceof Outcome.Reached
        ? same.curve().distance(finer.curve(), ResidualCurve.probes(problem.times()))
        : Double.NaN;
  }

  private static double[] few(double[] cloud, int dimension) {
    int all = cloud.length / dimension;
    int count = Math.min(all, JUDGES);
    double[] few = new double[count * dimension];
    for (int k = 0; k < dimension; k++) {
      for (int i = 0; i < count; i++) {
        few[k * count + i] = cloud[k * all + (int) ((long) i * all / count)];
      }
    }
    return few;
  }

  /// {@return max |E_M f_j − E_{M/2} f_j| over j and the recorded times; the even-numbered points
  /// are the lattice of half as many}
  private static double halfLatticeError(
      LimitProblem problem, BoundExpert expert, List<double[]> clouds) {
    int size = clouds.getFirst().length;
    Drift whole = drift(problem, expert, size);
    Drift half = drift(problem, expert, size / 2);
    double[] fine = new double[problem.data().size()];
    double[] coarse = new double[problem.data().size()];
    double[] even = new double[size / 2];
    double largest = 0;
    for (double[] cloud : clouds) {
      // M is even, so every other number of the array is every other point of each coordinate.
      for (int at = 0; at < even.length; at++) {
        even[at] = cloud[2 * at];
      }
      whole.response(cloud, 0, fine);
      half.response(even, 0, coarse);
      for (int j = 0; j < fine.length; j++) {
        largest = Math.max(largest, Math.abs(fine[j] - coarse[j]));
      }
    }
    return largest;
  }

  private record Solution(
      Outcome outcome,
      Work work,
      ResidualCurve curve,
      ResidualCurve probes,
      List<double[]> clouds) {}
}
