import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.meanfield.api.BadInput;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.QuantumBackend;

/// How often stated errors of the mean-field limit cover the differences between methods, where no
/// law is known: `Coverage QUBITS VARIATIONS POINTS` on the ring of two layers, with data, targets
/// and times drawn anew for each variation. Runs from source on the module path of the built
/// program:
///
/// `java --module-path app/target/modules --add-modules ALL-MODULE-PATH,jdk.incubator.vector
/// benchmarks/limits/Coverage.java 2 40 4096`
final class Coverage {
  private static final int LAYERS = 2;

  private Coverage() {}

  /// A method beside the lattice.
  ///
  /// @param name in the last lines
  /// @param truth whether it stands for the truth, its own error left out
  /// @param method by the seed of the variation
  private record Rival(String name, boolean truth, Seeded method) {
    interface Seeded {
      LimitSolver of(int seed) throws BadInput;
    }

    static Rival sample(String name, String sampling, int points) {
      return new Rival(
          name,
          false,
          seed -> solver("particles", "points", points, "sampling", sampling, "seed", seed));
    }

    static Rival reference(int points) {
      return new Rival(
          "a lattice of 16 times as many points, by the error of the first alone",
          true,
          seed -> solver("lattice", "points", points, "shift", 1000 + seed));
    }
  }

  public static void main(String[] args) throws BadInput {
    int qubits = Integer.parseInt(args[0]);
    int variations = Integer.parseInt(args[1]);
    int points = Integer.parseInt(args[2]);
    Expert expert = ring(qubits);
    List<Rival> rivals =
        List.of(
            Rival.sample("a sample", "iid", points),
            Rival.sample("16 lattices with random shifts", "lattice", points),
            Rival.sample("the same, 16 times as many points", "lattice", 16 * points),
            Rival.reference(16 * points));
    int[] covered = new int[rivals.size()];
    double[] largest = new double[rivals.size()];
    for (int seed = 1; seed <= variations; seed++) {
      LimitProblem problem = problem(expert, qubits, seed);
      LimitPath lattice = path(solver("lattice", "points", points, "shift", seed), problem);
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < rivals.size(); i++) {
        Rival rival = rivals.get(i);
        LimitPath other = path(rival.method.of(seed), problem);
        double stated = lattice.error().value() + (rival.truth ? 0 : other.error().value());
        double difference = difference(lattice, other, problem);
        covered[i] += difference <= stated ? 1 : 0;
        largest[i] = Math.max(largest[i], difference / stated);
        line.append(String.format(Locale.ROOT, "  %.1e of %.1e", difference, stated));
      }
      System.out.printf(
          Locale.ROOT,
          "%3d: %d data to t = %.2f, lattice says %.1e;%s%n",
          seed,
          problem.data().size(),
          problem.horizon(),
          lattice.error().value(),
          line);
    }
    for (int i = 0; i < rivals.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "against %s: %d of %d covered, the largest difference %.2f of what was stated%n",
          rivals.get(i).name,
          covered[i],
          variations,
          largest[i]);
    }
  }

  /// One to six data, |y| ≤ 0.8, t from 0.3 to 6.
  private static LimitProblem problem(Expert expert, int qubits, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int data = random.nextInt(1, 7);
    double[] inputs = random.doubles((long) data * qubits, -Math.PI, Math.PI).toArray();
    double[] targets = random.doubles(data, -0.8, 0.8).toArray();
    double horizon = Math.exp(random.nextDouble(Math.log(0.3), Math.log(6)));
    return new LimitProblem(
        expert,
        new DataSet(Inputs.of(data, qubits, inputs), targets),
        new StartLaw.Uniform(expert.parameters()),
        List.of(0.0, horizon / 3, horizon),
        Workers.sequential());
  }

  /// The largest |Δr_j(t)| over the data and 65 times.
  private static double difference(LimitPath one, LimitPath other, LimitProblem problem) {
    double[] mine = new double[problem.data().size()];
    double[] theirs = new double[mine.length];
    double largest = 0;
    for (int i = 0; i <= 64; i++) {
      double t = problem.horizon() * i / 64;
      one.residual().at(t, mine);
      other.residual().at(t, theirs);
      for (int j = 0; j < mine.length; j++) {
        largest = Math.max(largest, Math.abs(mine[j] - theirs[j]));
      }
    }
    return largest;
  }

  private static LimitPath path(LimitSolver solver, LimitProblem problem) {
    return switch (solver.solve(problem)) {
      case LimitResult.Found(var path) -> path;
      case LimitResult other -> throw new IllegalStateException("no path: " + other);
    };
  }

  private static LimitSolver solver(String id, Object... settings) throws BadInput {
    return created(LimitSolverProvider.class, id, settings);
  }

  private static Expert ring(int qubits) throws BadInput {
    QuantumBackend backend = created(QuantumBackendProvider.class, "pauli");
    return created(
        ExpertProvider.class, "circuit", "qubits", qubits, "layers", LAYERS, "backend", backend);
  }

  private static <T, P extends ServiceProvider<T>> T created(
      Class<P> kind, String id, Object... named) throws BadInput {
    for (P provider : ServiceLoader.load(kind)) {
      if (provider.descriptor().id().equals("meanfield:" + id)) {
        Settings settings = Settings.defaults(provider.descriptor().settings());
        for (int i = 0; i < named.length; i += 2) {
          settings = with(settings, setting(provider, (String) named[i]), named[i + 1]);
        }
        return provider.create(settings);
      }
    }
    throw new IllegalStateException("no " + id + " on the module path");
  }

  private static Setting<?> setting(ServiceProvider<?> provider, String name) {
    return provider.descriptor().settings().stream()
        .filter(setting -> setting.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked") // a value of another type is refused by the setting
  private static <V> Settings with(Settings settings, Setting<?> setting, V value) {
    return settings.with((Setting<V>) setting, value);
  }
}
