package org.meanfield.api.expert;

/// An expert that is a sum of first harmonics, one per parameter: f(θ, x) = Σ_k Re(c̄_k(x)
/// e^{iθ_k}) = Σ_k (Re c_k cos θ_k + Im c_k sin θ_k).
///
/// Its mean-field limit from the uniform law is known in closed form: a product of wrapped Cauchy
/// laws whose first moments z_k solve z_k′ = ½ (h_k − h̄_k z_k²) with h_k = Σ_j r_j c_k(x_j).
///
/// **Reference.** E. Ott, T. M. Antonsen, *Low dimensional behavior of large systems of globally
/// coupled oscillators*, Chaos 18, 037113 (2008), eq. 6.
public interface FirstHarmonic extends Expert {
  /// Computes the coefficients c_k(x), k = 0 … d−1.
  ///
  /// @param x the features of one input; not modified
  /// @param re receives d real parts
  /// @param im receives d imaginary parts
  void coefficients(double[] x, double[] re, double[] im);
}
