package org.meanfield.integrators;

/// The states inside a step of Dormand and Prince's pair, from the slopes k₁ … k₇ it has anyway:
///
/// u(t + σh) = y + h Σᵢ bᵢ(σ) kᵢ, 0 ≤ σ ≤ 1, bᵢ(σ) = σ (bᵢ + (1 − σ)(ρᵢ + σ(2bᵢ − δᵢ₁ − δᵢ₇ + (1 −
/// σ) dᵢ))) with ρᵢ = δᵢ₁ − bᵢ and b the weights of order 5.
///
/// Values and slopes at both ends are those of the steps, so u is continuous with its slope, and it
/// is of order 4. The term of order h⁵ of its error is, for each of the nine elementary
/// differentials, at most 7.9 times that of the estimate that the step was accepted by, and less
/// than once for those of linear equations.
///
/// **Reference.** L. F. Shampine, *Some practical Runge–Kutta formulas*, Mathematics of Computation
/// 46, 135–150 (1986); E. Hairer, S. P. Nørsett, G. Wanner, *Solving Ordinary Differential
/// Equations I*, 2nd ed., Springer (1993), section II.6, the code `DOPRI5` for the numbers d.
final class ContinuousExtension {
  private static final double[] D = {
    -12715105075.0 / 11282082432.0,
    0,
    87487479700.0 / 32700410799.0,
    -10690763975.0 / 1880347072.0,
    701980252875.0 / 199316789632.0,
    -1453857185.0 / 822651844.0,
    69997945.0 / 29380423.0
  };

  private ContinuousExtension() {}

  /// {@return b₁(σ) … b₇(σ)}
  ///
  /// @param tableau of the pair, with the weights of order 5
  /// @param sigma where in the step, from 0 to 1
  static double[] weights(Tableau tableau, double sigma) {
    double[] weights = new double[D.length];
    double left = 1 - sigma;
    for (int i = 0; i < weights.length; i++) {
      double b = tableau.weight(i);
      double first = i == 0 ? 1 : 0;
      double last = i == weights.length - 1 ? 1 : 0;
      double inner = 2 * b - first - last + left * D[i];
      weights[i] = sigma * (b + left * (first - b + sigma * inner));
    }
    return weights;
  }
}
