package org.meanfield.experts.quantum;

import java.util.Locale;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;

/// The circuits that come with the platform. R_P(a) = e^{−iaP/2}; features are taken modulo their
/// number.
public enum Template {
  /// RY(x_q) on each qubit, CZ ring; then per layer RY(θ) on all, RZ(θ) on all, CZ ring. Parameters
  /// layer by layer, RY before RZ; d = 2mL.
  RING {
    @Override
    public Circuit circuit(int qubits, int layers) {
      Circuit.Builder circuit = Circuit.on(qubits);
      encode(circuit, qubits, Pauli.Y);
      ring(circuit, qubits);
      int k = 0;
      for (int layer = 0; layer < layers; layer++) {
        for (Pauli letter : new Pauli[] {Pauli.Y, Pauli.Z}) {
          for (int q = 0; q < qubits; q++) {
            circuit.rotate(letter, q, Angle.theta(k++));
          }
        }
        ring(circuit, qubits);
      }
      return circuit.build();
    }

    @Override
    public PauliSum observable(int qubits) {
      return PauliSum.meanZ(qubits);
    }
  },

  /// Per layer RY(x_q) on each qubit, RX(θ) on each, CNOT q→q+1 along the line. Parameters layer by
  /// layer; d = mL.
  LINE {
    @Override
    public Circuit circuit(int qubits, int layers) {
      Circuit.Builder circuit = Circuit.on(qubits);
      int k = 0;
      for (int layer = 0; layer < layers; layer++) {
        encode(circuit, qubits, Pauli.Y);
        for (int q = 0; q < qubits; q++) {
          circuit.rotate(Pauli.X, q, Angle.theta(k++));
        }
        for (int q = 0; q + 1 < qubits; q++) {
          circuit.controlledNot(q, q + 1);
        }
      }
      return circuit.build();
    }
  },

  /// RY(x_q) on each qubit once; per layer, for each pair (q, q+1), XX(θ), YY(θ), ZZ(θ), then
  /// RX(x_q) on each qubit. Parameters layer by layer, pair by pair; d = 3(m−1)L.
  HEIS {
    @Override
    public int fewestQubits() {
      return 2;
    }

    @Override
    public Circuit circuit(int qubits, int layers) {
      Circuit.Builder circuit = Circuit.on(qubits);
      encode(circuit, qubits, Pauli.Y);
      int k = 0;
      for (int layer = 0; layer < layers; layer++) {
        for (int q = 0; q + 1 < qubits; q++) {
          for (Pauli letter : new Pauli[] {Pauli.X, Pauli.Y, Pauli.Z}) {
            PauliString pair = PauliString.identity(qubits).with(q, letter).with(q + 1, letter);
            circuit.rotate(pair, Angle.theta(k++));
          }
        }
        encode(circuit, qubits, Pauli.X);
      }
      return circuit.build();
    }
  };

  /// {@return the circuit}
  ///
  /// @param qubits m ≥ [#fewestQubits]
  /// @param layers L ≥ 1
  public abstract Circuit circuit(int qubits, int layers);

  /// {@return the fewest qubits on which the circuit has a parameter}
  public int fewestQubits() {
    return 1;
  }

  /// {@return the template's own observable}
  ///
  /// @param qubits m
  public PauliSum observable(int qubits) {
    return PauliSum.z(qubits, 0);
  }

  /// {@return the name in a study file}
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// {@return the template of that name}
  ///
  /// @param word one of the names
  public static Template of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static void encode(Circuit.Builder circuit, int qubits, Pauli letter) {
    for (int q = 0; q < qubits; q++) {
      circuit.rotate(letter, q, Angle.feature(q));
    }
  }

  /// CZ on the pairs (q, q+1 mod m): one for m = 2, none for m = 1.
  private static void ring(Circuit.Builder circuit, int qubits) {
    int pairs = qubits == 2 ? 1 : qubits == 1 ? 0 : qubits;
    for (int q = 0; q < pairs; q++) {
      circuit.controlledZ(q, (q + 1) % qubits);
    }
  }
}
