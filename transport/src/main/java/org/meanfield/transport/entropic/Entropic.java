package org.meanfield.transport.entropic;

import org.jspecify.annotations.Nullable;
import org.meanfield.kernels.transport.GibbsLanes;
import org.meanfield.transport.course.Course;

/// The descent to the potentials of entropic transport: from coarse clouds to the whole ones, and
/// on each from a large ε to its own, by over-relaxed [Sweep]s, until the marginals are right in
/// double precision.
///
/// Working storage of one solve.
final class Entropic {
  /// Each ε is half the one before.
  private static final double FALL = 0.5;

  /// Marginal error at which a larger ε has served its purpose.
  private static final double ROUGH = 0.05;

  /// Marginal error at which a coarse cloud has.
  private static final double COARSE = 1e-3;

  /// Clouds are made coarser while both have more points than this.
  private static final int SMALL = 400;

  /// Given potentials are worth having up to this marginal error.
  private static final double NEAR = 0.5;

  /// Kernels that hold a hundredth of the tolerance, in all, are left out.
  private static final double LEFT_OUT = 0.01;

  /// Iterations without an error half the least before mean that a way of computing has come to its
  /// end.
  private static final int STALLED = 60;

  /// A list of kernels pays, against evaluating all, up to this part of the pairs (measured).
  private static final double WORTH_LISTING = 0.1;

  /// How kernels are had.
  enum Mode {
    /// by size and ε
    AUTO,
    /// all stored, in single precision
    DENSE,
    /// those that matter listed, in double precision
    SPARSE,
    /// evaluated in each iteration, O(n + m) memory
    ONLINE
  }

  private final double tolerance;
  private final int most;
  private final Mode mode;
  private final boolean accelerated;
  private final long memory;
  private int done;
  private double reached = Double.NaN;

  /// How plain iterations contract at this ε, as known from coarser clouds; zero if not known.
  private double theta;

  /// @param tolerance largest ℓ1 error of the marginals
  /// @param most most iterations, all clouds and ε together
  /// @param mode how kernels are had
  /// @param accelerated whether iterations are over-relaxed
  /// @param memory bytes that kernels may take
  Entropic(double tolerance, int most, Mode mode, boolean accelerated, long memory) {
    this.tolerance = tolerance;
    this.most = most;
    this.mode = mode;
    this.accelerated = accelerated;
    this.memory = memory;
  }

  /// What came of it.
  ///
  /// @param plan in double precision
  /// @param epsilon the last ε: the wanted one, or a larger one where iterations ran out
  /// @param iterations what was done
  record Outcome(EntropicPlan plan, double epsilon, int iterations) {}

  /// @param problem the whole clouds
  /// @param median the size of costs
  /// @param epsilon ε > 0
  /// @param start potentials of the targets to begin with at once; null for none
  Outcome solve(EntropicProblem problem, double median, double epsilon, double @Nullable [] start) {
    Duals duals = start == null ? null : warm(problem, epsilon, start);
    if (duals == null) {
      duals = descend(problem, median, epsilon);
    }
    double now = reached;
    Tiles tiles = new Tiles(problem.cost());
    EntropicPlan plan = new EntropicPlan(problem, tiles, duals, rate(now));
    // Single precision may have promised too much; double precision goes on from there.
    while (now == epsilon && plan.error() > tolerance && done < most) {
      Sweep sweep = new DoubleSweep(problem, tiles, rate(now));
      iterate(sweep, sweep, duals, tolerance / 4);
      plan = new EntropicPlan(problem, tiles, duals, rate(now));
    }
    return new Outcome(plan, now, done);
  }

  /// Solves for a measure against itself, where f = g, by f ← (f + f′)/2 with f′ the soft transform
  /// of f: a few iterations at any ε, where alternating ones can take very many.
  ///
  /// **Reference.** J. Feydy et al., *Interpolating between optimal transport and MMD using
  /// Sinkhorn divergences*, AISTATS, PMLR 89, 2681–2690 (2019), section 3.
  ///
  /// @param problem a cloud against itself
  /// @param epsilon ε > 0
  Outcome solveSymmetric(EntropicProblem problem, double epsilon) {
    Duals duals = Duals.zero(problem);
    double[] a = problem.sourceMasses();
    Tiles tiles = new Tiles(problem.cost());
    reached = Math.max(epsilon, problem.cost().bound());
    double goal = tolerance / 2;
    while (true) {
      Course.check();
      double[] next = duals.phi.clone();
      SoftTransform.apply(problem.cost(), a, duals.phi, rate(reached), next);
      done++;
      double error = 0;
      for (int i = 0; i < a.length; i++) {
        if (a[i] > 0) {
          error += a[i] * DoubleSweep.offBy(duals.phi[i] - next[i]);
          duals.phi[i] = duals.phi[i] / 2 + next[i] / 2;
        }
      }
      boolean last = reached <= epsilon;
      if (last && (error <= goal || done >= most)) {
        System.arraycopy(duals.phi, 0, duals.gamma, 0, a.length);
        EntropicPlan plan = new EntropicPlan(problem, tiles, duals, rate(reached));
        if (plan.error() <= tolerance || done >= most) {
          return new Outcome(plan, reached, done);
        }
        goal /= 4;
      } else if (!last && (error <= ROUGH || done >= most)) {
        double smaller = Math.max(epsilon, reached * FALL);
        duals.scale(reached / smaller);
        reached = smaller;
      }
    }
  }

  /// {@return potentials for the problem, from given ones; null if these are poor: if they leave
  /// the marginals far from right}
  private @Nullable Duals warm(EntropicProblem problem, double epsilon, double[] start) {
    Tiles tiles = new Tiles(problem.cost());
    Duals duals = Duals.of(problem, start, rate(epsilon));
    done++;
    if (!(new DoubleSweep(problem, tiles, rate(epsilon)).apply(duals, 1) <= NEAR)) {
      return null;
    }
    reached = epsilon;
    descendAt(problem, tiles, duals, tolerance / 2);
    return duals;
  }

  private static double rate(double epsilon) {
    return GibbsLanes.LOG2_E / epsilon;
  }

  /// {@return potentials for the problem; `reached` is their ε}
  private Duals descend(EntropicProblem problem, double median, double epsilon) {
    boolean whole = Double.isNaN(reached);
    int points = Math.min(problem.cost().sources(), problem.cost().targets());
    Duals duals;
    if (points > SMALL) {
      EntropicProblem coarser = problem.coarser();
      reached = 0;
      Duals coarse = descend(coarser, median, epsilon);
      duals = coarse.onto(coarser, problem, rate(reached));
    } else {
      duals = Duals.zero(problem);
      reached = Math.max(epsilon, problem.cost().bound());
    }
    // Below the cost of a step from point to point a coarse cloud is not like a finer one.
    double goal = whole ? epsilon : Math.max(epsilon, step(problem, median, points));
    Tiles tiles = new Tiles(problem.cost());
    while (true) {
      boolean last = reached <= goal;
      descendAt(
          problem,
          tiles,
          duals,
          last && whole && reached == epsilon ? tolerance / 2 : last ? COARSE : ROUGH);
      if (last || done >= most) {
        return duals;
      }
      double next = Math.max(goal, reached * FALL);
      theta = 0;
      duals.scale(reached / next);
      reached = next;
    }
  }

  private static double step(EntropicProblem problem, double median, int points) {
    int d = problem.cost().periods().length;
    boolean squared =
        switch (problem.cost().ground()) {
          case L1, L2 -> false;
          case L1_SQUARED, L2_SQUARED -> true;
        };
    return median * Math.pow(points, (squared ? -2.0 : -1.0) / d);
  }

  private void descendAt(EntropicProblem problem, Tiles tiles, Duals duals, double goal) {
    double rate = rate(reached);
    double cut = Math.max(20, -SoftTransform.log2(LEFT_OUT * goal));
    double pairs = (double) problem.cost().sources() * problem.cost().targets();
    DoubleSweep safe = new DoubleSweep(problem, tiles, rate);
    boolean precise = goal < ROUGH;
    if (mode == Mode.SPARSE || (mode == Mode.AUTO && precise)) {
      // Potentials must be near the end for a list to last.
      iterate(new SingleSweep(problem, tiles, rate, cut, false), safe, duals, ROUGH);
      double room = (double) memory / PAIR_BYTES;
      boolean listed =
          mode == Mode.SPARSE
              ? iterate(new SparseSweep(problem, tiles, rate, cut, room), safe, duals, goal)
              : iterate(
                  new SparseSweep(problem, tiles, rate, cut, Math.min(room, WORTH_LISTING * pairs)),
                  null,
                  duals,
                  goal);
      if (listed || mode == Mode.SPARSE) {
        return;
      }
    }
    boolean stored =
        mode == Mode.DENSE || (mode == Mode.AUTO && precise && SINGLE_BYTES * pairs <= memory);
    Sweep single = new SingleSweep(problem, tiles, rate, cut, stored);
    if (!iterate(single, safe, duals, goal)) {
      iterate(safe, safe, duals, goal);
    }
  }

  /// Bytes per pair in [SparseSweep] and in [SingleSweep].
  private static final int PAIR_BYTES = 12;

  private static final int SINGLE_BYTES = 4;

  /// Errors fall from one to the goal geometrically, each way of computing and each ε anew; the
  /// last one takes the most.
  private static void tell(double error, double goal) {
    if (goal < COARSE) {
      Course.reached(Math.log(Math.min(1, error)) / Math.log(goal));
    }
  }

  /// Iterates until the error is at most `goal`.
  ///
  /// @param sweep how
  /// @param rescue how where that cannot; null to end there
  /// @return whether the goal was reached
  private boolean iterate(Sweep sweep, @Nullable Sweep rescue, Duals duals, double goal) {
    Relaxation relaxation = new Relaxation(theta);
    double least = Double.POSITIVE_INFINITY;
    int since = 0;
    while (done < most) {
      Course.check();
      done++;
      double error = sweep.apply(duals, accelerated ? relaxation.omega() : 1);
      if (Double.isNaN(error)) {
        if (rescue == null) {
          done--;
          return false;
        }
        error = rescue.apply(duals, 1);
        relaxation = new Relaxation(0);
      } else {
        relaxation.see(error);
      }
      theta = relaxation.theta();
      tell(error, goal);
      if (error <= Math.max(goal, sweep.floor())) {
        return error <= goal;
      }
      if (error <= least / 2) {
        least = error;
        since = 0;
      } else if (++since > STALLED && sweep.floor() > 0) {
        return false;
      }
    }
    return false;
  }
}
