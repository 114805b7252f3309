package org.meanfield.api.flow;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The flow of independent particles in a given residual, dθᵢ/dt = Σ_j ∇f(θᵢ, x_j) r_j(t): with the
/// residual of the limit these are the McKean processes of eq. (2.7). The state is the cloud,
/// coordinate-major.
public final class DrivenFlow implements VectorField {
  private final Drift drift;
  private final Residual residual;
  private final AtomicReference<double @Nullable []> idle = new AtomicReference<>();

  /// @param drift of the expert bound to n inputs
  /// @param residual r(t)
  public DrivenFlow(Drift drift, Residual residual) {
    this.drift = drift;
    this.residual = residual;
  }

  @Override
  public int dimension() {
    return drift.size();
  }

  @Override
  public void at(double t, double[] state, double[] velocity) {
    double[] spare = idle.getAndSet(null);
    double[] r = spare == null ? new double[drift.inputs()] : spare;
    residual.at(t, r);
    drift.pull(state, r, velocity, 0);
    idle.set(r);
  }
}
