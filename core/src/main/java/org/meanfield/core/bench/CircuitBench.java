package org.meanfield.core.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.meanfield.api.Inputs;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.core.CircuitCase;
import org.meanfield.core.CircuitTiming;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.plan.AutoBackend;
import org.meanfield.core.plan.Chosen;
import org.meanfield.core.plan.Planner;
import org.meanfield.core.run.PoolWorkers;

/// Times training steps of circuits, on every exact backend that serves them in bearable time.
public final class CircuitBench {
  private static final int FEATURES = 4;

  /// A backend is left out where the fewest experts would take more operations: the better part of
  /// a minute.
  private static final double MOST_OPERATIONS = 2e11;

  private CircuitBench() {}

  /// Times steps one after the other.
  ///
  /// @param catalog the services there are
  /// @param planner makes the experts
  /// @param cases what to time
  /// @param threads on how many threads, each ≥ 1
  /// @param backends which backends, by name
  /// @param each told of every step that was timed
  /// @throws IllegalArgumentException if there is no such circuit
  public static void run(
      Catalog catalog,
      Planner planner,
      List<CircuitCase> cases,
      List<Integer> threads,
      Predicate<String> backends,
      Consumer<CircuitTiming> each) {
    for (CircuitCase one : cases) {
      QuantumExpert expert = expert(planner, one);
      Circuit circuit = expert.circuit();
      PauliSum observable = expert.observable();
      Inputs inputs = CircuitClock.inputs(one.inputs(), FEATURES);
      List<Chosen<QuantumBackend>> serving =
          AutoBackend.of(catalog, one.inputs(), asked(one)).serving(circuit, observable);
      for (Chosen<QuantumBackend> backend : serving) {
        String name = backend.descriptor().name();
        double operations =
            backend.service().workload(circuit, observable, one.inputs()).operations();
        for (int count : backends.test(name) ? threads : List.<Integer>of()) {
          if (operations * CircuitClock.few(count) > MOST_OPERATIONS) {
            continue;
          }
          try (PoolWorkers workers = new PoolWorkers(count)) {
            CircuitClock.Reading reading =
                new CircuitClock(
                        backend.service().bind(circuit, observable, inputs),
                        circuit.parameters(),
                        one.inputs(),
                        workers)
                    .time(one.experts());
            each.accept(
                new CircuitTiming(
                    one,
                    reading.experts(),
                    count,
                    name,
                    name.equals(serving.getFirst().descriptor().name()),
                    reading.stepSeconds(),
                    reading.bytesPerStep()));
          }
        }
      }
    }
  }

  /// What is not the default must be offered.
  private static Map<String, Object> asked(CircuitCase one) {
    return one.precision().equals(CircuitCase.DOUBLE)
        ? Map.of()
        : Map.of("precision", one.precision());
  }

  private static QuantumExpert expert(Planner planner, CircuitCase one) {
    Faults faults = new Faults();
    List<String> settings =
        List.of("template=" + one.template(), "qubits=" + one.qubits(), "layers=" + one.layers());
    return planner
        .expert("circuit", settings, FEATURES, one.inputs(), faults)
        .map(Chosen::service)
        .filter(QuantumExpert.class::isInstance)
        .map(QuantumExpert.class::cast)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no circuit for %s: %s".formatted(one, faults.sorted())));
  }
}
