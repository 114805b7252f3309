package org.meanfield.core.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.DataSet;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.flow.VectorField;

/// The flow of one cell, so that one integration takes everything through the same steps:
///
/// | numbers of the state | move by |
/// |---|---|
/// | N particles, N·d, coordinate-major | their own residual (eq. 3.9) |
/// | their McKean companions, N·d, where there is a limit | the residual of the limit (eq. 2.7) |
/// | ∫ ‖r‖₂ dt, one | the particles' residual |
/// | ∫ (1/N) Σᵢ ‖bᵢ‖² dt, one | the particles' velocities: what the loss must have fallen by |
///
/// The particles may sample their expert; the companions never do.
final class CellFlow implements VectorField {
  private static final int INTEGRALS = 2;

  private final Drift drift;
  private final DataSet data;
  private final @Nullable Companions companions;

  /// Companions of the particles.
  ///
  /// @param drift of the same expert without sampling
  /// @param limit r(t) of the limit on [0, T]
  /// @param horizon T
  record Companions(Drift drift, Residual limit, double horizon) {}

  /// @param drift of the expert bound to the data's inputs
  /// @param data the n data
  /// @param companions null without a limit
  CellFlow(Drift drift, DataSet data, @Nullable Companions companions) {
    this.drift = drift;
    this.data = data;
    this.companions = companions;
  }

  @Override
  public int dimension() {
    return (companions == null ? 1 : 2) * drift.size() + INTEGRALS;
  }

  /// {@return the state at time 0}
  ///
  /// @param particles N·d numbers, coordinate-major
  double[] start(double[] particles) {
    double[] state = Arrays.copyOf(particles, dimension());
    if (companions != null) {
      System.arraycopy(particles, 0, state, particles.length, particles.length);
    }
    return state;
  }

  /// {@return ∫₀ᵗ ‖r(s)‖₂ ds}
  static double residualIntegral(double[] state) {
    return state[state.length - 2];
  }

  /// {@return ∫₀ᵗ (1/N) Σᵢ ‖bᵢ‖² ds}
  static double dissipated(double[] state) {
    return state[state.length - 1];
  }

  @Override
  public void at(double t, double[] state, double[] velocity) {
    double[] residual = new double[data.size()];
    drift.response(state, 0, residual);
    for (int j = 0; j < residual.length; j++) {
      residual[j] = data.target(j) - residual[j];
    }
    drift.pull(state, residual, velocity, 0);
    velocity[velocity.length - 2] = Math.sqrt(squares(residual, residual.length));
    velocity[velocity.length - 1] = squares(velocity, drift.size()) / drift.particles();
    if (companions != null) {
      // The last stage's clock may round to just beyond T, where the limit is not defined.
      companions.limit.at(Math.min(t, companions.horizon), residual);
      companions.drift.pull(state, residual, velocity, drift.size());
    }
  }

  // In four sums side by side, which do not wait for each other.
  private static double squares(double[] values, int count) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int at = 0;
    for (; at + 3 < count; at += 4) {
      a += values[at] * values[at];
      b += values[at + 1] * values[at + 1];
      c += values[at + 2] * values[at + 2];
      d += values[at + 3] * values[at + 3];
    }
    for (; at < count; at++) {
      a += values[at] * values[at];
    }
    return (a + b) + (c + d);
  }
}
