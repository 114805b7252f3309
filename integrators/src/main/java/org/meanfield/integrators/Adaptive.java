package org.meanfield.integrators;

import org.meanfield.api.plugin.Setting;

/// The settings that all integrators with step control share: a step's error e is kept below 1 in
/// the norm √(mean over unknowns of (e_k / (absolute + relative · |y_k|))²).
final class Adaptive {
  static final Setting<Double> ABSOLUTE =
      Setting.real(
          "absolute",
          1e-8,
          1e-14,
          1,
          "unknowns",
          "the error of a step that is let pass whatever the size of the unknown");
  static final Setting<Double> RELATIVE =
      Setting.real(
          "relative", 1e-8, 1e-14, 1, "", "the error of a step that is let pass, as a part of it");

  private Adaptive() {}
}
