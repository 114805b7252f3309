package org.meanfield.core.insight;

import java.util.Arrays;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumExpert;

/// A circuit's expectation value by one state vector, gradients by the adjoint method: ∂f/∂a =
/// Im⟨Oψ|P|ψ⟩ behind exp(−iaP/2).
record AdjointExpert(Circuit circuit, PauliSum observable) implements QuantumExpert {
  @Override
  public int parameters() {
    return circuit.parameters();
  }

  /// Real parts, then imaginary parts.
  private double[] state(double[] theta, double[] x) {
    double[] state = new double[2 << circuit.qubits()];
    state[0] = 1;
    for (Elementary step : circuit.elementary()) {
      state = rotated((Elementary.Rotation) step, 1, theta, x, state);
    }
    return state;
  }

  private static double[] rotated(
      Elementary.Rotation step, int direction, double[] theta, double[] x, double[] state) {
    double angle =
        direction
            * switch (step.drive()) {
              case Elementary.Drive.Theta(int k, double scale) -> scale * theta[k];
              case Elementary.Drive.Data(var encoding) -> encoding.at(x);
            };
    double[] turned = times(step.axis(), state);
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    int n = state.length / 2;
    double[] result = new double[2 * n];
    for (int b = 0; b < n; b++) {
      // c·ψ − i·s·Pψ
      result[b] = c * state[b] + s * turned[n + b];
      result[n + b] = c * state[n + b] - s * turned[b];
    }
    return result;
  }

  private static double[] times(PauliString string, double[] state) {
    int n = state.length / 2;
    int quarters = Long.bitCount(string.x() & string.z());
    double[] result = new double[2 * n];
    for (int b = 0; b < n; b++) {
      int turns = (quarters + 2 * Long.bitCount(b & string.z())) % 4;
      double u = turns == 0 ? 1 : turns == 2 ? -1 : 0;
      double v = turns == 1 ? 1 : turns == 3 ? -1 : 0;
      int to = b ^ (int) string.x();
      result[to] = u * state[b] - v * state[n + b];
      result[n + to] = u * state[n + b] + v * state[b];
    }
    return result;
  }

  private double[] observed(double[] state) {
    double[] sum = new double[state.length];
    for (PauliSum.Term term : observable.terms()) {
      double[] part = times(term.string(), state);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += term.coefficient() * part[i];
      }
    }
    return sum;
  }

  @Override
  public double value(double[] theta, double[] x) {
    double[] state = state(theta, x);
    double[] bra = observed(state);
    double sum = 0;
    for (int i = 0; i < state.length; i++) {
      sum += bra[i] * state[i];
    }
    return sum;
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    double[] ket = state(theta, x);
    double[] bra = observed(ket);
    int n = ket.length / 2;
    Arrays.fill(out, 0, parameters(), 0);
    for (Elementary step : circuit.elementary().reversed()) {
      Elementary.Rotation rotation = (Elementary.Rotation) step;
      if (rotation.drive() instanceof Elementary.Drive.Theta(int k, double scale)) {
        double[] turned = times(rotation.axis(), ket);
        for (int b = 0; b < n; b++) {
          out[k] += scale * (bra[b] * turned[n + b] - bra[n + b] * turned[b]);
        }
      }
      ket = rotated(rotation, -1, theta, x, ket);
      bra = rotated(rotation, -1, theta, x, bra);
    }
  }
}
