package org.meanfield.testkit;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;

/// The reference that quantum backends are held against: f = ⟨0|U†OU|0⟩ with every gate a dense 2^m
/// × 2^m matrix out of Kronecker products, rotations by the exponential series of −iaP/2, and
/// gradients by putting −iP/2 behind each gate in turn. For a handful of qubits.
public final class DenseCircuit {
  private final Circuit circuit;
  private final List<ComplexMatrix> matrices = new ArrayList<>();
  private final ComplexMatrix observable;
  private final int amplitudes;

  /// @param circuit on a handful of qubits
  /// @param observable on the same qubits
  public DenseCircuit(Circuit circuit, PauliSum observable) {
    this.circuit = circuit;
    this.amplitudes = 1 << circuit.qubits();
    for (Gate gate : circuit.gates()) {
      matrices.add(
          switch (gate) {
            case Gate.Rotation(PauliString axis, _) -> ComplexMatrix.of(axis);
            case Gate.ControlledZ(int a, int b) -> controlled(a, b, Pauli.Z);
            case Gate.ControlledNot(int c, int t) -> controlled(c, t, Pauli.X);
          });
    }
    ComplexMatrix sum = ComplexMatrix.of(PauliString.identity(circuit.qubits())).times(0, 0);
    for (PauliSum.Term term : observable.terms()) {
      sum = sum.plus(term.coefficient(), ComplexMatrix.of(term.string()));
    }
    this.observable = sum;
  }

  /// ½(1 + Z_c + P_t − Z_c P_t), which is 1 where c is 0 and P where c is 1.
  private ComplexMatrix controlled(int c, int t, Pauli letter) {
    PauliString one = PauliString.identity(circuit.qubits());
    return ComplexMatrix.of(one)
        .plus(1, ComplexMatrix.of(one.with(c, Pauli.Z)))
        .plus(1, ComplexMatrix.of(one.with(t, letter)))
        .plus(-1, ComplexMatrix.of(one.with(c, Pauli.Z).with(t, letter)))
        .times(0.5, 0);
  }

  /// {@return f(θ, x)}
  ///
  /// @param theta d angles
  /// @param x the features
  public double value(double[] theta, double[] x) {
    double[] state = after(circuit.gates().size(), zero(), 0, theta, x);
    return dot(observable.times(state), state);
  }

  /// {@return ∂f/∂θ_k for all k}
  ///
  /// @param theta d angles
  /// @param x the features
  public double[] gradient(double[] theta, double[] x) {
    int gates = circuit.gates().size();
    double[] bra = observable.times(after(gates, zero(), 0, theta, x));
    double[] gradient = new double[circuit.parameters()];
    for (int g = 0; g < gates; g++) {
      if (circuit.gates().get(g) instanceof Gate.Rotation(_, Angle.Theta(int k))) {
        double[] state = after(g + 1, zero(), 0, theta, x);
        double[] turned = matrices.get(g).times(0, -0.5).times(state);
        gradient[k] += 2 * dot(bra, after(gates, turned, g + 1, theta, x));
      }
    }
    return gradient;
  }

  /// Gates `first` … `end − 1` applied to a state.
  private double[] after(int end, double[] state, int first, double[] theta, double[] x) {
    double[] result = state;
    for (int g = first; g < end; g++) {
      ComplexMatrix matrix = matrices.get(g);
      if (circuit.gates().get(g) instanceof Gate.Rotation(_, Angle angle)) {
        double half = radians(angle, theta, x) / 2;
        result = matrix.times(0, -half).exponentialTimes(result, Math.abs(half));
      } else {
        result = matrix.times(result);
      }
    }
    return result;
  }

  private static double radians(Angle angle, double[] theta, double[] x) {
    return switch (angle) {
      case Angle.Theta(int k) -> theta[k];
      case Angle.Feature(int k) -> x[k % x.length];
      case Angle.Fixed(double radians) -> radians;
    };
  }

  private double[] zero() {
    double[] state = new double[2 * amplitudes];
    state[0] = 1;
    return state;
  }

  /// Re⟨a|b⟩.
  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
