package org.meanfield.api.flow;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.DataSet;

/// The gradient flow of N coupled particles, dθᵢ/dt = Σ_j ∇f(θᵢ, x_j) (y_j − F(x_j)) (eqs.
/// 3.3–3.9): Θ′ = −N ∇L. The state is the cloud, coordinate-major.
public final class GradientFlow implements VectorField {
  private final Drift drift;
  private final double[] targets;
  private final AtomicReference<double @Nullable []> idle = new AtomicReference<>();

  /// @param drift of the expert bound to the data's inputs
  /// @param data the n data
  public GradientFlow(Drift drift, DataSet data) {
    if (drift.inputs() != data.size()) {
      throw new IllegalArgumentException(
          "the drift is bound to %d inputs, the data are %d"
              .formatted(drift.inputs(), data.size()));
    }
    this.drift = drift;
    this.targets = data.targets();
  }

  @Override
  public int dimension() {
    return drift.size();
  }

  @Override
  public void at(double t, double[] state, double[] velocity) {
    double[] spare = idle.getAndSet(null);
    double[] residual = spare == null ? new double[targets.length] : spare;
    residual(state, residual);
    drift.pull(state, residual, velocity, 0);
    idle.set(residual);
  }

  /// Computes r_j = y_j − F(x_j).
  ///
  /// @param state the cloud
  /// @param out receives n numbers
  public void residual(double[] state, double[] out) {
    drift.response(state, 0, out);
    for (int j = 0; j < out.length; j++) {
      out[j] = targets[j] - out[j];
    }
  }
}
