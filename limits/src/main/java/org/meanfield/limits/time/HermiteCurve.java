package org.meanfield.limits.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meanfield.api.flow.Residual;

/// A function of time on [0, T] by its values and slopes at the ends of each step, cubic between:
/// the error within a step is O(Δt⁴). Continuous with its slope; immutable.
public final class HermiteCurve implements Residual {
  private final double[] times;
  private final List<double[]> values;
  private final List<double[]> slopes;

  private HermiteCurve(double[] times, List<double[]> values, List<double[]> slopes) {
    this.times = times;
    this.values = values;
    this.slopes = slopes;
  }

  /// {@inheritDoc}
  ///
  /// @param t in [0, T]; beyond it by no more than the rounding of an integrator's clock
  @Override
  public void at(double t, double[] out) {
    double horizon = times[times.length - 1];
    double slack = 1e-9 * horizon;
    if (!(t >= -slack && t <= horizon + slack)) {
      throw new IllegalArgumentException(
          "the residual of the limit is known on [0, %s], asked at %s".formatted(horizon, t));
    }
    int found = Arrays.binarySearch(times, t);
    int step = Math.clamp(found >= 0 ? found : -found - 2, 0, Math.max(0, times.length - 2));
    if (times.length == 1) {
      System.arraycopy(values.getFirst(), 0, out, 0, values.getFirst().length);
      return;
    }
    double length = times[step + 1] - times[step];
    between(
        values.get(step),
        slopes.get(step),
        values.get(step + 1),
        slopes.get(step + 1),
        length,
        (t - times[step]) / length,
        out);
  }

  /// Computes the cubic with given values and slopes at both ends of a step.
  ///
  /// @param from values at the beginning
  /// @param fromSlope slopes there
  /// @param to values at the end
  /// @param toSlope slopes there
  /// @param length Δt
  /// @param s in [0, 1], where in the step
  /// @param out receives the values
  public static void between(
      double[] from,
      double[] fromSlope,
      double[] to,
      double[] toSlope,
      double length,
      double s,
      double[] out) {
    double up = s * s * (3 - 2 * s);
    double a = length * s * (1 - s) * (1 - s);
    double b = -length * s * s * (1 - s);
    for (int j = 0; j < from.length; j++) {
      out[j] = from[j] + up * (to[j] - from[j]) + a * fromSlope[j] + b * toSlope[j];
    }
  }

  /// Collects a curve step by step.
  public static final class Builder {
    private final List<Double> times = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final List<double[]> slopes = new ArrayList<>();

    /// Adds the next time.
    ///
    /// @param t later than the last one
    /// @param value copied
    /// @param slope copied
    public void add(double t, double[] value, double[] slope) {
      times.add(t);
      values.add(value.clone());
      slopes.add(slope.clone());
    }

    /// {@return the curve up to the last time}
    public HermiteCurve build() {
      return new HermiteCurve(
          times.stream().mapToDouble(Double::doubleValue).toArray(),
          List.copyOf(values),
          List.copyOf(slopes));
    }
  }
}
