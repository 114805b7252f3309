package org.meanfield.transport.lp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Course;
import org.meanfield.transport.dual.Certificate;

/// Transport as a linear program for Commons Math's general simplex method: slow, and independent
/// of everything else here. Plan and potentials come from two separate programs,
///
/// min Σ cᵢⱼπᵢⱼ with Σ_j πᵢⱼ = aᵢ, Σᵢ πᵢⱼ = b_j, π ≥ 0, and max Σ aᵢuᵢ + Σ b_jv_j with uᵢ + v_j ≤
/// cᵢⱼ.
///
/// Costs are divided by the largest, so that the method's tolerances are relative.
final class Lp implements TransportSolver {
  /// Most pairs: the dual's dense tableau has (n·m)² numbers, 50 MB at this size.
  private static final int MOST_PAIRS = 2500;

  /// A reduced cost above −10⁻¹², relative to the largest cost, counts as zero.
  private static final double OPTIMALITY = 1e-12;

  /// Tableau entries below this are cleared; Commons Math's own 10⁻¹⁰ loses digits of the weights.
  private static final double CUT_OFF = 1e-14;

  private static final int ULPS = 10;

  /// Dantzig's rule ended within 1700 pivots on every tested problem of the largest size.
  private static final int FAST_PIVOTS = 10_000;

  /// Asks before every pivot whether the solve goes on.
  private static final class Stoppable extends SimplexSolver {
    private Stoppable() {
      super(OPTIMALITY, ULPS, CUT_OFF);
    }

    @Override
    protected void incrementIterationCount() {
      Course.check();
      super.incrementIterationCount();
    }
  }

  @Override
  public TransportResult solve(TransportProblem problem) {
    return Course.run(problem.context(), () -> solved(problem));
  }

  private TransportResult solved(TransportProblem problem) {
    GroundCost cost = GroundCost.of(problem);
    if (cost.overflows()) {
      return GroundCost.refusal();
    }
    int n = cost.sources();
    int m = cost.targets();
    if ((long) n * m > MOST_PAIRS) {
      return new Refused(
          "'lp' serves at most %d pairs of points, this problem has %d × %d; take 'exact'"
              .formatted(MOST_PAIRS, n, m));
    }
    double[] c = costs(cost);
    double largest = Math.max(Arrays.stream(c).max().orElse(0), Double.MIN_NORMAL);
    double[] scaled = Arrays.stream(c).map(x -> x / largest).toArray();
    double[] a = problem.source().weights();
    double[] b = problem.target().weights();
    SimplexSolver solver = new Stoppable();
    Coupling plan;
    double[] v;
    int pivots;
    try {
      plan = plan(solver, scaled, a, b);
      pivots = solver.getIterations();
      v = targetPotentials(solver, scaled, a, b);
      pivots += solver.getIterations();
    } catch (MathIllegalStateException e) {
      return new NotConverged(
          Double.POSITIVE_INFINITY,
          0,
          solver.getIterations(),
          "the simplex method of Commons Math stopped: %s; take 'exact'".formatted(e.getMessage()));
    }
    for (int j = 0; j < m; j++) {
      v[j] *= largest;
    }
    double[] u = Certificate.transform(cost, v);
    Certificate certificate = new Certificate(problem, cost);
    return certificate.proven(plan, u, v, pivots, "%d pivots in two programs".formatted(pivots));
  }

  private static double[] costs(GroundCost cost) {
    int m = cost.targets();
    double[] c = new double[cost.sources() * m];
    double[] row = new double[m];
    for (int i = 0; i < cost.sources(); i++) {
      cost.row(i, row);
      System.arraycopy(row, 0, c, i * m, m);
    }
    return c;
  }

  private static Coupling plan(SimplexSolver solver, double[] c, double[] a, double[] b) {
    int m = b.length;
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int i = 0; i < a.length; i++) {
      double[] row = new double[c.length];
      Arrays.fill(row, i * m, (i + 1) * m, 1);
      constraints.add(new LinearConstraint(row, Relationship.EQ, a[i]));
    }
    // The last column's constraint follows from the others.
    for (int j = 0; j + 1 < m; j++) {
      double[] column = new double[c.length];
      for (int i = 0; i < a.length; i++) {
        column[i * m + j] = 1;
      }
      constraints.add(new LinearConstraint(column, Relationship.EQ, b[j]));
    }
    double[] masses = optimum(solver, c, constraints, GoalType.MINIMIZE, true);
    int[] carried = IntStream.range(0, c.length).filter(e -> masses[e] > 0).toArray();
    return new Coupling(
        Arrays.stream(carried).map(e -> e / m).toArray(),
        Arrays.stream(carried).map(e -> e % m).toArray(),
        Arrays.stream(carried).mapToDouble(e -> masses[e]).toArray());
  }

  private static double[] targetPotentials(
      SimplexSolver solver, double[] c, double[] a, double[] b) {
    int n = a.length;
    int m = b.length;
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int e = 0; e < c.length; e++) {
      double[] pair = new double[n + m];
      pair[e / m] = 1;
      pair[n + e % m] = 1;
      constraints.add(new LinearConstraint(pair, Relationship.LEQ, c[e]));
    }
    double[] weights = Arrays.copyOf(a, n + m);
    System.arraycopy(b, 0, weights, n, m);
    double[] potentials = optimum(solver, weights, constraints, GoalType.MAXIMIZE, false);
    return Arrays.copyOfRange(potentials, n, n + m);
  }

  /// Dantzig's rule is fast and may go round in circles; Bland's is slow and may not. So the second
  /// is left for what the first does not end.
  private static double[] optimum(
      SimplexSolver solver,
      double[] objective,
      List<LinearConstraint> constraints,
      GoalType goal,
      boolean nonNegative) {
    LinearObjectiveFunction function = new LinearObjectiveFunction(objective, 0);
    LinearConstraintSet set = new LinearConstraintSet(constraints);
    NonNegativeConstraint sign = new NonNegativeConstraint(nonNegative);
    try {
      return solver
          .optimize(new MaxIter(FAST_PIVOTS), function, set, goal, sign, PivotSelectionRule.DANTZIG)
          .getPoint();
    } catch (TooManyIterationsException e) {
      return solver
          .optimize(
              new MaxIter(Integer.MAX_VALUE), function, set, goal, sign, PivotSelectionRule.BLAND)
          .getPoint();
    }
  }
}
