package org.meanfield.experts.quantum.pauli;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.experts.quantum.program.RotationLayers;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.experts.quantum.program.RotationProgram.Step;
import org.meanfield.experts.quantum.program.SignedPauli;

/// Data re-uploading: rotations by features that act after a parameter.
///
/// Where such a rotation by an angle a takes Q to cos a Q + sin a (−iQA), the two factors are kept
/// as letters on a *label*, a qubit of the rotation's own: Q ↦ Q⊗Z − iQA⊗X. V_0 turns the label by
/// RY(a), and then ⟨Z⟩ = cos a and ⟨X⟩ = sin a. So the coefficients of strings depend on the
/// parameters alone and their means on the inputs alone, as they do without re-uploading.
///
/// Labels are the highest bits of masks; masks of the circuit's strings stay as they are.
///
/// @param qubits those of the circuit and the labels
/// @param firstLabel the bit of the label of the first of these rotations in the order of
///   propagation; the others' follow
/// @param prefix what acts first, the rotations of the labels included
/// @param trained what acts then
record Reuploads(int qubits, int firstLabel, List<Step> prefix, List<Step> trained) {
  /// {@return how many qubits the circuit and its labels have}
  ///
  /// @param qubits m
  /// @param order the circuit's layers
  static int qubits(int qubits, RotationLayers order) {
    return qubits
        + (int)
            order.layers().stream()
                .flatMap(layer -> layer.rotations().stream())
                .filter(rotation -> rotation.drive().encodes())
                .count();
  }

  /// {@return the parts of a circuit of at most [PauliString#MOST_QUBITS] qubits and labels}
  ///
  /// @param qubits m
  /// @param order the circuit's layers
  static Reuploads of(int qubits, RotationLayers order) {
    List<Step> trained = new ArrayList<>();
    for (RotationLayers.Layer layer : order.layers()) {
      // In a layer the order is free. Rotations by features are the last to be propagated, for they
      // make the most strings.
      layer.rotations().stream().filter(r -> r.drive().encodes()).forEach(trained::add);
      layer.rotations().stream().filter(r -> !r.drive().encodes()).forEach(trained::add);
      trained.addAll(layer.shrinkages());
    }
    int all = qubits(qubits, order);
    List<Step> prefix = new ArrayList<>(order.prefix());
    long label = 1L << qubits;
    for (Step step : trained.reversed()) {
      if (step instanceof Rotation rotation && rotation.drive().encodes()) {
        SignedPauli y = new SignedPauli(new PauliString(all, label, label), 1);
        prefix.add(new Rotation(y, rotation.drive()));
        label *= 2;
      }
    }
    return new Reuploads(all, qubits, List.copyOf(prefix), List.copyOf(trained));
  }
}
