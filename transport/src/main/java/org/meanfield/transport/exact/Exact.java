package org.meanfield.transport.exact;

import java.util.Arrays;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.transport.circle.Circle;
import org.meanfield.transport.cost.Flow;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.Masses;
import org.meanfield.transport.course.Course;
import org.meanfield.transport.dual.CTransform;
import org.meanfield.transport.dual.Certificate;

/// Exact optimal transport for any sizes, weights, periods, ℓ1 and ℓ2, p = 1 and 2: one dimension
/// by [Circle], all else by [Multilevel] with a dual certificate that does not rely on it.
///
/// Points without mass are left out of the flow and get their potentials by c-transforms. The
/// larger side plays the rows, so exchanging source and target gives the same value to the last
/// bit. An interrupted thread ends a solve that has not converged.
public final class Exact implements TransportSolver {
  /// How to go about it.
  enum Way {
    /// by the problem
    AUTO,
    /// an auction and the network simplex, for as many points of equal weight on both sides
    ASSIGNMENT,
    /// the network simplex without auctions
    NETWORK_SIMPLEX,
    /// shifted quantile functions, in one dimension
    CIRCLE
  }

  private final Way way;

  public Exact() {
    this(Way.AUTO);
  }

  Exact(Way way) {
    this.way = way;
  }

  @Override
  public TransportResult solve(TransportProblem problem) {
    return Course.run(problem.context(), () -> solved(problem));
  }

  /// Solves in the course of another solve.
  public TransportResult solved(TransportProblem problem) {
    int d = problem.space().dimension();
    if (way == Way.CIRCLE && d != 1) {
      return new Refused(
          "method 'circle' serves one dimension, this problem has %d; take 'auto'".formatted(d));
    }
    int n = problem.source().size();
    int m = problem.target().size();
    boolean equal = n == m && problem.source().isUniform() && problem.target().isUniform();
    if (way == Way.ASSIGNMENT && !equal) {
      return new Refused(
          "method 'assignment' serves as many points of equal weight on both sides, this problem"
              + " has %d and %d points%s; take 'auto'"
                  .formatted(n, m, n == m ? " of different weights" : ""));
    }
    if (way == Way.CIRCLE || (way == Way.AUTO && d == 1)) {
      return new Circle().solve(problem);
    }
    return byLevels(problem);
  }

  private TransportResult byLevels(TransportProblem problem) {
    GroundCost cost = GroundCost.of(problem);
    if (cost.overflows()) {
      return GroundCost.refusal();
    }
    Masses masses = Masses.of(problem.source(), problem.target());
    int[] sources = Masses.support(masses.source());
    int[] targets = Masses.support(masses.target());
    GroundCost carried = cost.between(sources, targets);
    long[] a = Masses.at(sources, masses.source());
    long[] b = Masses.at(targets, masses.target());

    boolean turned = sources.length < targets.length;
    boolean auctions = way != Way.NETWORK_SIMPLEX;
    double[] start =
        problem
            .start()
            .map(given ->
                turned ? Masses.at(sources, given.source()) : Masses.at(targets, given.target()))
            .orElse(null);
    Multilevel.Solution found =
        turned
            ? Multilevel.solve(carried.transposed(), b, a, auctions, start)
            : Multilevel.solve(carried, a, b, auctions, start);

    double[] u = new double[cost.sources()];
    double[] v = new double[cost.targets()];
    completePotentials(cost, sources, targets, found.v(), turned, u, v);
    Coupling plan = plan(found.flow(), turned, sources, targets, masses.total());
    TransportResult result =
        new Certificate(problem, cost)
            .proven(plan, u, v, found.steps(), "%d bids and pivots".formatted(found.steps()));
    if (result instanceof Solved solved && !found.optimal()) {
      return new NotConverged(
          solved.cost(),
          solved.lowerBound(),
          found.steps(),
          "stopped after %d bids and pivots; please report this problem".formatted(found.steps()));
    }
    return result;
  }

  /// Makes potentials feasible for all pairs of points: the smaller side's are taken, the larger
  /// side's are their c-transform; then come points without mass.
  private static void completePotentials(
      GroundCost cost,
      int[] sources,
      int[] targets,
      double[] carried,
      boolean turned,
      double[] u,
      double[] v) {
    if (turned) {
      completePotentials(cost.transposed(), targets, sources, carried, false, v, u);
      return;
    }
    Arrays.fill(v, Double.NEGATIVE_INFINITY);
    for (int j = 0; j < targets.length; j++) {
      v[targets[j]] = carried[j];
    }
    double[] all = CTransform.of(cost, v);
    Arrays.fill(u, Double.NEGATIVE_INFINITY);
    for (int source : sources) {
      u[source] = all[source];
    }
    if (targets.length < v.length) {
      double[] back = CTransform.of(cost.transposed(), u);
      for (int j = 0; j < v.length; j++) {
        v[j] = v[j] == Double.NEGATIVE_INFINITY ? back[j] : v[j];
      }
    }
    if (sources.length < u.length) {
      all = CTransform.of(cost, v);
      for (int i = 0; i < u.length; i++) {
        u[i] = u[i] == Double.NEGATIVE_INFINITY ? all[i] : u[i];
      }
    }
  }

  private static Coupling plan(
      Flow flow, boolean turned, int[] sources, int[] targets, long total) {
    int[] from = new int[flow.size()];
    int[] to = new int[flow.size()];
    double[] mass = new double[flow.size()];
    for (int at = 0; at < flow.size(); at++) {
      from[at] = sources[turned ? flow.column(at) : flow.row(at)];
      to[at] = targets[turned ? flow.row(at) : flow.column(at)];
      mass[at] = (double) flow.mass(at) / total;
    }
    return new Coupling(from, to, mass);
  }
}
