package org.meanfield.experts.quantum.program;

import java.util.List;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// How numbers are kept that differ between particles: amplitudes of states, coefficients of
/// strings, cosines and sines. Angles, what is summed over particles, and velocities are in double
/// precision always.
public enum Precision {
  /// 53 bits.
  DOUBLE,

  /// 24 bits: twice as many particles in a vector.
  SINGLE;

  /// The setting of a backend that offers both.
  public static final Setting<String> SETTING =
      Setting.choice(
          "precision",
          "double",
          "of amplitudes and coefficients; single is faster and errs by up to 1e-6",
          List.of("double", "single"));

  /// What single precision may err by where |f| ≤ 1. Measured on random circuits of every kind of
  /// gate on up to 6 qubits, some hundred rotations each: values 2.1e−7 and gradients 4.1e−7 by
  /// strings; 6.0e−7 and 6.8e−7 by states, 8.6e−7 and 2.2e−6 where they are too large to keep.
  public static final Trait.Rounded CLAIM =
      new Trait.Rounded(SETTING.name(), SINGLE.word(), 1e-6, 3e-6);

  /// {@return the precision that settings ask for}
  ///
  /// @param settings with [#SETTING]
  public static Precision of(Settings settings) {
    return settings.get(SETTING).equals(SINGLE.word()) ? SINGLE : DOUBLE;
  }

  /// {@return its name in a study}
  public String word() {
    return this == SINGLE ? "single" : "double";
  }

  /// {@return what a description says of it, `, single precision` or nothing}
  public String remark() {
    return this == SINGLE ? ", single precision" : "";
  }
}
