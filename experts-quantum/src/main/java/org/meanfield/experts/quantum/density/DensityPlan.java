package org.meanfield.experts.quantum.density;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.kernels.state.PauliAxis;

/// A circuit with channels as the density backend runs it. Immutable.
///
/// The matrix ρ is the vector ρ_{bc} at number b·2^m + c, a state on 2m qubits: U acts as U ⊗ Ū, so
/// exp(−iaP/2) is the rotation about P on the first m qubits and about −P̄ on the others, P̄ = −P
/// for an odd number of Y.
final class DensityPlan {
  /// One step of the circuit.
  sealed interface Step {
    /// ρ ↦ UρU†.
    ///
    /// @param row P on the first m qubits
    /// @param column −P̄ on the others
    /// @param slot of its angle
    /// @param trained whether a parameter drives it
    record Turn(PauliAxis row, PauliAxis column, int slot, boolean trained) implements Step {
      Turn back() {
        return new Turn(row.negated(), column.negated(), slot, trained);
      }
    }

    /// A channel.
    ///
    /// @param mixing of the four entries of its qubit
    /// @param qubit where
    record Mix(Mixing mixing, int qubit) implements Step {}

    /// {@return the step of the Heisenberg picture}
    default Step adjoint() {
      return switch (this) {
        case Turn turn -> turn.back();
        case Mix(Mixing mixing, int qubit) -> new Mix(mixing.adjoint(), qubit);
      };
    }
  }

  /// A channel on the entries of ρ: ρ₀₀ ↦ a ρ₀₀ + b ρ₁₁, ρ₁₁ ↦ c ρ₀₀ + d ρ₁₁, ρ₀₁ ↦ g ρ₀₁ + h ρ₁₀,
  /// ρ₁₀ ↦ h ρ₀₁ + g ρ₁₀.
  ///
  /// @param a see above
  /// @param b see above
  /// @param c see above
  /// @param d see above
  /// @param g see above
  /// @param h see above
  record Mixing(double a, double b, double c, double d, double g, double h) {
    static Mixing of(QuantumChannel channel) {
      return switch (channel) {
        case QuantumChannel.Flip(double x, double y, double z) -> {
          double none = 1 - x - y - z;
          yield new Mixing(none + z, x + y, x + y, none + z, none - z, x - y);
        }
        case QuantumChannel.AmplitudeDamping(double gamma) ->
            new Mixing(1, gamma, 0, 1 - gamma, Math.sqrt(1 - gamma), 0);
      };
    }

    Mixing adjoint() {
      return new Mixing(a, c, b, d, g, h);
    }
  }

  private final int qubits;
  private final int parameters;
  private final Map<Drive, Integer> slots = new LinkedHashMap<>();
  private final List<Step> prefix = new ArrayList<>();
  private final List<Step> suffix = new ArrayList<>();
  private final boolean prefixEncodes;
  private final boolean suffixEncodes;
  private final PauliSum observable;

  /// @param circuit on m ≤ [DensityBackend#MOST_QUBITS] qubits
  /// @param observable on as many
  DensityPlan(Circuit circuit, PauliSum observable) {
    if (circuit.qubits() != observable.qubits()) {
      throw new IllegalArgumentException(
          "the circuit has %d qubits, the observable %d"
              .formatted(circuit.qubits(), observable.qubits()));
    }
    this.qubits = circuit.qubits();
    this.parameters = circuit.parameters();
    this.observable = observable;
    boolean before = false;
    boolean after = false;
    boolean trained = false;
    for (Elementary step : circuit.elementary()) {
      switch (step) {
        case Elementary.Rotation(PauliString axis, Drive drive) -> {
          trained |= drive instanceof Drive.Theta;
          before |= !trained && drive.encodes();
          after |= trained && drive.encodes();
          (trained ? suffix : prefix).add(turn(axis, drive));
        }
        case Elementary.Disturbance(QuantumChannel channel, int q) ->
            (trained ? suffix : prefix).add(new Step.Mix(Mixing.of(channel), q));
      }
    }
    this.prefixEncodes = before;
    this.suffixEncodes = after;
  }

  private Step.Turn turn(PauliString axis, Drive drive) {
    int slot = slots.computeIfAbsent(drive, _ -> slots.size());
    int x = (int) axis.x();
    int z = (int) axis.z();
    boolean imaginary = (Integer.bitCount(x & z) & 1) != 0;
    return new Step.Turn(
        new PauliAxis(2 * qubits, x << qubits, z << qubits, 1),
        new PauliAxis(2 * qubits, x, z, imaginary ? 1 : -1),
        slot,
        drive instanceof Drive.Theta);
  }

  /// {@return m}
  int qubits() {
    return qubits;
  }

  /// {@return d}
  int parameters() {
    return parameters;
  }

  /// {@return 4^m}
  int entries() {
    return 1 << (2 * qubits);
  }

  /// {@return the distinct angles in the order of their slots}
  List<Drive> angles() {
    return List.copyOf(slots.keySet());
  }

  /// {@return the steps before the first parameter}
  List<Step> prefix() {
    return prefix;
  }

  /// {@return the steps from the first parameter on}
  List<Step> suffix() {
    return suffix;
  }

  /// {@return whether features enter before the first parameter}
  boolean prefixEncodes() {
    return prefixEncodes;
  }

  /// {@return whether features enter after the first parameter}
  boolean suffixEncodes() {
    return suffixEncodes;
  }

  /// {@return the observable as a vector, 4^m real parts, then 4^m imaginary parts}
  double[] observable() {
    double[] vector = new double[2 * entries()];
    for (PauliSum.Term term : observable.terms()) {
      int x = (int) term.string().x();
      long z = term.string().z();
      for (int b = 0; b < 1 << qubits; b++) {
        // P|b⟩ = i^power |b⊕x⟩
        int power = (Long.bitCount(x & z) + 2 * Long.bitCount(b & z)) & 3;
        int entry = ((b ^ x) << qubits) + b + ((power & 1) == 0 ? 0 : entries());
        vector[entry] += power < 2 ? term.coefficient() : -term.coefficient();
      }
    }
    return vector;
  }
}
