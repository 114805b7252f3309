package org.meanfield.core.run;

/// How far a cloud's path bends from one step to the next: ρ = ‖v − v′‖/min(‖v‖, ‖v′‖) for the mean
/// velocities v and v′ of two steps, in the Euclidean norm over all particles. To first order it is
/// h ‖θ″‖/‖θ′‖, what decides how well steps of length h resolve the path.
final class Bend {
  private final double[] last;
  private final double[] velocity;
  private double time = Double.NaN;
  private double speed = Double.NaN;

  /// @param size N·d
  Bend(int size) {
    this.last = new double[size];
    this.velocity = new double[size];
  }

  /// {@return ρ between the step that ended and the one before; NaN where there are not two}
  ///
  /// @param t when it ended
  /// @param state holds the cloud from its beginning
  double at(double t, double[] state) {
    double change = 0;
    double squares = 0;
    if (t > time) {
      for (int k = 0; k < last.length; k++) {
        double v = (state[k] - last[k]) / (t - time);
        change += (v - velocity[k]) * (v - velocity[k]);
        squares += v * v;
        velocity[k] = v;
      }
    }
    System.arraycopy(state, 0, last, 0, last.length);
    double speedNow = Double.isNaN(time) ? Double.NaN : Math.sqrt(squares);
    double slower = Math.min(speed, speedNow);
    double bend =
        Double.isNaN(slower)
            ? Double.NaN
            : change == 0 ? 0 : Math.sqrt(change) / Math.max(slower, Double.MIN_NORMAL);
    time = t;
    speed = speedNow;
    return bend;
  }
}
