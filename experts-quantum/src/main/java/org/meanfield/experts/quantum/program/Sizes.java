package org.meanfield.experts.quantum.program;

import org.meanfield.api.Particles;

/// What a circuit bound to its inputs is given must have these sizes.
///
/// @param parameters d, the dimension of particles
/// @param inputs n, the length of sums and residuals
public record Sizes(int parameters, int inputs) {
  /// Refuses particles of another dimension.
  ///
  /// @param theta particles
  public void requireParticles(Particles theta) {
    if (theta.dimension() != parameters) {
      throw new IllegalArgumentException(
          "the circuit has %d parameters, the particles have dimension %d"
              .formatted(parameters, theta.dimension()));
    }
  }

  /// Refuses sums that are not one per input.
  ///
  /// @param sums n numbers
  public void requireSums(double[] sums) {
    require(sums.length, "sums");
  }

  /// Refuses residuals that are not one per input, and velocities that are not one per particle.
  ///
  /// @param residual n numbers
  /// @param velocity as many particles of the same dimension as `theta`
  /// @param theta particles
  public void requirePull(double[] residual, Particles velocity, Particles theta) {
    require(residual.length, "residuals");
    if (velocity.count() != theta.count() || velocity.dimension() != theta.dimension()) {
      throw new IllegalArgumentException(
          "velocities of %d particles of dimension %d do not fit %d particles of dimension %d"
              .formatted(velocity.count(), velocity.dimension(), theta.count(), theta.dimension()));
    }
  }

  private void require(int length, String what) {
    if (length != inputs) {
      throw new IllegalArgumentException(
          "the circuit is bound to %d inputs, got %d %s".formatted(inputs, length, what));
    }
  }
}
