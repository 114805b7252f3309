package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The largest density of μ_t at each recorded time, from the points of the grid in `density.csv`,
/// d ≤ 2.
///
/// Between points a smooth density may rise above all of them, by at most ⅛ |δ²p| along each axis,
/// up to O(h⁴): that is added, so that a bound that rests on the peak is not too good.
final class DensityPeaks {
  private final int axes;
  private final NavigableMap<Double, Double> peaks = new TreeMap<>();

  /// @param density the table
  DensityPeaks(RunTable density) {
    NavigableMap<Double, List<Double>> values = new TreeMap<>();
    this.axes =
        (int)
            density
                .read(row ->
                    values
                        .computeIfAbsent(row.required("time"), t -> new ArrayList<>())
                        .add(row.required("density")))
                .stream()
                .filter(column -> column.startsWith("theta"))
                .count();
    values.forEach((time, all) ->
        peaks.put(time, peak(all.stream().mapToDouble(Double::doubleValue).toArray(), axes)));
  }

  /// {@return the largest density; NaN where it is not known}
  ///
  /// @param d number of parameters
  /// @param time a recorded time
  double at(int d, double time) {
    return d == axes ? peaks.getOrDefault(time, Double.NaN) : Double.NaN;
  }

  /// {@return max_i (p_i + ⅛ Σ_k |p_{i−e_k} − 2p_i + p_{i+e_k}|); NaN if the values fill no grid}
  ///
  /// @param values on a regular grid of the torus, the last coordinate fastest
  /// @param axes d
  static double peak(double[] values, int axes) {
    int perAxis = (int) Math.round(Math.pow(values.length, 1.0 / axes));
    if (axes < 1 || Math.pow(perAxis, axes) != values.length) {
      return Double.NaN;
    }
    double largest = Double.NaN;
    for (int i = 0; i < values.length; i++) {
      double above = 0;
      for (int k = 0, stride = 1; k < axes; k++, stride *= perAxis) {
        int place = i / stride % perAxis;
        double before = values[i + ((place + perAxis - 1) % perAxis - place) * stride];
        double after = values[i + ((place + 1) % perAxis - place) * stride];
        above += Math.abs(before - 2 * values[i] + after) / 8;
      }
      if (!(values[i] + above <= largest)) {
        largest = values[i] + above;
      }
    }
    return largest;
  }
}
