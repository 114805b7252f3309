package org.meanfield.experts.quantum.pauli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.experts.quantum.program.Remedy;
import org.meanfield.experts.quantum.program.RotationLayers;
import org.meanfield.experts.quantum.program.RotationProgram;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.kernels.pauli.RotationTable;

/// A circuit and its observable as the Pauli backend runs them: f(θ, x) = Σ_P c_P(θ) p_P(x).
/// Immutable.
///
/// The coefficients c_P come from those of the observable by the *trained* part. The means p_P(x) =
/// ⟨0|V_0(x)† P V_0(x)|0⟩ come from ⟨0|S|0⟩ = 1, S of I and Z alone, by the *encoded* part taken
/// backwards.
final class PauliPlan {
  /// Plan, or why there is none.
  sealed interface Outcome {
    /// A plan.
    ///
    /// @param plan the plan
    record Planned(PauliPlan plan) implements Outcome {}

    /// No plan.
    ///
    /// @param sentence why, and what to use instead
    record Refused(String sentence) implements Outcome {}
  }

  private final int parameters;
  private final PauliPart trained;
  private final List<Drive> trainedAngles;
  private final double[] coefficients;
  private final PauliPart encoded;
  private final List<Drive> encodedAngles;

  /// {@return the plan of a circuit}
  ///
  /// @param circuit the circuit
  /// @param observable on the same number of qubits
  static Outcome of(Circuit circuit, PauliSum observable) {
    for (Elementary step : circuit.elementary()) {
      if (step
          instanceof Elementary.Disturbance(QuantumChannel.AmplitudeDamping damping, int qubit)) {
        return new Outcome.Refused(
            "amplitude damping (γ = %s on qubit %d) turns a Pauli string into a sum of two, the pauli backend takes noise that shrinks each string"
                    .formatted(damping.gamma(), qubit)
                + Remedy.AUTO);
      }
    }
    RotationProgram program = RotationProgram.of(circuit, observable);
    RotationLayers order = RotationLayers.of(program);
    int qubits = Reuploads.qubits(program.qubits(), order);
    if (qubits > PauliString.MOST_QUBITS) {
      return new Outcome.Refused(
          "the pauli backend labels each rotation by features that acts after a parameter, and takes at most %d qubits and labels together, got %d and %d"
                  .formatted(PauliString.MOST_QUBITS, program.qubits(), qubits - program.qubits())
              + Remedy.AUTO);
    }
    Reuploads parts = Reuploads.of(program.qubits(), order);
    try {
      PauliPropagation propagation = new PauliPropagation(parts, program.observable());
      return new Outcome.Planned(new PauliPlan(program, parts, propagation));
    } catch (PauliPropagation.TooMany e) {
      return new Outcome.Refused(e.sentence() + Remedy.AUTO);
    }
  }

  private PauliPlan(RotationProgram program, Reuploads parts, PauliPropagation propagation) {
    this.parameters = program.parameters();
    Map<Drive, Integer> numbers = new LinkedHashMap<>();
    Map<Drive, Integer> prefixNumbers = new LinkedHashMap<>();
    List<Integer> steps = new ArrayList<>();
    for (Rotation rotation : RotationProgram.rotations(parts.trained()).reversed()) {
      boolean encodes = rotation.drive().encodes();
      steps.add(number(numbers, encodes ? PauliPropagation.BRANCHING : rotation.drive()));
    }
    for (Rotation rotation : RotationProgram.rotations(parts.prefix()).reversed()) {
      steps.add(number(prefixNumbers, rotation.drive()));
    }
    List<PauliPart> tables =
        propagation.parts(
            steps.stream().mapToInt(Integer::intValue).toArray(),
            numbers.size(),
            prefixNumbers.size());
    this.trained = tables.getFirst();
    this.encoded = tables.getLast();
    this.trainedAngles = angles(numbers, this.trained);
    this.encodedAngles = angles(prefixNumbers, encoded);
    List<PauliSum.Term> terms = program.observable().terms();
    this.coefficients = new double[this.trained.roots.length];
    for (int r = 0; r < coefficients.length; r++) {
      coefficients[r] = terms.get(this.trained.roots[r]).coefficient();
    }
  }

  /// The drives, then what a part needs besides.
  private static List<Drive> angles(Map<Drive, Integer> numbers, PauliPart part) {
    List<Drive> angles = new ArrayList<>(numbers.keySet());
    for (double constant : part.constants) {
      angles.add(new Drive.Data(Encoding.constant(constant)));
    }
    return List.copyOf(angles);
  }

  private static int number(Map<Drive, Integer> numbers, Drive drive) {
    return numbers.computeIfAbsent(drive, _ -> numbers.size());
  }

  /// {@return the number of parameters d, those that f does not depend on included}
  int parameters() {
    return parameters;
  }

  /// {@return the part whose angles are parameters and constants}
  PauliPart trained() {
    return trained;
  }

  /// {@return the angles of the trained part by number}
  List<Drive> trainedAngles() {
    return trainedAngles;
  }

  /// {@return the coefficient of root r of the trained part}
  double coefficient(int r) {
    return coefficients[r];
  }

  /// {@return the part whose angles are features and constants; its roots are the ends of the
  /// trained part}
  PauliPart encoded() {
    return encoded;
  }

  /// {@return the angles of the encoded part by number}
  List<Drive> encodedAngles() {
    return encodedAngles;
  }

  /// {@return per end of the encoded part, the mean in |0…0⟩ of what it is the coefficient of: ±1
  /// without noise and labels}
  double[] means() {
    return encoded.endFactors.clone();
  }

  /// {@return how many strings P there are in f = Σ_P c_P(θ) p_P(x)}
  int liveStrings() {
    return trained.ends.length;
  }

  /// {@return the operations of one kind in the trained part}
  int operations(RotationTable.Kind kind) {
    return trained.table.operations(kind);
  }
}
