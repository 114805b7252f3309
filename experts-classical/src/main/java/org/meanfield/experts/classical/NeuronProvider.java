package org.meanfield.experts.classical;

import java.util.List;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// Provides [Neuron].
public final class NeuronProvider implements ExpertProvider {
  static final Setting<Double> SCALE =
      Setting.positive("scale", 1, "", "s, the largest weight of a feature and of the bias");
  static final Setting<String> ACTIVATION =
      Setting.choice("activation", "tanh", "σ", List.of("tanh", "sine"));
  static final Setting<String> WEIGHTS =
      Setting.choice(
          "weights",
          "sine",
          "s sin θ, or plain θ, in which f is not periodic and assumption A1 is broken",
          List.of("sine", "plain"));
  static final Setting<Double> LARGEST_INPUT =
      Setting.positive(
          "largest-input",
          Math.PI / 2,
          "of a feature",
          "the largest |x_k|, for the bounds α and β");
  static final Setting<Integer> FEATURES = Setting.features();

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:neuron",
              "f = σ(s (Σ_k x_k sin θ_k + sin θ_b)): a neuron with periodic weights and bias.")
          .settings(SCALE, ACTIVATION, WEIGHTS, LARGEST_INPUT, FEATURES)
          // Measured against differences: 4.4e-13 at the default scale, their rounding.
          .claims(new Trait.ExactGradient(1e-11))
          .citing(
              new Citation(
                  "mei-montanari-nguyen-2018",
                  "S. Mei, A. Montanari, P.-M. Nguyen, A mean field view of the landscape of"
                      + " two-layer neural networks, PNAS 115, E7665–E7671 (2018)",
                  "https://doi.org/10.1073/pnas.1806579115"));

  /// For the service loader.
  public NeuronProvider() {}

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Expert create(Settings settings) {
    int features = settings.get(FEATURES);
    double scale = settings.get(SCALE);
    Activation activation =
        settings.get(ACTIVATION).equals("sine") ? Activation.SINE : Activation.TANH;
    double largest = settings.get(LARGEST_INPUT);
    Weights weights = settings.get(WEIGHTS).equals("plain") ? Weights.PLAIN : Weights.SINE;
    return new Neuron(features, scale, activation, weights, largest);
  }
}
