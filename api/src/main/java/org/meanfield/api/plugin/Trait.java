package org.meanfield.api.plugin;

/// A claim of a provider that the testkit measures.
public sealed interface Trait {
  /// An integrator's global error falls like step^p.
  ///
  /// @param p the order, ≥ 1
  record Order(int p) implements Trait {}

  /// An integrator chooses its steps: on smooth problems over a few units of time its global error
  /// is at most `multiple` times the tolerance that both settings are given.
  ///
  /// @param multiple > 0
  /// @param absolute the name of the setting for the absolute tolerance
  /// @param relative the name of the setting for the relative tolerance
  record Tolerance(double multiple, String absolute, String relative) implements Trait {}

  /// A transport solver's gap is round-off: cost − lowerBound ≤ relative · max(1, cost).
  ///
  /// @param relative the largest gap
  record Certified(double relative) implements Trait {}

  /// A transport solver takes any number of points with any weights.
  record AnyWeights() implements Trait {}

  /// A transport solver moves clouds onto densities, not onto clouds.
  record ServesDensities() implements Trait {}

  /// A limit solver's E_{μ_t} f is right to `absolute` on the exact cases it serves.
  ///
  /// @param absolute the largest error
  record Accurate(double absolute) implements Trait {}

  /// A limit solver's error of E_{μ_t} f falls like resolution^−p.
  ///
  /// @param p the order, ≥ 1
  /// @param resolution the name of the setting that is refined, such as `points`
  /// @param scheme the value of its setting `scheme` that has this order; empty if there is none
  record LimitOrder(int p, String resolution, String scheme) implements Trait {}

  /// A limit solver's error of E_{μ_t} f falls like ρ^{c·resolution} for a law with E e^{imθ} =
  /// ρ^m, 0 < ρ < 1.
  ///
  /// @param exponent c > 0
  /// @param resolution the name of the setting that is refined, such as `points`
  record LimitExponential(double exponent, String resolution) implements Trait {}

  /// An expert's or backend's gradient agrees with differences to `absolute`.
  ///
  /// @param absolute the largest error
  record ExactGradient(double absolute) implements Trait {}

  /// A backend rounds more where a setting says so, in exchange for speed: its values and gradients
  /// then err by more than it claims otherwise.
  ///
  /// @param setting the setting's name, such as `precision`
  /// @param word its value, such as `single`
  /// @param values the largest error of f where |f| ≤ 1
  /// @param gradients the largest error of ∂_k f
  record Rounded(String setting, String word, double values, double gradients) implements Trait {}
}
