package org.meanfield.core.measure;

import java.util.OptionalDouble;

/// A constant or bound of the theory for one study: a row of `constants.csv`.
///
/// @param name such as `C` or `alpha_d(16)`
/// @param variant as printed in the paper, corrected, or sharp
/// @param value its value; empty where it is not known, is no double, or is a bound that says
///   nothing
/// @param log10 its decimal logarithm; empty where not known or no double
/// @param log10Log10 the decimal logarithm of that; empty where not known or not defined
/// @param note why something is empty, or what to know; may be empty
public record Constant(
    String name,
    Variant variant,
    OptionalDouble value,
    OptionalDouble log10,
    OptionalDouble log10Log10,
    String note) {
  /// Whose formula it is.
  public enum Variant {
    /// as the paper prints it
    PRINTED,
    /// with the paper's slips mended
    CORRECTED,
    /// a better bound with the same meaning
    SHARP;

    /// {@return the word in tables}
    public String word() {
      return switch (this) {
        case PRINTED -> "printed";
        case CORRECTED -> "corrected";
        case SHARP -> "sharp";
      };
    }
  }

  static Constant known(String name, Variant variant, double value) {
    return Double.isFinite(value)
        ? of(name, variant, Magnitude.of(value), "", OptionalDouble.of(value))
        : unknown(name, variant, "beyond what a double holds");
  }

  static Constant known(String name, Variant variant, Magnitude size) {
    return of(name, variant, size, "", size.value());
  }

  static Constant signed(String name, Variant variant, double value, String note) {
    return new Constant(
        name,
        variant,
        OptionalDouble.of(value),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        note);
  }

  static Constant unknown(String name, Variant variant, String note) {
    return new Constant(
        name,
        variant,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        note);
  }

  /// {@return a bound: without a value where it exceeds what holds for any two clouds}
  static Constant bound(String name, Variant variant, Magnitude size, double trivial) {
    return size.exceeds(trivial)
        ? of(
            name,
            variant,
            size,
            "vacuous: exceeds (πd)² = %.6g, the squared diameter of the torus".formatted(trivial),
            OptionalDouble.empty())
        : of(name, variant, size, "", size.value());
  }

  private static Constant of(
      String name, Variant variant, Magnitude size, String note, OptionalDouble value) {
    return new Constant(name, variant, value, size.log10(), size.log10Log10(), note);
  }
}
