package org.meanfield.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.StandardGate;
import org.meanfield.api.quantum.Unitary;

/// The reference that quantum backends are held against: f = ⟨0|U†OU|0⟩ with every gate a dense 2^m
/// × 2^m matrix, gates with an angle by the exponential series of −iaG/2, and gradients by putting
/// −iG/2 behind each of them in turn. With noise f = Tr(Oρ) by [DenseMixture]. For a handful of
/// qubits.
public final class DenseCircuit {
  private final Circuit circuit;
  private final List<ComplexMatrix> matrices = new ArrayList<>();
  private final ComplexMatrix observable;
  private final int amplitudes;
  private final Optional<DenseMixture> mixture;

  /// @param circuit on a handful of qubits
  /// @param observable on the same qubits
  public DenseCircuit(Circuit circuit, PauliSum observable) {
    this.circuit = circuit;
    this.amplitudes = 1 << circuit.qubits();
    for (Gate gate : circuit.gates()) {
      matrices.add(
          switch (gate) {
            case Gate.Rotation(PauliString axis, _) -> ComplexMatrix.of(axis);
            case Gate.Evolution(PauliSum generator, _) -> sum(generator);
            case Gate.Named(StandardGate kind, List<Integer> on) -> {
              double[][] parts = GateMatrix.of(kind);
              yield ComplexMatrix.on(circuit.qubits(), on, parts[0], parts[1]);
            }
            case Gate.Matrix(_, Unitary matrix, List<Integer> on) ->
                ComplexMatrix.on(circuit.qubits(), on, matrix.re(), matrix.im());
            case Gate.Noise _ -> ComplexMatrix.of(PauliString.identity(circuit.qubits()));
          });
    }
    this.observable = sum(observable);
    this.mixture =
        circuit.isNoisy()
            ? Optional.of(new DenseMixture(circuit, matrices, this.observable))
            : Optional.empty();
  }

  private static ComplexMatrix sum(PauliSum sum) {
    ComplexMatrix matrix = ComplexMatrix.of(PauliString.identity(sum.qubits())).times(0, 0);
    for (PauliSum.Term term : sum.terms()) {
      matrix = matrix.plus(term.coefficient(), ComplexMatrix.of(term.string()));
    }
    return matrix;
  }

  /// exp(−iaG/2) with the angle a and a bound of ‖G‖; empty for a gate without an angle.
  record Evolution(Angle angle, double bound) {
    static Optional<Evolution> of(Gate gate) {
      return switch (gate) {
        case Gate.Rotation(_, Angle angle) -> Optional.of(new Evolution(angle, 1));
        case Gate.Evolution(PauliSum generator, Angle angle) ->
            Optional.of(new Evolution(angle, generator.bound()));
        default -> Optional.empty();
      };
    }
  }

  /// {@return f(θ, x)}
  ///
  /// @param theta d angles
  /// @param x the features
  public double value(double[] theta, double[] x) {
    if (mixture.isPresent()) {
      return mixture.get().value(theta, x);
    }
    double[] state = after(circuit.gates().size(), zero(), 0, theta, x);
    return dot(observable.times(state), state);
  }

  /// {@return ∂f/∂θ_k for all k}
  ///
  /// @param theta d angles
  /// @param x the features
  public double[] gradient(double[] theta, double[] x) {
    if (mixture.isPresent()) {
      return mixture.get().gradient(theta, x);
    }
    int gates = circuit.gates().size();
    double[] bra = observable.times(after(gates, zero(), 0, theta, x));
    double[] gradient = new double[circuit.parameters()];
    for (int g = 0; g < gates; g++) {
      Optional<Evolution> evolution = Evolution.of(circuit.gates().get(g));
      if (evolution.isPresent() && evolution.get().angle().trains()) {
        double[] state = after(g + 1, zero(), 0, theta, x);
        double[] turned = matrices.get(g).times(0, -0.5).times(state);
        double derivative = 2 * dot(bra, after(gates, turned, g + 1, theta, x));
        for (Angle.Share share : evolution.get().angle().shares()) {
          gradient[share.parameter()] += share.scale() * derivative;
        }
      }
    }
    return gradient;
  }

  /// Gates `first` … `end − 1` applied to a state.
  private double[] after(int end, double[] state, int first, double[] theta, double[] x) {
    double[] result = state;
    for (int g = first; g < end; g++) {
      ComplexMatrix matrix = matrices.get(g);
      Optional<Evolution> evolution = Evolution.of(circuit.gates().get(g));
      if (evolution.isPresent()) {
        double half = evolution.get().angle().at(theta, x) / 2;
        result =
            matrix
                .times(0, -half)
                .exponentialTimes(result, Math.abs(half) * evolution.get().bound());
      } else {
        result = matrix.times(result);
      }
    }
    return result;
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
