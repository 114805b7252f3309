package org.meanfield.limits.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.limit.LimitPath.ErrorEstimate;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;

/// A large sample of μ_0 follows its own gradient flow: the particle system itself for a reference,
/// with a Monte-Carlo error bar.
///
/// The sample is [#BATCHES] independent ones, each of independent points or a lattice with a random
/// shift of its own; the spread of E f among them gives the standard error of their mean, without
/// bias for both. All move in the residual of the whole.
final class ReferenceParticles implements LimitSolver {
  /// Independent parts of the sample: enough for a standard error known to a fifth.
  static final int BATCHES = 16;

  /// Standard errors in the estimate: the largest over data and times is rarely beyond.
  private static final double STANDARD_ERRORS = 3;

  /// Below what lattices leave in one or two dimensions, where they are best.
  private static final double TOLERANCE = 1e-9;

  private final int points;
  private final boolean lattice;
  private final Seeds seeds;

  /// @param points M, a multiple of [#BATCHES]
  /// @param lattice whether each batch is a lattice
  /// @param seed of the sample
  ReferenceParticles(int points, boolean lattice, long seed) {
    this.points = points;
    this.lattice = lattice;
    this.seeds = Seeds.root(seed).at("reference");
  }

  @Override
  public Optional<String> refusal(LimitProblem problem) {
    int d = problem.expert().parameters();
    if (!(problem.start() instanceof StartLaw.Continuous)) {
      return Optional.of(
          "particles would sample a law of atoms, and the solver lattice takes them all");
    }
    return lattice && !RankOneLattice.exists(points / BATCHES, d)
        ? Optional.of(
            "a lattice of %d points has no %d different coordinates; raise 'points' or take 'sampling: iid'"
                .formatted(points / BATCHES, d))
        : Optional.empty();
  }

  @Override
  public LimitResult solve(LimitProblem problem) {
    Optional<String> refusal = refusal(problem);
    if (refusal.isPresent() || !(problem.start() instanceof StartLaw.Continuous law)) {
      return new LimitResult.Refused(refusal.orElse(""));
    }
    double[] start = StartPoints.of(law, sample(law.dimension()));
    BoundExpert expert = problem.expert().bind(problem.data().inputs());
    PushedCloud solution = PushedCloud.recorded(problem, expert, start, TOLERANCE);
    if (!solution.arrived()) {
      return new LimitResult.Failed("the flow of the particles " + solution.outcome().sentence());
    }
    double error =
        STANDARD_ERRORS * standardError(problem, expert, solution.clouds())
            + new LatticeError(problem, expert, TOLERANCE).inTime(start);
    if (Double.isNaN(error)) {
      return new LimitResult.Failed(
          "the responses of the particles are not numbers; check the expert");
    }
    return new LimitResult.Found(
        new LatticePath(
            problem,
            expert,
            solution.curve(),
            solution.probes(),
            solution.clouds(),
            new ErrorEstimate(
                error,
                "three standard errors of E f, the largest over data and recorded times, from %d independent parts of the sample, plus "
                        .formatted(BATCHES)
                    + LatticeError.IN_TIME),
            lattice ? "%d randomly shifted lattices".formatted(BATCHES) : "the start at random",
            TOLERANCE,
            solution.work()));
  }

  /// {@return M points of the uniform law, coordinate-major, batch by batch}
  private double[] sample(int dimension) {
    double[] cloud = new double[Math.multiplyExact(points, dimension)];
    RandomGenerator random = seeds.generator();
    int size = points / BATCHES;
    double[] rule =
        lattice
            ? RankOneLattice.of(size, dimension, 0).orElseThrow().cloud()
            : new double[size * dimension];
    for (int batch = 0; batch < BATCHES; batch++) {
      for (int k = 0; k < dimension; k++) {
        double shift = random.nextDouble();
        for (int i = 0; i < size; i++) {
          double turns = lattice ? rule[k * size + i] / (2 * Math.PI) + shift : random.nextDouble();
          cloud[k * points + batch * size + i] = 2 * Math.PI * (turns - Math.floor(turns));
        }
      }
    }
    return cloud;
  }

  /// {@return the largest standard error of E f_j over j and the recorded times}
  private double standardError(LimitProblem problem, BoundExpert expert, List<double[]> clouds) {
    int dimension = problem.expert().parameters();
    int data = problem.data().size();
    int size = points / BATCHES;
    Drift drift = new Drift(expert, size, dimension, data, problem.workers());
    double[] part = new double[size * dimension];
    double[] response = new double[data];
    double largest = 0;
    for (double[] cloud : clouds) {
      double[] mean = new double[data];
      double[] squares = new double[data];
      for (int batch = 0; batch < BATCHES; batch++) {
        for (int k = 0; k < dimension; k++) {
          System.arraycopy(cloud, k * points + batch * size, part, k * size, size);
        }
        drift.response(part, 0, response);
        // Welford's update.
        for (int j = 0; j < data; j++) {
          double delta = response[j] - mean[j];
          mean[j] += delta / (batch + 1);
          squares[j] += delta * (response[j] - mean[j]);
        }
      }
      double most = Arrays.stream(squares).max().orElse(0);
      largest = Math.max(largest, Math.sqrt(most / (BATCHES - 1) / BATCHES));
    }
    return largest;
  }
}
