package org.meanfield.limits.cloud;

import java.util.Optional;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.limit.LimitPath.ErrorEstimate;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;

/// The Lagrangian method: the points of a lattice of μ_0 follow the gradient flow, and carry μ_t.
///
/// From another law than the uniform one the points are its quantiles at those of a lattice. The
/// error is that of lattice quadrature of f ∘ X_t, from the uniform law a smooth periodic function:
/// exponentially small in M for d = 1, where it is estimated from every other point. For d ≥ 2 a
/// second lattice of a quarter of the points, with a generator and a shift of its own, is carried
/// through its own flow beside the first, and twice the difference of the two is the estimate: it
/// is about the error of the smaller one. With a start law of atoms the points are the atoms, and
/// the law is exactly theirs.
final class Lattice implements LimitSolver {
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
    return problem.start() instanceof StartLaw.Continuous law
            && !RankOneLattice.exists(points, law.dimension())
        ? Optional.of(tooFewPoints(law.dimension()))
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
      case StartLaw.Continuous law ->
          RankOneLattice.of(points, law.dimension(), shift)
              .map(lattice -> follow(problem, law, lattice))
              .orElseGet(() -> new LimitResult.Refused(tooFewPoints(law.dimension())));
      case StartLaw.Atoms(var measure) ->
          follow(
              problem,
              measure.points(),
              (_, _) -> 0,
              "the law is exactly its atoms; " + LatticeError.IN_TIME);
    };
  }

  private LimitResult follow(
      LimitProblem problem, StartLaw.Continuous law, RankOneLattice lattice) {
    if (lattice.dimension() == 1) {
      return follow(
          problem,
          StartPoints.of(law, lattice),
          (error, solution) -> error.everyOtherPoint(solution.clouds()),
          "the change of E f when every other point is left out (the error of half as many points),"
              + " plus "
              + LatticeError.IN_TIME);
    }
    RankOneLattice other = lattice.beside();
    return follow(
        problem,
        StartPoints.of(law, lattice),
        (error, solution) ->
            Math.max(
                error.beside(solution, StartPoints.of(law, other)),
                error.everyOtherPoint(solution.clouds())),
        "twice the largest change of r(t) on an independent lattice of %d points, or that of E f when every"
                .formatted(other.points())
            + " other point is left out if that is more (about the error of so few points: an"
            + " estimate, not a bound), plus "
            + LatticeError.IN_TIME);
  }

  /// The error of the points' means, next to that of time integration.
  private interface InSpace {
    double of(LatticeError error, PushedCloud solution);
  }

  private LimitResult follow(
      LimitProblem problem, double[] start, InSpace inSpace, String meaning) {
    BoundExpert expert = problem.expert().bind(problem.data().inputs());
    PushedCloud solution = PushedCloud.recorded(problem, expert, start, tolerance);
    if (!solution.arrived()) {
      return new LimitResult.Failed("the flow of the lattice " + solution.outcome().sentence());
    }
    LatticeError error = new LatticeError(problem, expert, tolerance);
    double value = inSpace.of(error, solution) + error.inTime(start);
    if (Double.isNaN(value)) {
      return new LimitResult.Failed(
          "the error of the lattice cannot be estimated: at a thousandth of the tolerance, or for"
              + " fewer points, there are no numbers; raise 'tolerance' and check the expert");
    }
    return new LimitResult.Found(
        new LatticePath(
            problem,
            expert,
            solution.curve(),
            solution.probes(),
            solution.clouds(),
            new ErrorEstimate(value, meaning),
            problem.start() instanceof StartLaw.Atoms ? "the start" : "a rank-1 lattice",
            tolerance,
            solution.work()));
  }
}
