package org.meanfield.core.measure;

/// How far N independent points are from the law they are drawn from: bounds of E W2²(μ̄_N, μ) on
/// T^d with the ℓ1 metric, for every law μ and every N, without unknown constants.
///
/// @param dimension d
public record SamplingError(int dimension) {
  /// {@return an upper bound for any law}
  ///
  /// Cut the torus of diameter D = πd into 2^{dk} cubes of diameter 2D·2^{−k}, k = 1 … K. Moving
  /// the surplus of each cube inside the next larger one costs, summed over levels,
  ///
  /// W2² ≤ D² \[4^{1−K} + Σ_k min(1, 4^{2−k}) Σ_Q |μ̄_N(Q) − μ(Q)|\], and E Σ_Q |μ̄_N(Q) − μ(Q)| ≤
  /// Σ_Q (μ(Q)/N)^½ ≤ (2^{dk}/N)^½ and ≤ 2;
  ///
  /// the best K is taken, and D² if that is less.
  ///
  /// **Reference.** J. Weed, F. Bach, *Sharp asymptotic and finite-sample rates of convergence of
  /// empirical measures in Wasserstein distance*, Bernoulli 25 (2019), proposition 1.
  ///
  /// @param points N ≥ 1
  public double upper(double points) {
    double diameter = Math.PI * dimension;
    double best = 1;
    double surplus = 0;
    for (int k = 1; k <= 60; k++) {
      double differences = Math.min(2, Math.sqrt(Math.pow(2, (double) dimension * k) / points));
      surplus += Math.min(1, Math.pow(4, 2 - k)) * differences;
      best = Math.min(best, Math.pow(4, 1 - k) + surplus);
    }
    return diameter * diameter * best;
  }

  /// {@return a lower bound for the uniform law, whatever the N points: π² d/(d+2) (d!/N)^{2/d}}
  ///
  /// Each point takes the mass 1/N from around it, at best from the ℓ1 ball of that volume,
  /// (2r)^d/d! = (2π)^d/N, whose mean squared radius is r² d/(d+2).
  ///
  /// @param points N ≥ 1
  public double lower(double points) {
    return lowerAt(points, 0);
  }

  /// {@return a lower bound for a law that has a density p, whatever the N points: r² d/(d+2) with
  /// (2r)^d/d! = 1/(N sup p)}
  ///
  /// The mass 1/N fills at least that volume.
  ///
  /// @param points N ≥ 1
  /// @param largestDensity sup p, at least (2π)^{−d}
  public double lower(double points, double largestDensity) {
    return lowerAt(points, Math.log(largestDensity) + dimension * Math.log(2 * Math.PI));
  }

  /// {@return the bound}
  ///
  /// @param crowding ln (sup p / (2π)^{−d})
  private double lowerAt(double points, double crowding) {
    double lnFactorial = 0;
    for (int k = 2; k <= dimension; k++) {
      lnFactorial += Math.log(k);
    }
    double radius = Math.PI * Math.exp((lnFactorial - Math.log(points) - crowding) / dimension);
    return radius * radius * dimension / (dimension + 2.0);
  }
}
