package org.meanfield.experts.quantum;

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
    RotationTable table = part.table.wider(LANES);
    double[] row = new double[LANES];
    double[] x = new double[inputs.features()];
    double[] trig = new double[2 * LANES * angles.size()];
    double[] rows = new double[LANES * part.table.rows()];
    double[] adjoints = new double[LANES * part.table.adjoints()];
    double[] gradient = new double[LANES * angles.size()];
    for (int first = 0; first < this.inputs; first += LANES) {
      int lanes = Math.min(LANES, this.inputs - first);
      for (int k = 0; k < angles.size(); k++) {
        for (int lane = 0; lane < LANES; lane++) {
          row[lane] = radians(angles.get(k), inputs, Math.min(first + lane, this.inputs - 1), x);
        }
        kernels.sineCosine(row, 0, LANES, trig, 2 * k * LANES);
      }
      for (int e = 0; e < part.ends.length; e++) {
        Arrays.fill(adjoints, e * LANES, (e + 1) * LANES, plan.mean(e));
      }
      kernels.backward(table, trig, rows, adjoints, gradient);
      for (int s = 0; s < strings; s++) {
        System.arraycopy(
            adjoints, part.rootAdjoints[s] * LANES, means, s * this.inputs + first, lanes);
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

  /// Adds Σ_P S_P p_P(x_j) to each number j.
  ///
  /// @param coefficients S
  /// @param sums n numbers, added to
  void addResponses(double[] coefficients, double[] sums) {
    kernels.addProducts(coefficients, means, sums);
  }

  /// Computes R_P = Σ_j r_j p_P(x_j).
  ///
  /// @param residual r
  /// @param weights receives R
  void weigh(double[] residual, double[] weights) {
    for (int s = 0; s < strings; s++) {
      double sum = 0;
      int at = s * inputs;
      for (int j = 0; j < inputs; j++) {
        sum = Math.fma(residual[j], means[at + j], sum);
      }
      weights[s] = sum;
    }
  }
}
