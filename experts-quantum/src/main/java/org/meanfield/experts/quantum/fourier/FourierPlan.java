package org.meanfield.experts.quantum.fourier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.experts.quantum.program.Remedy;

/// The frequencies of a circuit: f(θ, x) = Σ_t T_t(x) Π_k φ_{k,t_k}(θ_k) with φ_k = (1, cos ω_kθ,
/// sin ω_kθ, …, cos D_kω_kθ, sin D_kω_kθ).
///
/// A rotation by aθ_k contributes frequencies −a, 0 and a, so with ω_k = 2π/period the degree is
/// D_k = Σ|a|/ω_k: 1 for one Pauli rotation, 2 in ω = ½ for a controlled one.
///
/// Parameters come in two groups, so that both contractions are products of a matrix and vectors:
/// coefficient (s, t) of the groups' features is number `s·second.terms + t`.
///
/// **Reference.** M. Schuld, R. Sweke, J. J. Meyer, *Effect of data encoding on the expressive
/// power of variational quantum-machine-learning models*, Phys. Rev. A 103, 032430 (2021), section
/// II, with parameters in the place of data.
///
/// @param first the parameters 0 … r−1
/// @param second the parameters r … d−1
record FourierPlan(FourierFeatures first, FourierFeatures second) {
  /// The most parameters.
  static final int MOST_PARAMETERS = 8;

  /// The most coefficients per input, half a mebibyte; eight Pauli rotations have 3^8 = 6561.
  private static final double MOST_TERMS = 1 << 16;

  /// The most qubits: the state is turned anew for every coefficient.
  private static final int MOST_QUBITS = 20;

  /// {@return why a circuit has no plan; empty if it has one}
  static Optional<String> refusal(Circuit circuit) {
    if (circuit.isNoisy()) {
      return Optional.of("fourier takes no noise" + Remedy.AUTO);
    }
    if (circuit.parameters() > MOST_PARAMETERS) {
      return Optional.of(
          "fourier takes at most %d parameters, the circuit has %d"
                  .formatted(MOST_PARAMETERS, circuit.parameters())
              + Remedy.AUTO);
    }
    if (circuit.qubits() > MOST_QUBITS) {
      return Optional.of(
          "fourier takes at most %d qubits, the circuit has %d"
                  .formatted(MOST_QUBITS, circuit.qubits())
              + Remedy.FEWER_QUBITS);
    }
    for (int k = 0; k < circuit.parameters(); k++) {
      if (Double.isInfinite(circuit.period(k))) {
        return Optional.of(
            "fourier needs a period, but parameter %d turns by multiples %s that have no common divisor"
                    .formatted(k, circuit.scales(k))
                + Remedy.AUTO);
      }
    }
    double terms = 1;
    for (Harmonics harmonics : harmonics(circuit)) {
      terms *= harmonics.terms();
    }
    return terms > MOST_TERMS
        ? Optional.of(
            "fourier would need %.0f coefficients per input (> %.0f)".formatted(terms, MOST_TERMS)
                + Remedy.AUTO)
        : Optional.empty();
  }

  /// {@return the plan of a circuit}
  ///
  /// @throws IllegalArgumentException if it has none, with the [#refusal]
  static FourierPlan of(Circuit circuit) {
    Optional<String> refusal = refusal(circuit);
    if (refusal.isPresent()) {
      throw new IllegalArgumentException(refusal.get());
    }
    List<Harmonics> all = harmonics(circuit);
    FourierPlan best = split(all, 0);
    for (int r = 1; r <= all.size(); r++) {
      FourierPlan plan = split(all, r);
      if (plan.rows() < best.rows()) {
        best = plan;
      }
    }
    return best;
  }

  private static FourierPlan split(List<Harmonics> all, int r) {
    return new FourierPlan(
        new FourierFeatures(0, all.subList(0, r)),
        new FourierFeatures(r, all.subList(r, all.size())));
  }

  private static List<Harmonics> harmonics(Circuit circuit) {
    List<Harmonics> all = new ArrayList<>();
    for (int k = 0; k < circuit.parameters(); k++) {
      double period = circuit.period(k);
      double frequency = period == 0 ? 0 : 2 * Math.PI / period;
      double sum = circuit.scales(k).stream().mapToDouble(Math::abs).sum();
      all.add(new Harmonics(frequency, period == 0 ? 0 : Math.rint(sum / frequency)));
    }
    return all;
  }

  private int rows() {
    return first.terms() + second.terms();
  }

  /// {@return how many coefficients f has at one input}
  int terms() {
    return first.terms() * second.terms();
  }

  /// {@return d}
  int parameters() {
    return first.parameters().size() + second.parameters().size();
  }

  /// {@return how many nodes the grid has along parameter k}
  int nodes(int k) {
    return (int) harmonics(k).terms();
  }

  /// {@return the angle θ_k of a node}
  ///
  /// @param k the parameter
  /// @param t 0 ≤ t < nodes(k)
  double angle(int k, int t) {
    return t == 0 ? 0 : t * (2 * Math.PI / nodes(k)) / harmonics(k).frequency();
  }

  /// Reads the number of a node.
  ///
  /// @param node its number
  /// @param steps receives t_k for all parameters
  void node(int node, int[] steps) {
    first.node(node / second.terms(), steps);
    second.node(node % second.terms(), steps);
  }

  private Harmonics harmonics(int k) {
    return k < second.from()
        ? first.parameters().get(k)
        : second.parameters().get(k - second.from());
  }

  /// The functions 1, cos pωθ, sin pωθ for p = 1 … D.
  ///
  /// @param frequency ω
  /// @param degree D, a whole number that may be large
  record Harmonics(double frequency, double degree) {
    /// {@return 2D + 1}
    double terms() {
      return 2 * degree + 1;
    }
  }
}
