package org.meanfield.api.expert;

import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;

/// One small model f(θ, x) with parameters θ on the torus T^d (eq. 3.1).
///
/// A working expert is `parameters`, `value` and `gradient`; one that can do better than a loop
/// over both overrides [#bind]. Experts are immutable and shareable between threads.
public interface Expert {
  /// {@return the number of parameters d ≥ 1}
  int parameters();

  /// {@return what is known of f for assumption A1: sup|f|, α, β and the period}
  default Regularity regularity() {
    return Regularity.unknown();
  }

  /// {@return f(θ, x)}
  ///
  /// @param theta d lifted angles in radians; not modified
  /// @param x the features of one input; not modified
  double value(double[] theta, double[] x);

  /// Computes ∂f/∂θ_k for k = 0 … d−1.
  ///
  /// @param theta d lifted angles in radians; not modified
  /// @param x the features of one input; not modified
  /// @param out receives d partial derivatives
  void gradient(double[] theta, double[] x, double[] out);

  /// {@return this expert with its inputs fixed, ready for the two contractions of the flow}
  ///
  /// @param inputs n inputs
  default BoundExpert bind(Inputs inputs) {
    return new LoopedExpert(this, inputs);
  }

  /// {@return this expert with the randomness it may draw from; most draw none}
  ///
  /// An expert that samples is a function of seeds, θ and x alone: whoever asks, in whatever order,
  /// on whatever thread, gets the same numbers.
  ///
  /// @param seeds the study's, for this expert
  default Expert seeded(Seeds seeds) {
    return this;
  }

  /// {@return this expert without its sampling noise: what the mean-field limit is taken of}
  default Expert exact() {
    return this;
  }

  /// {@return an estimate of the work and working storage of one drift of one particle}
  ///
  /// @param inputs number of inputs n
  default Workload workload(int inputs) {
    return new Workload(20.0 * inputs * (parameters() + 1), 0);
  }

  /// {@return one line for reports, such as the resolved backend of a circuit}
  default String description() {
    return getClass().getSimpleName();
  }
}
