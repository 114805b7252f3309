package org.meanfield.core.insight;

import java.util.BitSet;
import java.util.List;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;

/// The backward light cone of an observable: the qubits and parameters from which it can be reached
/// through gates that share qubits. What lies outside has no effect on f; what lies inside may have
/// none.
///
/// @param qubits those that are reached
/// @param parameters those that drive a gate in the cone
public record LightCone(BitSet qubits, BitSet parameters) {
  /// {@return the cone of an observable}
  ///
  /// @param circuit gates
  /// @param observable on the circuit's qubits
  public static LightCone of(Circuit circuit, PauliSum observable) {
    BitSet qubits = new BitSet();
    observable.terms().forEach(term -> qubits.or(support(term.string())));
    BitSet parameters = new BitSet();
    List<Elementary> steps = circuit.elementary();
    for (Elementary step : steps.reversed()) {
      if (step instanceof Elementary.Rotation(PauliString axis, Elementary.Drive drive)
          && support(axis).intersects(qubits)) {
        qubits.or(support(axis));
        if (drive instanceof Elementary.Drive.Theta(int k, double _)) {
          parameters.set(k);
        }
      }
    }
    return new LightCone(qubits, parameters);
  }

  /// {@return the qubits on which a gate acts}
  ///
  /// @param gate any
  public static BitSet support(Gate gate) {
    BitSet support = new BitSet();
    switch (gate) {
      case Gate.Rotation(PauliString axis, _) -> support.or(support(axis));
      case Gate.Evolution(PauliSum generator, _) ->
          generator.terms().forEach(term -> support.or(support(term.string())));
      case Gate.Named(_, List<Integer> on) -> on.forEach(support::set);
      case Gate.Matrix(_, _, List<Integer> on) -> on.forEach(support::set);
      case Gate.Noise(_, int q) -> support.set(q);
    }
    return support;
  }

  private static BitSet support(PauliString string) {
    BitSet support = new BitSet();
    for (int q = 0; q < string.qubits(); q++) {
      support.set(q, string.at(q) != Pauli.I);
    }
    return support;
  }
}
