import java.util.Arrays;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;

/// Solves seeded hard clouds in the plane and compares the worst of each kind with uniform ones, in
/// processor time and in steps: `Adversarial POINTS PAIRS-PER-KIND [KIND…]`, 2000 and 56 for 504
/// pairs of all kinds. Runs from source on the module path of the built program:
///
/// `java --module-path app/target/modules --add-modules ALL-MODULE-PATH,jdk.incubator.vector
/// benchmarks/transport/Adversarial.java 2000 56`
final class Adversarial {
  private static final String[] KINDS = {
    "equal", "two", "grid", "clusters", "power", "half", "lattices", "weights", "one"
  };

  private Adversarial() {}

  public static void main(String[] args) throws BadInput {
    int n = Integer.parseInt(args[0]);
    int pairs = Integer.parseInt(args[1]);
    TransportSolver solver = solver();
    double uniform = Double.POSITIVE_INFINITY;
    long uniformSteps = 0;
    for (int seed = 0; seed < 10; seed++) {
      long before = cpuTime();
      uniformSteps = steps(solver.solve(problem("uniform", n, seed)));
      uniform = Math.min(uniform, (cpuTime() - before) * 1e-9);
    }
    System.out.printf(Locale.ROOT, "uniform %.3f s, %d steps%n", uniform, uniformSteps);
    for (String kind : args.length > 2 ? Arrays.copyOfRange(args, 2, args.length) : KINDS) {
      double worst = 0;
      long most = 0;
      for (int seed = 0; seed < pairs; seed++) {
        TransportProblem problem = problem(kind, n, seed);
        long before = cpuTime();
        TransportResult result = solver.solve(problem);
        worst = Math.max(worst, (cpuTime() - before) * 1e-9);
        most = Math.max(most, steps(result));
        if (!(result instanceof TransportResult.Solved)) {
          System.out.println(kind + " " + seed + ": " + result);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-10s worst of %d: %.3f s = %.1f times uniform, %d steps = %.1f times%n",
          kind,
          pairs,
          worst,
          worst / uniform,
          most,
          (double) most / uniformSteps);
    }
  }

  private static TransportProblem problem(String kind, int n, int seed) {
    return TransportProblem.squared(
        cloud(kind, n, 2 * seed), cloud(kind, n, 2 * seed + 1), Metric.L1);
  }

  private static EmpiricalMeasure cloud(String kind, int n, int seed) {
    SplittableRandom random = new SplittableRandom(kind.hashCode() * 31L + seed);
    if (kind.equals("lattices")) {
      return lattice((int) Math.sqrt(n), 0.5 * (seed % 2));
    }
    int clusters = random.nextInt(2, 14);
    double[] centres = random.doubles(2L * clusters, 0, Torus.TURN).toArray();
    double width = Math.pow(10, -4 * random.nextDouble());
    int side = random.nextInt(2, 32);
    Particles points = new Particles(n, 2);
    for (int i = 0; i < n; i++) {
      int cluster = random.nextInt(clusters);
      for (int k = 0; k < 2; k++) {
        double value =
            switch (kind) {
              case "equal" -> 1;
              // Two far groups with different shares of the points.
              case "two" -> (i < n / (2 * (1 + seed % 2)) ? 1 : 4) + width * random.nextGaussian();
              case "grid" -> random.nextInt(side) * Torus.TURN / side;
              case "clusters" -> centres[2 * cluster + k] + width * random.nextGaussian();
              case "power" -> 6 * Math.pow(random.nextDouble(), 8);
              case "half" -> i < n / 2 ? 1 : 6 * random.nextDouble();
              default -> Torus.TURN * random.nextDouble();
            };
        points.set(i, k, value);
      }
    }
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] =
          switch (kind) {
            case "weights" -> Math.pow(1e-4 + random.nextDouble(), -1.5);
            case "one" -> i == n / 2 ? 1 : 1e-6 * random.nextDouble();
            default -> 1;
          };
    }
    return EmpiricalMeasure.weighted(points, weights);
  }

  /// A full square lattice, shifted: every cost occurs many times.
  private static EmpiricalMeasure lattice(int side, double shift) {
    Particles points = new Particles(side * side, 2);
    for (int i = 0; i < side; i++) {
      for (int j = 0; j < side; j++) {
        points.set(i * side + j, 0, (j + shift) * Torus.TURN / side);
        points.set(i * side + j, 1, i * Torus.TURN / side);
      }
    }
    return EmpiricalMeasure.uniform(points);
  }

  private static long steps(TransportResult result) {
    return switch (result) {
      case TransportResult.Solved solved -> solved.iterations();
      case TransportResult.NotConverged stopped -> stopped.iterations();
      case TransportResult.Cancelled _, TransportResult.Refused _ -> 0;
    };
  }

  private static TransportSolver solver() throws BadInput {
    for (TransportSolverProvider provider : ServiceLoader.load(TransportSolverProvider.class)) {
      if (provider.descriptor().id().equals("meanfield:exact")) {
        return provider.create(Settings.defaults(provider.descriptor().settings()));
      }
    }
    throw new IllegalStateException("no 'exact' on the module path");
  }

  private static long cpuTime() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
