package org.meanfield.transport.entropic;

import java.util.List;
import java.util.Locale;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;

/// What can be set of entropic transport.
///
/// @param epsilon ε, or its ratio to the median cost
/// @param relative which of the two
/// @param tolerance largest ℓ1 error of the marginals before rounding
/// @param iterations most iterations
/// @param mode how kernels are had
/// @param accelerated whether iterations are over-relaxed
record SinkhornSettings(
    double epsilon,
    boolean relative,
    double tolerance,
    int iterations,
    Entropic.Mode mode,
    boolean accelerated) {
  static final Setting<Double> EPSILON =
      Setting.positive("epsilon", 0.05, "cost", "the weight of the entropy, on the given scale");

  static final Setting<String> SCALE =
      Setting.choice(
          "scale",
          "relative",
          "whether epsilon is a multiple of the median cost or a cost itself",
          List.of("relative", "absolute"));

  static final Setting<Double> TOLERANCE =
      Setting.real("tolerance", 1e-6, 1e-14, 1, "mass", "the ℓ1 error of the marginals to reach");

  static final Setting<Integer> ITERATIONS =
      Setting.integer(
          "iterations",
          20_000,
          1,
          Integer.MAX_VALUE,
          "the most iterations, on all clouds together");

  static final Setting<String> MODE =
      Setting.choice(
          "mode",
          "auto",
          "whether kernels are all stored, listed where they matter, or evaluated each time",
          List.of("auto", "dense", "sparse", "online"));

  static final Setting<Boolean> ACCELERATE =
      Setting.flag("accelerate", true, "whether iterations are over-relaxed");

  static final Setting<?>[] ALL = {EPSILON, SCALE, TOLERANCE, ITERATIONS, MODE, ACCELERATE};

  static SinkhornSettings of(Settings settings) {
    return new SinkhornSettings(
        settings.get(EPSILON),
        settings.get(SCALE).equals("relative"),
        settings.get(TOLERANCE),
        settings.get(ITERATIONS),
        Entropic.Mode.valueOf(settings.get(MODE).toUpperCase(Locale.ROOT)),
        settings.get(ACCELERATE));
  }

  /// {@return ε for costs of a size}
  double epsilonFor(double median) {
    double target = relative ? epsilon * median : epsilon;
    // If all costs are zero any coupling is optimal, and any ε finds one.
    return target > 0 ? target : epsilon;
  }

  /// {@return a descent}
  ///
  /// @param memory bytes that kernels may take where the mode leaves it open
  Entropic descent(long memory) {
    return new Entropic(tolerance, iterations, mode, accelerated, memory);
  }
}
