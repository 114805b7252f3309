package org.meanfield.core.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.Place;
import org.meanfield.api.data.DataSource;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.plugin.ApiRange;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.catalog.Offer;

/// Small services that let planning be tested without any plugin. They have the names and the
/// settings of ours, so that test studies read like real ones.
public final class Fakes {
  static final Setting<Double> STEP = Setting.positive("step", 0.01, "time", "length of a step");
  static final Setting<Integer> POINTS =
      Setting.integer("points", 4096, 1, 1 << 24, "points of the lattice");
  static final Setting<Integer> QUBITS = Setting.requiredInteger("qubits", 1, 62, "qubits");
  static final Setting<Integer> LAYERS = Setting.integer("layers", 1, 1, 1000, "layers");
  static final Setting<String> OBSERVABLE = Setting.text("observable", "mean-z", "observable");
  static final Setting<QuantumBackend> BACKEND =
      Setting.service(
          "backend", QuantumBackendProvider.class, QuantumBackend.class, "auto", "backend");
  static final Setting<Integer> FEATURES = Setting.features();
  static final Setting<Path> INPUTS = Setting.file("inputs", "inputs");
  static final Setting<Integer> SHOTS = Setting.integer("shots", 100, 1, 1000000, "shots");
  static final Setting<Integer> POINT_COUNT = Setting.integer("points", 8, 1, 100, "inputs");
  static final Setting<Integer> DIMENSION = Setting.integer("features", 1, 1, 100, "features");

  private Fakes() {}

  /// {@return a catalog of all of them}
  public static Catalog catalog(Offer... more) {
    List<Offer> offers = new ArrayList<>();
    offers.add(ours(source("digits", digits())));
    offers.add(ours(source("two", labelled("a", "b"))));
    offers.add(ours(source("one", labelled("a", "a"))));
    offers.add(ours(new CsvSource()));
    offers.add(ours(new TeacherSource()));
    offers.add(ours(new CosineProvider()));
    offers.add(ours(new CircuitProvider()));
    offers.add(ours(backend("pauli", 10, 100, true)));
    offers.add(ours(backend("statevector", 1000, 16, true)));
    offers.add(ours(new ShotsProvider()));
    offers.add(ours(integrator("rk4", 4)));
    offers.add(ours(integrator("euler", 1)));
    offers.add(ours(limit("lattice")));
    offers.add(ours(limit("closed-form")));
    offers.add(ours(limit("another")));
    offers.add(ours(transport("exact")));
    offers.add(ours(transport("sinkhorn")));
    offers.add(ours(transport("circle")));
    offers.addAll(List.of(more));
    return Catalog.of(offers, List.of());
  }

  /// {@return an offer of the platform's own module}
  public static Offer ours(ServiceProvider<?> provider) {
    return new Offer("org.meanfield.fakes", "1.0", provider);
  }

  /// 12 rows of each digit 0 … 4 in 6 columns, the last one constant.
  private static DataTable digits() {
    int rows = 60;
    double[] values = new double[rows * 6];
    List<String> labels = new ArrayList<>();
    for (int j = 0; j < rows; j++) {
      labels.add(String.valueOf(j % 5));
      for (int k = 0; k < 5; k++) {
        values[j * 6 + k] = Math.sin(1.7 * j + 3 * k) * (k + 1) + j % 5;
      }
      values[j * 6 + 5] = 2;
    }
    return new DataTable(
        List.of("p0", "p1", "p2", "p3", "p4", "p5"),
        Inputs.of(rows, 6, values),
        new Targets.Labels(labels),
        "60 fake digits");
  }

  private static DataTable labelled(String first, String second) {
    return new DataTable(
        List.of("p0"),
        Inputs.of(4, 1, new double[] {1, 2, 3, 5}),
        new Targets.Labels(List.of(first, second, first, second)),
        "4 fake rows");
  }

  private static DataSourceProvider source(String name, DataTable table) {
    return new DataSourceProvider() {
      @Override
      public Descriptor descriptor() {
        return Descriptor.of("meanfield:" + name, "fake data");
      }

      @Override
      public DataSource create(Settings settings) {
        return _ -> table;
      }
    };
  }

  private static final class CsvSource implements DataSourceProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("meanfield:csv", "one input per line, target = input / 2")
          .settings(INPUTS);
    }

    @Override
    public DataSource create(Settings settings) {
      Path file = settings.get(INPUTS);
      return _ -> {
        try {
          double[] values =
              Files.readAllLines(file).stream().mapToDouble(Double::parseDouble).toArray();
          return new DataTable(
              List.of("x0"),
              Inputs.of(values.length, 1, values),
              new Targets.Values(Arrays.stream(values).map(x -> x / 2).boxed().toList()),
              values.length + " lines");
        } catch (NumberFormatException | IOException e) {
          throw new BadInput(new Place(file.getFileName().toString(), 2, 1), "'zwei' is no number");
        }
      };
    }
  }

  private static final class TeacherSource implements DataSourceProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("meanfield:teacher", "fake teacher").settings(POINT_COUNT, DIMENSION);
    }

    @Override
    public DataSource create(Settings settings) {
      int n = settings.get(POINT_COUNT);
      int features = settings.get(DIMENSION);
      return seeds -> {
        double[] values =
            seeds.generator().doubles((long) n * features, -Math.PI, Math.PI).toArray();
        List<String> columns = new ArrayList<>();
        for (int k = 0; k < features; k++) {
          columns.add("x" + k);
        }
        return new DataTable(
            columns, Inputs.of(n, features, values), new Targets.Teacher(0.8, 2000), "teacher");
      };
    }
  }

  /// f = (1/d) Σ_k cos(θ_k − x_k), d the number of features.
  public record Cosine(int parameters) implements Expert {
    @Override
    public double value(double[] theta, double[] x) {
      double sum = 0;
      for (int k = 0; k < parameters; k++) {
        sum += Math.cos(theta[k] - x[k]);
      }
      return sum / parameters;
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      for (int k = 0; k < parameters; k++) {
        out[k] = -Math.sin(theta[k] - x[k]) / parameters;
      }
    }

    @Override
    public Regularity regularity() {
      return Regularity.declared(1, 1.0 / parameters, 1.0 / parameters);
    }
  }

  /// f = 2 cos(θ / 2): too large and of the wrong period.
  public static final class Wide implements Expert {
    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public double value(double[] theta, double[] x) {
      return 2 * Math.cos(theta[0] / 2);
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      out[0] = -Math.sin(theta[0] / 2);
    }

    @Override
    public Regularity regularity() {
      return new Regularity(2, 1, 0.5, 4 * Math.PI, Regularity.Origin.DECLARED);
    }
  }

  private static final class CosineProvider implements ExpertProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("meanfield:cosine", "fake cosine").settings(FEATURES);
    }

    @Override
    public Expert create(Settings settings) {
      return new Cosine(settings.get(FEATURES));
    }
  }

  private static final class CircuitProvider implements ExpertProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("meanfield:circuit", "fake circuit")
          .settings(QUBITS, LAYERS, OBSERVABLE, BACKEND);
    }

    @Override
    public Expert create(Settings settings) throws BadInput {
      int qubits = settings.get(QUBITS);
      QuantumBackend backend = settings.get(BACKEND);
      Circuit circuit = Circuit.on(qubits).controlledZ(0, 1).build();
      PauliSum observable;
      try {
        observable =
            settings.get(OBSERVABLE).equals("mean-z")
                ? PauliSum.meanZ(qubits)
                : PauliSum.parse(settings.get(OBSERVABLE), qubits);
      } catch (IllegalArgumentException e) {
        throw new BadInput(OBSERVABLE, String.valueOf(e.getMessage()));
      }
      Optional<String> refusal = backend.refusal(circuit, observable);
      if (refusal.isPresent()) {
        throw new BadInput("'backend' refuses: " + refusal.get());
      }
      Cosine cosine = new Cosine(1);
      return new Expert() {
        @Override
        public int parameters() {
          return 2 * qubits * settings.get(LAYERS);
        }

        @Override
        public double value(double[] theta, double[] x) {
          return cosine.value(theta, x);
        }

        @Override
        public void gradient(double[] theta, double[] x, double[] out) {
          cosine.gradient(theta, x, out);
        }

        @Override
        public Workload workload(int inputs) {
          return backend.workload(circuit, observable, inputs);
        }

        @Override
        public String description() {
          return backend.description(circuit, observable);
        }
      };
    }
  }

  private static QuantumBackendProvider backend(
      String name, double operations, double bytesPerAmplitude, boolean exact) {
    return new QuantumBackendProvider() {
      @Override
      public Descriptor descriptor() {
        Descriptor descriptor = Descriptor.of("meanfield:" + name, "fake backend");
        return exact ? descriptor.claims(new Trait.ExactGradient(1e-10)) : descriptor;
      }

      @Override
      public QuantumBackend create(Settings settings) {
        return new FakeBackend(name, operations, bytesPerAmplitude);
      }
    };
  }

  private record FakeBackend(String name, double operations, double bytesPerAmplitude)
      implements QuantumBackend {
    @Override
    public Workload workload(Circuit circuit, PauliSum observable, int inputs) {
      return new Workload(operations * inputs, Math.scalb(bytesPerAmplitude, circuit.qubits()));
    }

    @Override
    public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs inputs) {
      throw new IllegalStateException("bound by " + name);
    }

    @Override
    public String description(Circuit circuit, PauliSum observable) {
      return name;
    }
  }

  private static final class ShotsProvider implements QuantumBackendProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("meanfield:shots", "fake shots").settings(SHOTS);
    }

    @Override
    public QuantumBackend create(Settings settings) {
      return new FakeBackend("shots " + settings.get(SHOTS), 1, 1);
    }
  }

  private static IntegratorProvider integrator(String name, int order) {
    return new IntegratorProvider() {
      @Override
      public Descriptor descriptor() {
        return Descriptor.of("meanfield:" + name, "fake integrator")
            .settings(STEP)
            .claims(new Trait.Order(order));
      }

      @Override
      public Integrator create(Settings settings) {
        return (_, _, _, _) -> {
          throw new AssertionError("planning integrates nothing");
        };
      }
    };
  }

  private static LimitSolverProvider limit(String name) {
    return new LimitSolverProvider() {
      @Override
      public Descriptor descriptor() {
        return Descriptor.of("meanfield:" + name, "fake limit").settings(POINTS);
      }

      @Override
      public LimitSolver create(Settings settings) {
        return new LimitSolver() {
          @Override
          public Optional<String> refusal(LimitProblem problem) {
            return name.equals("closed-form") && !(problem.expert() instanceof Cosine)
                ? Optional.of("closed-form serves cosine only; lattice serves all")
                : Optional.empty();
          }

          @Override
          public LimitResult solve(LimitProblem problem) {
            throw new AssertionError("planning solves nothing");
          }
        };
      }
    };
  }

  private static TransportSolverProvider transport(String name) {
    return new TransportSolverProvider() {
      @Override
      public Descriptor descriptor() {
        return Descriptor.of("meanfield:" + name, "fake transport");
      }

      @Override
      public TransportSolver create(Settings settings) {
        return problem ->
            name.equals("circle") && problem.space().dimension() > 1
                ? new TransportResult.Refused("circle serves d = 1 only; exact serves all")
                : new TransportResult.Solved(0, 0, 0, "", Optional.empty(), Optional.empty());
      }
    };
  }

  /// {@return an expert provider that does what it is told}
  public static ExpertProvider expert(String id, ApiRange api, Making making) {
    return new ExpertProvider() {
      @Override
      public Descriptor descriptor() {
        return new Descriptor(id, "told", api, List.of(), List.of(), List.of());
      }

      @Override
      public Expert create(Settings settings) throws BadInput {
        return making.make();
      }
    };
  }

  /// What a provider does.
  @FunctionalInterface
  public interface Making {
    /// {@return an expert, or not}
    Expert make() throws BadInput;
  }
}
