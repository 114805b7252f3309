import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ServiceLoader;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;

/// Solves files of two clouds in one JVM, each several times, and prints a line of JSON per file:
/// `Warm SOLVER REPETITIONS FILE…`. Runs from source on the module path of the built program.
///
/// A file is little-endian: d, n, m as 64-bit integers, then n·d and m·d coordinates point by
/// point, then n and m weights.
final class Warm {
  private Warm() {}

  public static void main(String[] args) throws IOException, BadInput {
    TransportSolver solver = solver(args[0]);
    int repetitions = Integer.parseInt(args[1]);
    for (int f = 2; f < args.length; f++) {
      TransportProblem problem = read(Path.of(args[f]));
      long wall = Long.MAX_VALUE;
      long cpu = Long.MAX_VALUE;
      TransportResult result = null;
      for (int r = 0; r < repetitions; r++) {
        long wallBefore = System.nanoTime();
        long cpuBefore = cpuTime();
        result = solver.solve(problem);
        wall = Math.min(wall, System.nanoTime() - wallBefore);
        cpu = Math.min(cpu, cpuTime() - cpuBefore);
      }
      if (result instanceof TransportResult.Solved solved) {
        System.out.printf(
            Locale.ROOT,
            "{\"seconds\": %.6f, \"cpu\": %.6f, \"value\": %s, \"gap\": %s, \"steps\": %d%s}%n",
            wall * 1e-9,
            cpu * 1e-9,
            solved.cost(),
            solved.gap(),
            solved.iterations(),
            peak());
      } else {
        System.out.println("{\"failed\": \"" + String.valueOf(result).replace('"', '\'') + "\"}");
      }
    }
  }

  /// The most memory that the process has had, where Linux tells it.
  private static String peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "";
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return ", \"megabytes\": " + Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return "";
  }

  private static long cpuTime() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static TransportSolver solver(String id) throws BadInput {
    for (TransportSolverProvider provider : ServiceLoader.load(TransportSolverProvider.class)) {
      if (provider.descriptor().id().equals("meanfield:" + id)) {
        return provider.create(Settings.defaults(provider.descriptor().settings()));
      }
    }
    throw new IllegalArgumentException("no transport solver '" + id + "' on the module path");
  }

  private static TransportProblem read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int d = Math.toIntExact(bytes.getLong());
    int n = Math.toIntExact(bytes.getLong());
    int m = Math.toIntExact(bytes.getLong());
    DoubleBuffer numbers = bytes.asDoubleBuffer();
    Particles x = points(n, d, numbers);
    Particles y = points(m, d, numbers);
    return TransportProblem.squared(measure(x, numbers), measure(y, numbers), Metric.L1);
  }

  private static Particles points(int n, int d, DoubleBuffer numbers) {
    Particles points = new Particles(n, d);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < d; k++) {
        points.set(i, k, numbers.get());
      }
    }
    return points;
  }

  private static EmpiricalMeasure measure(Particles points, DoubleBuffer numbers) {
    double[] weights = new double[points.count()];
    numbers.get(weights);
    return EmpiricalMeasure.weighted(points, weights);
  }
}
