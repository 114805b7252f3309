package org.meanfield.core.run;

import java.util.Optional;
import org.meanfield.api.DataSet;
import org.meanfield.api.flow.Drift;
import org.meanfield.core.measure.TangentKernel;

/// Holds a cloud against r′ = −K r: the responses change along the velocities as F′ = K r says.
///
/// F′ is a central difference of order 4 along θᵢ + s bᵢ in steps of at most [#REACH] in ℓ₁: with
/// derivatives of size 1 it errs by 3e−10 of the largest speed, with responses rounded to 24 bits
/// by 1e−5 of it. Where f turns faster, the difference at twice the length tells, and ten times
/// what the two differ by is allowed besides [#TOLERANCE].
final class ResidualIdentity {
  /// How far one step moves the fastest particle, in radians.
  private static final double REACH = 1e-2;

  /// What F′ may miss K r by, of the largest ‖bᵢ‖₁.
  private static final double TOLERANCE = 1e-4;

  private static final double TIMES_THE_SPREAD = 10;

  private final Drift drift;
  private final DataSet data;

  /// @param drift of the expert bound to the data's inputs
  /// @param data the n data
  ResidualIdentity(Drift drift, DataSet data) {
    this.drift = drift;
    this.data = data;
  }

  /// {@return how far the identity is missed beyond what is allowed; empty if it is not}
  ///
  /// @param cloud N·d numbers from its beginning
  /// @param kernel of that cloud
  Optional<String> violation(double[] cloud, TangentKernel kernel) {
    double[] residual = new double[data.size()];
    drift.response(cloud, 0, residual);
    for (int j = 0; j < residual.length; j++) {
      residual[j] = data.target(j) - residual[j];
    }
    double[] velocity = new double[drift.size()];
    drift.pull(cloud, residual, velocity, 0);
    double speed = fastest(velocity);
    if (speed == 0) {
      return Optional.empty();
    }
    double h = REACH / speed;
    double[] one = difference(cloud, velocity, h);
    double[] two = difference(cloud, velocity, 2 * h);
    double[] four = difference(cloud, velocity, 4 * h);
    double[] predicted = kernel.times(residual);
    double spread = 0;
    double miss = 0;
    int worst = 0;
    for (int j = 0; j < residual.length; j++) {
      double change = (4 * one[j] - two[j]) / 3;
      spread = Math.max(spread, Math.abs(change - (4 * two[j] - four[j]) / 3));
      if (!(Math.abs(change - predicted[j]) <= miss)) {
        miss = Math.abs(change - predicted[j]);
        worst = j;
      }
    }
    if (miss <= TOLERANCE * speed + TIMES_THE_SPREAD * spread) {
      return Optional.empty();
    }
    return Optional.of(
        "F′ at datum %d is %.6g, but K r is %.6g"
            .formatted(worst, (4 * one[worst] - two[worst]) / 3, predicted[worst]));
  }

  private double fastest(double[] velocity) {
    double fastest = 0;
    for (int i = 0; i < drift.particles(); i++) {
      double length = 0;
      for (int at = i; at < velocity.length; at += drift.particles()) {
        length += Math.abs(velocity[at]);
      }
      fastest = Math.max(fastest, length);
    }
    return fastest;
  }

  /// (F(θ + h b) − F(θ − h b)) / 2h.
  private double[] difference(double[] cloud, double[] velocity, double h) {
    double[] ahead = response(cloud, velocity, h);
    double[] behind = response(cloud, velocity, -h);
    for (int j = 0; j < ahead.length; j++) {
      ahead[j] = (ahead[j] - behind[j]) / (2 * h);
    }
    return ahead;
  }

  private double[] response(double[] cloud, double[] velocity, double h) {
    double[] moved = new double[velocity.length];
    for (int at = 0; at < moved.length; at++) {
      moved[at] = cloud[at] + h * velocity[at];
    }
    double[] response = new double[data.size()];
    drift.response(moved, 0, response);
    return response;
  }
}
