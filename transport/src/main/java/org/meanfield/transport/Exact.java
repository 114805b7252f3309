package org.meanfield.transport;

import java.util.Arrays;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;

/// Exact optimal transport for any sizes, weights, periods, ℓ1 and ℓ2, p = 1 and 2: as many equally
/// weighted points on both sides by [Assignment], all else, and what that gives up, by
/// [MultilevelSimplex]; with a dual certificate that relies on neither.
///
/// For the simplex, points without mass are left out of the flow and get their potentials by
/// c-transforms. The larger side plays the rows, so exchanging source and target gives the same
/// value to the last bit.
final class Exact implements TransportSolver {
  /// How to go about it.
  enum Way {
    /// by the problem
    BEST,
    /// the network simplex whatever the problem
    NETWORK_SIMPLEX
  }

  private final Way way;

  Exact() {
    this(Way.BEST);
  }

  Exact(Way way) {
    this.way = way;
  }

  @Override
  public TransportResult solve(TransportProblem problem) {
    GroundCost cost = GroundCost.of(problem);
    if (cost.overflows()) {
      return GroundCost.refusal();
    }
    boolean equal =
        problem.source().isUniform()
            && problem.target().isUniform()
            && cost.sources() == cost.targets();
    if (equal && way != Way.NETWORK_SIMPLEX) {
      Assignment.Result assigned = Assignment.of(cost);
      if (assigned.optimal()) {
        return assigned(problem, cost, assigned);
      }
    }
    return bySimplex(problem, cost);
  }

  private static TransportResult assigned(
      TransportProblem problem, GroundCost cost, Assignment.Result assigned) {
    double[] mass = new double[cost.sources()];
    Arrays.fill(mass, 1.0 / mass.length);
    int[] from = new int[mass.length];
    Arrays.setAll(from, i -> i);
    return new Certificate(problem, cost)
        .proven(
            new Coupling(from, assigned.columnOf(), mass),
            Certificate.transform(cost, assigned.v()),
            assigned.v(),
            assigned.steps(),
            "%d bids and steps".formatted(assigned.steps()));
  }

  private static TransportResult bySimplex(TransportProblem problem, GroundCost cost) {
    Masses masses = Masses.of(problem.source(), problem.target());
    int[] sources = Masses.support(masses.source());
    int[] targets = Masses.support(masses.target());
    GroundCost carried = cost.between(sources, targets);
    long[] a = Masses.at(sources, masses.source());
    long[] b = Masses.at(targets, masses.target());

    boolean turned = sources.length < targets.length;
    MultilevelSimplex.Basis basis =
        turned
            ? new MultilevelSimplex(carried.transposed(), b, a).solve()
            : new MultilevelSimplex(carried, a, b).solve();
    NetworkSimplex simplex = basis.simplex();

    double[] u = new double[cost.sources()];
    double[] v = new double[cost.targets()];
    completePotentials(cost, sources, targets, simplex, turned, u, v);
    Coupling plan = plan(simplex, turned, sources, targets, masses.total());
    TransportResult result =
        new Certificate(problem, cost)
            .proven(plan, u, v, basis.pivots(), "%d pivots".formatted(basis.pivots()));
    if (result instanceof Solved solved && (!basis.optimal() || simplex.artificialFlow() != 0)) {
      return new NotConverged(
          solved.cost(),
          solved.lowerBound(),
          basis.pivots(),
          "stopped after %d pivots with artificial flow %d; please report this problem"
              .formatted(basis.pivots(), simplex.artificialFlow()));
    }
    return result;
  }

  /// Makes the potentials of the basis feasible for all pairs of points: the smaller side's are
  /// taken, the larger side's are their c-transform; then come points without mass.
  private static void completePotentials(
      GroundCost cost,
      int[] sources,
      int[] targets,
      NetworkSimplex simplex,
      boolean turned,
      double[] u,
      double[] v) {
    if (turned) {
      completePotentials(cost.transposed(), targets, sources, simplex, false, v, u);
      return;
    }
    Arrays.fill(v, Double.NEGATIVE_INFINITY);
    for (int j = 0; j < targets.length; j++) {
      v[targets[j]] = simplex.columnPotential(j);
    }
    double[] all = Certificate.transform(cost, v);
    Arrays.fill(u, Double.NEGATIVE_INFINITY);
    for (int source : sources) {
      u[source] = all[source];
    }
    if (targets.length < v.length) {
      double[] back = Certificate.transform(cost.transposed(), u);
      for (int j = 0; j < v.length; j++) {
        v[j] = v[j] == Double.NEGATIVE_INFINITY ? back[j] : v[j];
      }
    }
    if (sources.length < u.length) {
      all = Certificate.transform(cost, v);
      for (int i = 0; i < u.length; i++) {
        u[i] = u[i] == Double.NEGATIVE_INFINITY ? all[i] : u[i];
      }
    }
  }

  private static Coupling plan(
      NetworkSimplex simplex, boolean turned, int[] sources, int[] targets, long total) {
    int most = sources.length + targets.length;
    int[] from = new int[most];
    int[] to = new int[most];
    double[] mass = new double[most];
    int[] count = {0};
    simplex.eachFlow((arc, carried) -> {
      int row = simplex.row(arc);
      int column = simplex.column(arc);
      from[count[0]] = sources[turned ? column : row];
      to[count[0]] = targets[turned ? row : column];
      mass[count[0]] = (double) carried / total;
      count[0]++;
    });
    return new Coupling(
        Arrays.copyOf(from, count[0]), Arrays.copyOf(to, count[0]), Arrays.copyOf(mass, count[0]));
  }
}
