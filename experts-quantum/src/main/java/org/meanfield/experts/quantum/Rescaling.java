package org.meanfield.experts.quantum;

import java.util.List;
import java.util.stream.IntStream;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;

/// Parameters in units that make f 2π-periodic: θ_k = s_k ϑ_k with s_k = period/2π where the period
/// of θ_k does not divide 2π, s_k = 1 where it does.
///
/// In ϑ a controlled rotation (4π, s = 2) covers its whole range on the torus. Gradients follow the
/// chain rule, ∂f/∂ϑ_k = s_k ∂f/∂θ_k, so along a gradient flow of ϑ the angle θ_k moves s_k² times
/// as fast as along one of θ.
final class Rescaling {
  private Rescaling() {}

  /// {@return s_k of all parameters}
  ///
  /// @param circuit one in which every parameter has a period
  static List<Double> factors(Circuit circuit) {
    return IntStream.range(0, circuit.parameters())
        .mapToObj(k -> circuit.isPeriodic(k) ? 1.0 : circuit.period(k) / (2 * Math.PI))
        .toList();
  }

  /// {@return the circuit as a function of ϑ}
  ///
  /// @param circuit of θ
  /// @param factors s_k, one for each parameter
  static Circuit of(Circuit circuit, List<Double> factors) {
    Circuit.Builder rescaled = Circuit.on(circuit.qubits());
    for (Gate gate : circuit.gates()) {
      rescaled.add(
          switch (gate) {
            case Gate.Rotation(PauliString axis, Angle angle) ->
                new Gate.Rotation(axis, of(angle, factors));
            case Gate.Evolution(PauliSum generator, Angle angle) ->
                new Gate.Evolution(generator, of(angle, factors));
            case Gate.Named _, Gate.Matrix _, Gate.Noise _ -> gate;
          });
    }
    return rescaled.build();
  }

  private static Angle of(Angle angle, List<Double> factors) {
    return new Angle(
        angle.shares().stream()
            .map(s -> new Angle.Share(s.parameter(), s.scale() * factors.get(s.parameter())))
            .toList(),
        angle.encoding());
  }
}
