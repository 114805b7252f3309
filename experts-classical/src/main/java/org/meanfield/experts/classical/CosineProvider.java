package org.meanfield.experts.classical;

import java.util.Collections;
import java.util.List;
import org.meanfield.api.BadInput;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.NumbersOrWord;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// Provides [Cosine].
public final class CosineProvider implements ExpertProvider {
  static final Setting<NumbersOrWord> WEIGHTS =
      Setting.numbersOr("weights", "mean", "w_k, one per feature, with Σ|w_k| ≤ 1; mean: 1/d each");
  static final Setting<Integer> FEATURES = Setting.features();

  /// Weights such as ten times 0.1 sum to 1 but for their rounding.
  private static final double ROUNDING = 1e-12;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:cosine",
              "f = Σ_k w_k cos(θ_k − x_k): one cosine per feature, with a limit in closed form.")
          .settings(WEIGHTS, FEATURES)
          // Measured against differences: 1.8e-13, their rounding.
          .claims(new Trait.ExactGradient(1e-11))
          .citing(
              new Citation(
                  "ott-antonsen-2008",
                  "E. Ott, T. M. Antonsen, Low dimensional behavior of large systems of globally"
                      + " coupled oscillators, Chaos 18, 037113 (2008)",
                  "https://doi.org/10.1063/1.2930766"));

  /// For the service loader.
  public CosineProvider() {}

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Expert create(Settings settings) throws BadInput {
    int features = settings.get(FEATURES);
    NumbersOrWord given = settings.get(WEIGHTS);
    if (given.isWord()) {
      return new Cosine(Collections.nCopies(features, 1.0 / features));
    }
    List<Double> weights = given.numbers();
    if (weights.size() != features) {
      throw new BadInput(
          "'weights' has %d numbers, the inputs have %d features; give one number per feature"
              .formatted(weights.size(), features));
    }
    double sum = weights.stream().mapToDouble(Math::abs).sum();
    if (sum > 1 + ROUNDING) {
      throw new BadInput(
          "the absolute values of 'weights' sum to %s, but |f| ≤ 1 needs a sum of at most 1; divide them by %s"
              .formatted(sum, sum));
    }
    return new Cosine(weights);
  }
}
