package org.meanfield.core.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.SolveObserver;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.TransportCase;
import org.meanfield.core.TransportTiming;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.plan.Chosen;
import org.meanfield.core.plan.Planner;
import org.meanfield.core.run.PoolWorkers;

/// Times transport problems. Clouds are random; the seed is fixed.
public final class TransportBench {
  /// Solves of one problem: so many at least, and until so many seconds are spent.
  private static final int FEWEST = 3;

  private static final int MOST = 15;
  private static final double SECONDS = 1.5;

  private static final int CLUSTERS = 10;
  private static final double WIDTH = 0.15;

  private TransportBench() {}

  /// Times problems one after the other.
  ///
  /// @param planner makes the solvers
  /// @param cases what to time
  /// @param threads on how many threads, ≥ 1
  /// @param each told of every problem that was timed
  /// @throws IllegalArgumentException if a case names no solver, or none that solves it
  public static void run(
      Planner planner, List<TransportCase> cases, int threads, Consumer<TransportTiming> each) {
    try (PoolWorkers workers = new PoolWorkers(threads)) {
      SolveContext context = new SolveContext(workers, SolveObserver.none());
      for (TransportCase one : cases) {
        each.accept(time(solver(planner, one), problem(one).under(context), one, threads));
      }
    }
  }

  private static TransportSolver solver(Planner planner, TransportCase one) {
    Faults faults = new Faults();
    List<String> settings = one.epsilon() > 0 ? List.of("epsilon=" + one.epsilon()) : List.of();
    return planner
        .transportSolver(one.solver(), settings, faults)
        .map(Chosen::service)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no solver for %s: %s".formatted(one, faults.sorted())));
  }

  private static TransportTiming time(
      TransportSolver solver, TransportProblem problem, TransportCase one, int threads) {
    List<Double> seconds = new ArrayList<>();
    double spent = 0;
    TransportResult result;
    do {
      long began = System.nanoTime();
      result = solver.solve(problem);
      seconds.add((System.nanoTime() - began) / 1e9);
      spent += seconds.getLast();
    } while (seconds.size() < FEWEST || (spent < SECONDS && seconds.size() < MOST));
    if (!(result instanceof TransportResult.Solved solved)) {
      throw new IllegalArgumentException("%s was not solved: %s".formatted(one, result));
    }
    // Compilers have had their turn by the second half.
    double[] warm =
        seconds.stream()
            .skip(seconds.size() / 2)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return new TransportTiming(
        one,
        threads,
        seconds.getFirst(),
        warm[warm.length / 2],
        solved.cost(),
        solved.gap(),
        solved.iterations());
  }

  private static TransportProblem problem(TransportCase one) {
    return TransportProblem.squared(
        cloud(one, "source", one.sources()), cloud(one, "target", one.targets()), Metric.L1);
  }

  private static EmpiricalMeasure cloud(TransportCase one, String side, int count) {
    RandomGenerator random = Seeds.root(1).at("bench", one.clouds(), side).generator();
    int d = one.dimension();
    Particles points = new Particles(count, d);
    boolean clustered = one.clouds().equals("clustered");
    double[] centres = random.doubles((long) CLUSTERS * d, 0, Torus.TURN).toArray();
    for (int i = 0; i < count; i++) {
      int cluster = random.nextInt(CLUSTERS);
      for (int k = 0; k < d; k++) {
        points.set(
            i,
            k,
            clustered
                ? centres[cluster * d + k] + WIDTH * random.nextGaussian()
                : random.nextDouble(Torus.TURN));
      }
    }
    return one.clouds().equals("weighted")
        ? EmpiricalMeasure.weighted(points, random.doubles(count, 0.1, 1.1).toArray())
        : EmpiricalMeasure.uniform(points);
  }
}
