package org.meanfield.transport.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.transport.Potentials;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.SolveObserver;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Cancelled;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.transport.RandomClouds;
import org.meanfield.transport.entropic.SinkhornProvider;
import org.meanfield.transport.exact.Exact;

/// How solves are watched, stopped, shared out and begun.
class CourseTest {
  /// Counts the threads that pieces run on.
  private static final class Counting implements Workers {
    private final Set<Thread> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger pieces = new AtomicInteger();

    @Override
    public int threads() {
      return 1;
    }

    @Override
    public void each(int count, IntConsumer task) {
      Workers.sequential()
          .each(
              count,
              piece -> {
                seen.add(Thread.currentThread());
                pieces.incrementAndGet();
                task.accept(piece);
              });
    }
  }

  private static TransportProblem problem(String name, int n) {
    RandomGenerator random = RandomClouds.random(name);
    return TransportProblem.squared(
        RandomClouds.uniform(n, 2, random), RandomClouds.uniform(n, 2, random), Metric.L1);
  }

  private static TransportSolver sinkhorn() throws BadInput {
    SinkhornProvider provider = new SinkhornProvider();
    return provider.create(Settings.defaults(provider.descriptor().settings()));
  }

  @Test
  void piecesRunOnTheWorkersOfTheProblem() throws BadInput {
    for (TransportSolver solver : List.of(new Exact(), sinkhorn())) {
      Counting workers = new Counting();
      TransportProblem problem =
          problem("workers", 300).under(new SolveContext(workers, SolveObserver.none()));
      assertThat(solver.solve(problem)).isInstanceOf(Solved.class);
      assertThat(workers.seen).containsExactly(Thread.currentThread());
      assertThat(workers.pieces.get()).isGreaterThan(10);
    }
  }

  @Test
  void anObserverSeesTheWorkGoOnAndCanStopIt() throws BadInput {
    for (TransportSolver solver : List.of(new Exact(), sinkhorn())) {
      TransportProblem problem = problem("watched", 1000);
      List<Double> parts = new ArrayList<>();
      SolveObserver until = part -> parts.add(part) && parts.size() < 3;
      assertThat(solver.solve(problem.under(new SolveContext(Workers.sequential(), until))))
          .isEqualTo(Cancelled.early());
      assertThat(parts).hasSize(3).isSorted();
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void aBatchIsToldOfAsAWholeAndKeepsWhatIsFinished() {
    List<TransportProblem> problems =
        List.of(problem("one", 40), problem("two", 50), problem("three", 60));
    List<Double> parts = new ArrayList<>();
    List<TransportResult> results =
        new Exact()
            .solveAll(
                problems,
                new SolveContext(
                    Workers.sequential(), part -> parts.add(part) && part < 41.0 / 77));
    // 1600, 2500 and 3600 pairs: after the second, 41 of 77 parts are done.
    assertThat(parts).isSorted().endsWith(41.0 / 77);
    assertThat(results.get(0)).isInstanceOf(Solved.class);
    assertThat(results.get(1)).isInstanceOf(Solved.class);
    assertThat(results.get(2)).isEqualTo(Cancelled.early());
  }

  /// Clouds that have moved a little, as from one snapshot to the next: measured, exact takes 0.20
  /// of the steps on equal weights and 0.15 on others, sinkhorn 0.43 and 0.40 of the iterations.
  @Test
  void aGoodStartSavesWork() throws BadInput {
    RandomGenerator random = RandomClouds.random("warm");
    for (boolean weighted : new boolean[] {false, true}) {
      EmpiricalMeasure x = cloud(1500, weighted, random);
      EmpiricalMeasure y = cloud(1500, weighted, random);
      for (TransportSolver solver : List.of(new Exact(), sinkhorn())) {
        Potentials before = kept(solver, x, y).potentials().orElseThrow();
        TransportProblem next = TransportProblem.squared(moved(x, random), y, Metric.L1);
        Solved cold = RandomClouds.solve(solver, next);
        Solved warm = RandomClouds.solve(solver, next.startingAt(before));
        assertThat(2 * warm.iterations()).isLessThan(cold.iterations());
        assertThat(warm.lowerBound()).isLessThanOrEqualTo(cold.cost() * (1 + 1e-12));
        assertThat(cold.lowerBound()).isLessThanOrEqualTo(warm.cost() * (1 + 1e-12));
      }
    }
  }

  private static Solved kept(TransportSolver solver, EmpiricalMeasure x, EmpiricalMeasure y) {
    TransportProblem plain = TransportProblem.squared(x, y, Metric.L1);
    return RandomClouds.solve(
        solver,
        new TransportProblem(
            x, y, plain.space(), plain.metric(), plain.exponent(), /* keepPlan= */ true));
  }

  private static EmpiricalMeasure cloud(int n, boolean weighted, RandomGenerator random) {
    return weighted ? RandomClouds.weighted(n, 2, random) : RandomClouds.uniform(n, 2, random);
  }

  private static EmpiricalMeasure moved(EmpiricalMeasure measure, RandomGenerator random) {
    double[] points = measure.points();
    for (int at = 0; at < points.length; at++) {
      points[at] += 0.01 * random.nextGaussian();
    }
    Particles particles = Particles.of(measure.size(), measure.dimension(), points);
    return measure.isUniform()
        ? EmpiricalMeasure.uniform(particles)
        : EmpiricalMeasure.weighted(particles, measure.weights());
  }
}
