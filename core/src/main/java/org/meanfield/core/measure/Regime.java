package org.meanfield.core.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/// In which regime a cloud trains, at one time: a row of `regime.csv`.
///
/// A kernel that hardly changes and parameters that hardly move are the lazy regime; λ_min near 0
/// with a residual that stays is one in which nothing is learned by a fixed time.
///
/// @param time t
/// @param smallest λ_min(K_t); empty where the kernel is not computed
/// @param norm ‖K_t‖; empty where the kernel is not computed
/// @param residualIntegral ∫₀ᵗ ‖r(s)‖₂ ds
/// @param meanDisplacement (1/N) Σᵢ ‖θᵢ(t) − θᵢ(0)‖₁, lifted: once around is 2π
/// @param largestDisplacement maxᵢ ‖θᵢ(t) − θᵢ(0)‖₁, lifted
/// @param lossDefect L(t) − L(0) + ∫₀ᵗ (1/N) Σᵢ ‖bᵢ‖² ds, 0 along the flow; empty for the limit
public record Regime(
    double time,
    OptionalDouble smallest,
    OptionalDouble norm,
    double residualIntegral,
    double meanDisplacement,
    double largestDisplacement,
    OptionalDouble lossDefect) {
  /// {@return the row of a cloud}
  ///
  /// @param time t
  /// @param kernel K_t, if it was computed and its numbers are finite
  /// @param residualIntegral ∫₀ᵗ ‖r(s)‖₂ ds
  /// @param start the cloud at time 0, N·d numbers, coordinate-major
  /// @param state holds the cloud at time t from its beginning
  /// @param particles N
  /// @param lossDefect L(t) − L(0) + ∫₀ᵗ (1/N) Σᵢ ‖bᵢ‖² ds, where it is known
  public static Regime of(
      double time,
      Optional<TangentKernel.Extremes> kernel,
      double residualIntegral,
      double[] start,
      double[] state,
      int particles,
      OptionalDouble lossDefect) {
    double[] moved = new double[particles];
    for (int row = 0; row < start.length; row += particles) {
      for (int i = 0; i < particles; i++) {
        moved[i] += Math.abs(state[row + i] - start[row + i]);
      }
    }
    double sum = 0;
    double largest = 0;
    for (double length : moved) {
      sum += length;
      largest = Math.max(largest, length);
    }
    return new Regime(
        time,
        kernel.map(k -> OptionalDouble.of(k.smallest())).orElse(OptionalDouble.empty()),
        kernel.map(k -> OptionalDouble.of(k.largest())).orElse(OptionalDouble.empty()),
        residualIntegral,
        sum / particles,
        largest,
        lossDefect);
  }
}
