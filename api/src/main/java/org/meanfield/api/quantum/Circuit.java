package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A parametric quantum circuit on m qubits, started in |0…0⟩: gates in the order they act.
/// Immutable.
///
/// With an observable O it is the expert f(θ, x) = ⟨0|U(θ,x)† O U(θ,x)|0⟩ (eq. 4.1).
public final class Circuit {
  private final int qubits;
  private final int parameters;
  private final List<Gate> gates;

  private Circuit(int qubits, int parameters, List<Gate> gates) {
    this.qubits = qubits;
    this.parameters = parameters;
    this.gates = gates;
  }

  /// {@return the beginning of a circuit}
  ///
  /// @param qubits m, 1 … 62
  public static Builder on(int qubits) {
    return new Builder(qubits);
  }

  /// {@return the number of qubits m}
  public int qubits() {
    return qubits;
  }

  /// {@return the number of trainable parameters d}
  public int parameters() {
    return parameters;
  }

  /// {@return the gates in the order they act}
  public List<Gate> gates() {
    return gates;
  }

  /// {@return how many gates parameter k drives}
  ///
  /// @param k 0 ≤ k < d
  public int uses(int k) {
    Objects.checkIndex(k, parameters);
    return (int)
        gates.stream()
            .filter(g -> g instanceof Gate.Rotation r && r.angle().equals(new Angle.Theta(k)))
            .count();
  }

  /// {@return whether features enter only before the first trainable gate}
  public boolean encodesFirst() {
    boolean trained = false;
    for (Gate gate : gates) {
      if (gate instanceof Gate.Rotation(_, Angle angle)) {
        trained |= angle instanceof Angle.Theta;
        if (trained && angle instanceof Angle.Feature) {
          return false;
        }
      }
    }
    return true;
  }

  /// Builds a circuit gate by gate. Not shareable between threads.
  public static final class Builder {
    private final int qubits;
    private final List<Gate> gates = new ArrayList<>();
    private int parameters;

    private Builder(int qubits) {
      this.qubits = PauliString.identity(qubits).qubits();
    }

    /// Adds exp(−i·angle·P/2).
    ///
    /// @param axis P on this circuit's qubits, not the identity
    /// @param angle what drives it
    /// @return this builder
    public Builder rotate(PauliString axis, Angle angle) {
      if (axis.qubits() != qubits || axis.isIdentity()) {
        throw new IllegalArgumentException(
            "a rotation needs a Pauli string other than the identity on %d qubits, got %s on %d"
                .formatted(qubits, axis, axis.qubits()));
      }
      switch (angle) {
        case Angle.Theta(int index) -> parameters = Math.max(parameters, nonNegative(index) + 1);
        case Angle.Feature(int index) -> nonNegative(index);
        case Angle.Fixed(double radians) -> {
          if (!Double.isFinite(radians)) {
            throw new IllegalArgumentException("a fixed angle must be finite, got " + radians);
          }
        }
      }
      gates.add(new Gate.Rotation(axis, angle));
      return this;
    }

    /// Adds a rotation about one letter on one qubit.
    ///
    /// @param letter X, Y or Z
    /// @param q the qubit
    /// @param angle what drives it
    /// @return this builder
    public Builder rotate(Pauli letter, int q, Angle angle) {
      return rotate(PauliString.identity(qubits).with(q, letter), angle);
    }

    /// Adds a controlled-Z.
    ///
    /// @param a one qubit
    /// @param b another
    /// @return this builder
    public Builder controlledZ(int a, int b) {
      distinct(a, b);
      gates.add(new Gate.ControlledZ(a, b));
      return this;
    }

    /// Adds a controlled-NOT.
    ///
    /// @param control the qubit that decides
    /// @param target the qubit that is flipped
    /// @return this builder
    public Builder controlledNot(int control, int target) {
      distinct(control, target);
      gates.add(new Gate.ControlledNot(control, target));
      return this;
    }

    /// {@return the circuit}
    ///
    /// @throws IllegalStateException if a parameter below the highest one drives no gate
    public Circuit build() {
      Circuit circuit = new Circuit(qubits, parameters, List.copyOf(gates));
      for (int k = 0; k < parameters; k++) {
        if (circuit.uses(k) == 0) {
          throw new IllegalStateException("parameter %d drives no gate".formatted(k));
        }
      }
      return circuit;
    }

    private void distinct(int a, int b) {
      Objects.checkIndex(a, qubits);
      Objects.checkIndex(b, qubits);
      if (a == b) {
        throw new IllegalArgumentException(
            "a two-qubit gate needs two qubits, got %d twice".formatted(a));
      }
    }

    private static int nonNegative(int index) {
      if (index < 0) {
        throw new IllegalArgumentException("an index must be ≥ 0, got " + index);
      }
      return index;
    }
  }
}
