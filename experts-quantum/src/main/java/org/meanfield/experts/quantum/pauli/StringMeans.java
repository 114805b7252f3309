package org.meanfield.experts.quantum.pauli;

import java.util.Arrays;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.kernels.pauli.RotationTable;

/// The means p_P(x_j) = ⟨0|V_0(x_j)† P V_0(x_j)|0⟩ of all live strings and inputs. Immutable.
///
/// They are the adjoints of the encoded part: with the coefficients c_P as roots it computes f, so
/// p_P = ∂f/∂c_P. Lanes are inputs; no state of 2^m amplitudes is needed.
final class StringMeans {
  private static final int LANES = PauliLanes.LANES;

  private final PauliLanes kernels;
  private final int inputs;
  private final int strings;

  /// Input after input for each string.
  private final double[] means;

  StringMeans(PauliLanes kernels, PauliPlan plan, Inputs inputs) {
    this.kernels = kernels;
    this.inputs = inputs.count();
    this.strings = plan.liveStrings();
    this.means = new double[Math.multiplyExact(strings, this.inputs)];
    PauliPart part = plan.encoded();
    List<Drive> angles = plan.encodedAngles();
    RotationTable table = part.table;
    double[] x = new double[inputs.features()];
    double[] radians = new double[LANES * table.angles()];
    double[] numbers = table.buffer(1);
    double[] weights = part.weights(plan.means());
    for (int first = 0; first < this.inputs; first += LANES) {
      int lanes = Math.min(LANES, this.inputs - first);
      for (int k = 0; k < angles.size(); k++) {
        for (int lane = 0; lane < lanes; lane++) {
          radians[k * LANES + lane] = radians(angles.get(k), inputs, first + lane, x);
        }
      }
      kernels.sineCosine(table, lanes, radians, 0, LANES, numbers);
      // Coefficients would matter to slopes alone.
      kernels.backward(table, lanes, numbers, weights);
      for (int s = 0; s < strings; s++) {
        int at = table.place(1 + s, 0);
        System.arraycopy(numbers, at, means, s * this.inputs + first, lanes);
      }
    }
  }

  private static double radians(Drive drive, Inputs inputs, int j, double[] x) {
    inputs.copyRow(j, x);
    return switch (drive) {
      case Drive.Data(Encoding encoding) -> encoding.at(x);
      case Drive.Theta theta -> throw new IllegalArgumentException(theta + " does not encode");
    };
  }

  /// Computes Σ_P S_P p_P(x_j) for each j.
  ///
  /// @param coefficients S
  /// @param responses receives n numbers
  void responses(double[] coefficients, double[] responses) {
    Arrays.fill(responses, 0);
    kernels.addProducts(coefficients, means, responses);
  }

  /// Computes R_P = Σ_j r_j p_P(x_j).
  ///
  /// @param residual r
  /// @param weights receives R
  void weights(double[] residual, double[] weights) {
    kernels.products(means, residual, weights);
  }
}
