package org.meanfield.limits.closedform;

import java.util.Arrays;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.FirstHarmonic;

/// The coefficients c_k(x_j) of a sum of first harmonics at given inputs, and the two contractions
/// with them. Immutable.
final class FirstHarmonicResponses {
  private final int inputs;
  private final int dimension;
  private final double[] re;
  private final double[] im;

  /// @param expert the c_k
  /// @param inputs the n inputs x_j
  FirstHarmonicResponses(FirstHarmonic expert, Inputs inputs) {
    this.inputs = inputs.count();
    this.dimension = expert.parameters();
    this.re = new double[Math.multiplyExact(inputs.count(), dimension)];
    this.im = new double[re.length];
    double[] x = new double[inputs.features()];
    double[] a = new double[dimension];
    double[] b = new double[dimension];
    for (int j = 0; j < inputs.count(); j++) {
      inputs.copyRow(j, x);
      expert.coefficients(x, a, b);
      System.arraycopy(a, 0, re, j * dimension, dimension);
      System.arraycopy(b, 0, im, j * dimension, dimension);
    }
  }

  /// Computes E f_j = Σ_k Re(c̄_k(x_j) z_k).
  ///
  /// @param state begins with Re z, Im z
  /// @param out receives n numbers
  void at(double[] state, double[] out) {
    for (int j = 0; j < inputs; j++) {
      double response = 0;
      for (int k = 0, at = j * dimension; k < dimension; k++, at++) {
        response += re[at] * state[k] + im[at] * state[dimension + k];
      }
      out[j] = response;
    }
  }

  /// Computes h_k = Σ_j r_j c_k(x_j).
  ///
  /// @param residual n numbers r_j
  /// @param hRe receives d real parts
  /// @param hIm receives d imaginary parts
  void pull(double[] residual, double[] hRe, double[] hIm) {
    Arrays.fill(hRe, 0);
    Arrays.fill(hIm, 0);
    for (int j = 0; j < inputs; j++) {
      for (int k = 0, at = j * dimension; k < dimension; k++, at++) {
        hRe[k] += residual[j] * re[at];
        hIm[k] += residual[j] * im[at];
      }
    }
  }
}
