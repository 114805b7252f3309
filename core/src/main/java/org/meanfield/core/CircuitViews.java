package org.meanfield.core;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.core.insight.LightCone;

/// Circuits in values that users see.
final class CircuitViews {
  private CircuitViews() {}

  static CircuitView of(String name, QuantumExpert expert) {
    Circuit circuit = expert.circuit();
    LightCone cone = LightCone.of(circuit, expert.observable());
    List<CircuitView.Parameter> parameters =
        IntStream.range(0, circuit.parameters())
            .mapToObj(k ->
                new CircuitView.Parameter(
                    circuit.scales(k),
                    circuit.period(k),
                    circuit.isPeriodic(k),
                    cone.parameters().get(k)))
            .toList();
    return new CircuitView(
        name,
        circuit,
        expert.observable(),
        expert.description(),
        expert.regularity(),
        depth(circuit),
        cone.qubits().stream().boxed().toList(),
        parameters,
        expert.parameterNames(),
        expert.inputNames());
  }

  /// The longest chain of gates of which each shares a qubit with the next.
  private static int depth(Circuit circuit) {
    int[] depth = new int[circuit.qubits()];
    for (Gate gate : circuit.gates()) {
      if (gate instanceof Gate.Noise) {
        continue;
      }
      int[] on = LightCone.support(gate).stream().toArray();
      int deepest = Arrays.stream(on).map(q -> depth[q]).max().orElse(0);
      for (int q : on) {
        depth[q] = deepest + 1;
      }
    }
    return Arrays.stream(depth).max().orElse(0);
  }
}
