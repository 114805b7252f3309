package org.meanfield.experts.quantum.shots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.experts.quantum.program.Remedy;

/// Partial derivatives out of values: ∂_k f(θ) = Σ_μ w_μ f(θ + s_μ e_k), exact for trigonometric
/// polynomials.
///
/// With frequencies ω, 2ω, …, Rω there are 2R shifts s_μ = (2μ − 1)π/(2Rω) with weights w_μ = ω
/// (−1)^{μ−1}/(4R sin²((2μ − 1)π/(4R))); for R = 1 and ω = 1 that is ½ (f(θ + π/2) − f(θ − π/2)).
///
/// **Reference.** D. Wierichs, J. Izaac, C. Wang, C. Y.-Y. Lin, *General parameter-shift rules for
/// quantum gradients*, Quantum 6, 677 (2022), section 3.2.
///
/// @param shifts per parameter
record ShiftRule(List<List<Shift>> shifts) {
  /// One value and what it counts.
  ///
  /// @param by s
  /// @param weight w
  record Shift(double by, double weight) {}

  /// The most values per derivative.
  private static final int MOST_SHIFTS = 200;

  /// Copies the lists.
  ///
  /// @param shifts per parameter
  ShiftRule {
    shifts = shifts.stream().map(List::copyOf).toList();
  }

  /// {@return why a circuit has no rule; empty if it has one}
  static Optional<String> refusal(Circuit circuit) {
    for (int k = 0; k < circuit.parameters(); k++) {
      if (Double.isInfinite(circuit.period(k)) || 2 * degree(circuit, k) > MOST_SHIFTS) {
        return Optional.of(
            "the parameter-shift rule needs few frequencies, but parameter %d turns by multiples %s"
                    .formatted(k, circuit.scales(k))
                + Remedy.AUTO);
      }
    }
    return Optional.empty();
  }

  /// {@return the rule of a circuit}
  ///
  /// @throws IllegalArgumentException if it has none, with the [#refusal]
  static ShiftRule of(Circuit circuit) {
    Optional<String> refusal = refusal(circuit);
    if (refusal.isPresent()) {
      throw new IllegalArgumentException(refusal.get());
    }
    List<List<Shift>> all = new ArrayList<>();
    for (int k = 0; k < circuit.parameters(); k++) {
      double omega = 2 * Math.PI / circuit.period(k);
      double r = degree(circuit, k);
      List<Shift> shifts = new ArrayList<>();
      for (int mu = 1; mu <= 2 * r; mu++) {
        double sine = Math.sin((2 * mu - 1) * Math.PI / (4 * r));
        double weight = omega / (4 * r * sine * sine);
        shifts.add(
            new Shift((2 * mu - 1) * Math.PI / (2 * r * omega), mu % 2 == 1 ? weight : -weight));
      }
      all.add(shifts);
    }
    return new ShiftRule(all);
  }

  private static double degree(Circuit circuit, int k) {
    double sum = circuit.scales(k).stream().mapToDouble(Math::abs).sum();
    return Math.rint(sum * circuit.period(k) / (2 * Math.PI));
  }

  /// {@return how many values one gradient takes}
  int evaluations() {
    return shifts.stream().mapToInt(List::size).sum();
  }
}
