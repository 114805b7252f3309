package org.meanfield.core.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.Torus;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Drift;

/// Times training steps of a cloud: responses, residual, pull-back. Angles, inputs and targets are
/// random; the seed is fixed.
public final class CircuitClock {
  /// Compilers have had their turn when they are idle and steps get no faster: compared over
  /// periods of so many seconds.
  private static final double PERIOD_SECONDS = 0.2;

  /// What a compiler may do in a period and be idle.
  private static final long IDLE_MILLISECONDS = 10;

  private static final int FEWEST_PERIODS = 3;

  /// Neither what comes before nor the steps timed go on for longer.
  private static final double MOST_SECONDS = 6;

  private static final double FASTER = 0.9;

  private static final double TIMED_SECONDS = 0.8;
  private static final int FEWEST_STEPS = 3;
  private static final int MOST_STEPS = 2000;

  /// A step should take no longer than this, so that a table takes minutes.
  private static final double LONGEST_STEP = 0.4;

  /// What was measured.
  ///
  /// @param experts N
  /// @param stepSeconds the median of warm steps
  /// @param bytesPerStep what all threads allocated, the mean over the steps timed
  public record Reading(int experts, double stepSeconds, double bytesPerStep) {}

  private final BoundExpert bound;
  private final int dimension;
  private final int inputs;
  private final Workers workers;

  /// @param bound an expert bound to its inputs
  /// @param dimension d
  /// @param inputs n
  /// @param workers where shards run
  public CircuitClock(BoundExpert bound, int dimension, int inputs, Workers workers) {
    this.bound = bound;
    this.dimension = dimension;
    this.inputs = inputs;
    this.workers = workers;
  }

  /// {@return inputs that a bench may be bound to}
  ///
  /// @param count n
  /// @param features of each
  public static Inputs inputs(int count, int features) {
    RandomGenerator random = Seeds.root(1).at("bench", "inputs").generator();
    double[] x = random.doubles((long) count * features, -Math.PI / 2, Math.PI / 2).toArray();
    return Inputs.of(count, features, x);
  }

  /// {@return the experts that are run at least, if so many are asked for: all threads have work}
  ///
  /// @param threads how many threads
  static int few(int threads) {
    return 2 * Drift.SHARD * threads;
  }

  /// {@return the time of a step}
  ///
  /// @param experts the most experts N; fewer are run where a step would take long
  public Reading time(int experts) {
    int few = Math.min(experts, few(workers.threads()));
    Steps steps = new Steps(few);
    double each = warm(steps) / few;
    int most = (int) Math.min(experts, Math.max(few, LONGEST_STEP / each));
    // Whole shards, so that no thread waits for a part of one.
    int count = most == experts ? experts : Math.max(1, most / Drift.SHARD) * Drift.SHARD;
    if (count != few) {
      steps = new Steps(count);
      steps.step();
      steps.step();
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // The clock itself allocates nothing while it counts.
    double[] seconds = new double[MOST_STEPS];
    int timed = 0;
    long before = threads.getTotalThreadAllocatedBytes();
    for (double spent = 0;
        timed == 0
            || (timed < FEWEST_STEPS && spent < MOST_SECONDS)
            || (timed < MOST_STEPS && spent < TIMED_SECONDS);
        timed++) {
      seconds[timed] = steps.step();
      spent += seconds[timed];
    }
    long allocated = threads.getTotalThreadAllocatedBytes() - before;
    double[] sorted = Arrays.copyOf(seconds, timed);
    Arrays.sort(sorted);
    return new Reading(
        count, sorted[sorted.length / 2], Math.max(0, allocated) / (double) sorted.length);
  }

  /// Takes steps until compilers are idle and steps get no faster; tells the seconds of one.
  private static double warm(Steps steps) {
    Optional<CompilationMXBean> compiler =
        Optional.ofNullable(ManagementFactory.getCompilationMXBean());
    double best = Double.POSITIVE_INFINITY;
    int still = 0;
    double all = 0;
    for (int period = 0; all < MOST_SECONDS && (period < FEWEST_PERIODS || still < 2); period++) {
      long compiled = milliseconds(compiler);
      double fastest = Double.POSITIVE_INFINITY;
      double spent = 0;
      while (spent < PERIOD_SECONDS) {
        double one = steps.step();
        fastest = Math.min(fastest, one);
        spent += one;
      }
      all += spent;
      boolean busy = milliseconds(compiler) - compiled > IDLE_MILLISECONDS;
      still = busy || fastest < FASTER * best ? 0 : still + 1;
      best = Math.min(best, fastest);
    }
    return best;
  }

  /// What compilers took so far; a JVM that only interprets has none.
  private static long milliseconds(Optional<CompilationMXBean> compiler) {
    return compiler.map(CompilationMXBean::getTotalCompilationTime).orElse(0L);
  }

  private final class Steps {
    private final Drift drift;
    private final double[] state;
    private final double[] velocity;
    private final double[] residual = new double[inputs];
    private final double[] targets;

    Steps(int experts) {
      drift = new Drift(bound, experts, dimension, inputs, workers);
      RandomGenerator random = Seeds.root(1).at("bench", "start").generator();
      state = random.doubles(drift.size(), 0, Torus.TURN).toArray();
      velocity = new double[state.length];
      targets = new double[inputs];
      Arrays.setAll(targets, j -> random.nextBoolean() ? 1 : -1);
    }

    /// Takes one step and tells its seconds.
    double step() {
      long began = System.nanoTime();
      drift.response(state, 0, residual);
      for (int j = 0; j < inputs; j++) {
        residual[j] = targets[j] - residual[j];
      }
      drift.pull(state, residual, velocity, 0);
      return (System.nanoTime() - began) / 1e9;
    }
  }
}
