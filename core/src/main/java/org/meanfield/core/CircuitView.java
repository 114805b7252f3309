package org.meanfield.core;

import java.util.List;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.PauliSum;

/// The circuit of a study's expert, with what follows from its structure.
///
/// @param name the file's name without its ending
/// @param circuit U(θ, x)
/// @param observable O
/// @param expert one line on the expert, with the backend and why it was chosen
/// @param regularity what follows for assumption A1 (eqs. 3.10, 3.11)
/// @param depth the longest chain of gates of which each shares a qubit with the next; noise is no
///   gate
/// @param coneQubits the qubits that gates connect with the observable, counting back from the end
/// @param parameters one for each θ_k
/// @param parameterNames what the circuit's source calls them; empty where it has no own names
/// @param inputNames what the circuit's source calls the features; empty where it has no own names
public record CircuitView(
    String name,
    Circuit circuit,
    PauliSum observable,
    String expert,
    Regularity regularity,
    int depth,
    List<Integer> coneQubits,
    List<Parameter> parameters,
    List<String> parameterNames,
    List<String> inputNames) {
  /// Copies the lists.
  public CircuitView {
    coneQubits = List.copyOf(coneQubits);
    parameters = List.copyOf(parameters);
    parameterNames = List.copyOf(parameterNames);
    inputNames = List.copyOf(inputNames);
  }

  /// {@return the number of gates, without noise}
  public int gates() {
    return circuit.gates().size() - channels();
  }

  /// {@return the number of noise channels}
  public int channels() {
    return (int) circuit.gates().stream().filter(Gate.Noise.class::isInstance).count();
  }

  /// What a parameter drives.
  ///
  /// @param scales a of each rotation exp(−i·a·θ_k·P/2)
  /// @param period of f in θ_k: +∞ if there is none, 0 if θ_k does nothing
  /// @param periodic whether 2π is a period, as A1 asks
  /// @param inCone whether gates connect it with the observable; what lies outside has no effect
  public record Parameter(List<Double> scales, double period, boolean periodic, boolean inCone) {
    /// Copies the list.
    public Parameter {
      scales = List.copyOf(scales);
    }
  }
}
