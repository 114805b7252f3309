package org.meanfield.limits.closedform;

import org.meanfield.api.DataSet;
import org.meanfield.api.expert.FirstHarmonic;
import org.meanfield.api.flow.VectorField;

/// The Ott–Antonsen equations of a sum of first harmonics f = Σ_k Re(c̄_k(x) e^{iθ_k}).
///
/// Every characteristic moves by the Riccati equation w′ = ½ (h_k − h̄_k w²), w = e^{iθ_k}, with
/// h_k = Σ_j r_j c_k(x_j): the flow of each coordinate is a Möbius transformation of the unit disc,
///
/// M(w) = (z + e^{iψ} w) / (1 + z̄ e^{iψ} w), z′ = ½ (h − h̄ z²), ψ′ = Im(h z̄), z(0) = ψ(0) = 0.
///
/// From z(0) ≠ 0 the start is the wrapped Cauchy law of that moment, the image of the uniform one,
/// too. The uniform law is carried to the law with E e^{imθ_k} = z_k^m, m ≥ 0, so that E f_j = Σ_k
/// Re(c̄_k(x_j) z_k) closes the system. The state is Re z, Im z, ψ, d numbers each. An evaluation
/// costs O(n·d).
///
/// **References.** E. Ott, T. M. Antonsen, *Low dimensional behavior of large systems of globally
/// coupled oscillators*, Chaos 18, 037113 (2008), eq. 6. S. A. Marvel, R. E. Mirollo, S. H.
/// Strogatz, *Identical phase oscillators with global sinusoidal coupling evolve by Möbius group
/// action*, Chaos 19, 043104 (2009).
final class FirstMoments implements VectorField {
  private final int dimension;
  private final double[] targets;
  private final FirstHarmonicResponses responses;

  /// @param expert the c_k
  /// @param data the x_j and y_j
  FirstMoments(FirstHarmonic expert, DataSet data) {
    this.dimension = expert.parameters();
    this.targets = data.targets();
    this.responses = new FirstHarmonicResponses(expert, data.inputs());
  }

  @Override
  public int dimension() {
    return 3 * dimension;
  }

  /// Computes r_j = y_j − E f_j.
  ///
  /// @param state Re z, Im z, ψ
  /// @param out receives n numbers
  void residual(double[] state, double[] out) {
    responses.at(state, out);
    for (int j = 0; j < targets.length; j++) {
      out[j] = targets[j] - out[j];
    }
  }

  @Override
  public void at(double t, double[] state, double[] velocity) {
    int d = dimension;
    double[] residual = new double[targets.length];
    residual(state, residual);
    double[] hRe = new double[d];
    double[] hIm = new double[d];
    responses.pull(residual, hRe, hIm);
    for (int k = 0; k < d; k++) {
      double a = state[k];
      double b = state[d + k];
      double squareRe = a * a - b * b;
      double squareIm = 2 * a * b;
      velocity[k] = (hRe[k] - hRe[k] * squareRe - hIm[k] * squareIm) / 2;
      velocity[d + k] = (hIm[k] - hRe[k] * squareIm + hIm[k] * squareRe) / 2;
      velocity[2 * d + k] = hIm[k] * a - hRe[k] * b;
    }
  }
}
