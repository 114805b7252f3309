package org.meanfield.api.expert;

import java.util.Optional;
import org.meanfield.api.Particles;

/// An expert bound to n inputs x₀ … x_{n−1}: a map from particles to responses, and its pull-back.
///
/// Gradient flow needs two contractions and nothing else: the responses summed over particles, and
/// the residual-weighted gradient of each particle (the value and the vector–Jacobian product of
/// reverse-mode differentiation). Shareable between threads: working storage belongs to the call.
public interface BoundExpert {
  /// {@return the contractions at the given particles}
  ///
  /// @param theta N particles; must not change while the evaluation is in use
  Evaluation at(Particles theta);

  /// {@return the contractions at the given particles, with the working storage of an evaluation
  /// that is not used any more; as it stands, with storage of its own}
  ///
  /// @param theta N particles; must not change while the evaluation is in use
  /// @param spent made by this expert for as many particles, not to be used again
  default Evaluation at(Particles theta, Evaluation spent) {
    return at(theta);
  }

  /// {@return how responses come from functions that do not depend on the inputs, for an expert
  /// that gains by it: inputs are then met once per cloud, not once per shard of particles}
  default Optional<Expansion> expansion() {
    return Optional.empty();
  }

  /// The two contractions at fixed particles; used by one thread.
  interface Evaluation {
    /// Adds the responses: sums_j += Σᵢ f(θᵢ, x_j), the sum taken in an order that depends on
    /// nothing but the particles.
    ///
    /// @param sums n numbers, added to
    void addMean(double[] sums);

    /// Computes the residual-weighted gradients: velocityᵢ = Σ_j r_j ∇f(θᵢ, x_j) (eq. 3.7).
    ///
    /// @param residual n numbers r_j
    /// @param velocity receives N × d numbers, overwritten; shares no number with the particles
    void pull(double[] residual, Particles velocity);
  }
}
