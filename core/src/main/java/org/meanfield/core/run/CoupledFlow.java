package org.meanfield.core.run;

import org.meanfield.api.DataSet;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.flow.VectorField;

/// N particles and, behind them in one state, their McKean companions: the particles move by their
/// own residual (eq. 3.9), the companions by that of the limit (eq. 2.7), so one integration takes
/// both through the same steps.
///
/// The particles may sample their expert; the companions never do.
///
/// The state is \[particles | companions\], each coordinate-major, 2·N·d numbers.
final class CoupledFlow implements VectorField {
  private final Drift drift;
  private final Drift companions;
  private final DataSet data;
  private final Residual limit;
  private final double horizon;

  /// @param drift of the expert bound to the data's inputs
  /// @param companions of the same expert without sampling
  /// @param data the n data
  /// @param limit r(t) of the limit on [0, T]
  /// @param horizon T
  CoupledFlow(Drift drift, Drift companions, DataSet data, Residual limit, double horizon) {
    this.drift = drift;
    this.companions = companions;
    this.data = data;
    this.limit = limit;
    this.horizon = horizon;
  }

  @Override
  public int dimension() {
    return 2 * drift.size();
  }

  @Override
  public void at(double t, double[] state, double[] velocity) {
    double[] residual = new double[data.size()];
    drift.response(state, 0, residual);
    for (int j = 0; j < residual.length; j++) {
      residual[j] = data.target(j) - residual[j];
    }
    drift.pull(state, residual, velocity, 0);
    // The last stage's clock may round to just beyond T, where the limit is not defined.
    limit.at(Math.min(t, horizon), residual);
    companions.pull(state, residual, velocity, drift.size());
  }
}
