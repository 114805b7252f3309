package org.meanfield.limits.grid;

import java.util.Arrays;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.flow.Drift;

/// A function of n inputs at P fixed points, v_j(θ_i), and the two contractions with it: what a
/// method on a grid needs of an expert, computed once. Immutable.
public final class PointTable {
  private static final int CHUNK = 256;
  private static final int BLOCK = 2048;
  private static final int LITTLE = 1 << 15;

  private final int inputs;
  private final int points;
  private final double[] values;

  private PointTable(int inputs, int points, double[] values) {
    this.inputs = inputs;
    this.points = points;
    this.values = values;
  }

  /// {@return f(θ_i, x_j)}
  ///
  /// @param expert f
  /// @param inputs the x_j
  /// @param cloud the θ_i, coordinate-major
  /// @param workers where it is computed
  public static PointTable values(Expert expert, Inputs inputs, double[] cloud, Workers workers) {
    int dimension = expert.parameters();
    int points = cloud.length / dimension;
    int n = inputs.count();
    double[] values = new double[Math.multiplyExact(n, points)];
    BoundExpert bound = expert.bind(inputs);
    workers.each(
        (points + CHUNK - 1) / CHUNK,
        chunk -> {
          Particles one = new Particles(1, dimension);
          double[] sums = new double[n];
          for (int i = chunk * CHUNK; i < Math.min(points, (chunk + 1) * CHUNK); i++) {
            one.show(cloud, i, points);
            Arrays.fill(sums, 0);
            bound.at(one).addMean(sums);
            for (int j = 0; j < n; j++) {
              values[j * points + i] = sums[j];
            }
          }
        });
    return new PointTable(n, points, values);
  }

  /// {@return ∂_k f(θ_i, x_j), for each k}
  ///
  /// @param expert f
  /// @param inputs the x_j
  /// @param cloud the θ_i, coordinate-major
  /// @param axes the coordinates k wanted
  /// @param workers where it is computed
  public static PointTable[] gradients(
      Expert expert, Inputs inputs, double[] cloud, int[] axes, Workers workers) {
    int dimension = expert.parameters();
    int points = cloud.length / dimension;
    int n = inputs.count();
    Drift drift = new Drift(expert.bind(inputs), points, dimension, n, workers);
    PointTable[] tables = new PointTable[axes.length];
    for (int a = 0; a < axes.length; a++) {
      tables[a] = new PointTable(n, points, new double[Math.multiplyExact(n, points)]);
    }
    double[] velocity = new double[cloud.length];
    double[] unit = new double[n];
    for (int j = 0; j < n; j++) {
      unit[j] = 1;
      drift.pull(cloud, unit, velocity, 0);
      unit[j] = 0;
      for (int a = 0; a < axes.length; a++) {
        System.arraycopy(velocity, axes[a] * points, tables[a].values, j * points, points);
      }
    }
    return tables;
  }

  /// {@return n}
  public int inputs() {
    return inputs;
  }

  /// {@return max_i Σ_k Σ_j v_kj(θ_i)²: of gradients, a bound on the rate at which r may relax}
  ///
  /// @param tables one per k, with the same inputs and as many points
  public static double largestSquare(PointTable[] tables) {
    double largest = 0;
    for (int i = 0; i < tables[0].points; i++) {
      double sum = 0;
      for (PointTable table : tables) {
        for (int at = i; at < table.values.length; at += table.points) {
          sum += table.values[at] * table.values[at];
        }
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /// {@return this table with a stencil applied to each function along every axis}
  ///
  /// @param stencil the stencil
  /// @param grid of the P points
  public PointTable smoothed(SymmetricStencil stencil, TorusGrid grid) {
    double[] changed = values.clone();
    for (int j = 0; j < inputs; j++) {
      for (int axis = 0; axis < grid.dimension(); axis++) {
        stencil.along(changed, j * points, grid, axis);
      }
    }
    return new PointTable(inputs, points, changed);
  }

  /// Computes Σ_i w_i v_j(θ_i).
  ///
  /// @param weights P numbers
  /// @param out receives n numbers
  /// @param workers where it is computed
  public void integrate(double[] weights, double[] out, Workers workers) {
    suited(workers)
        .each(
            inputs,
            j -> {
              double sum = 0;
              for (int i = 0, at = j * points; i < points; i++, at++) {
                sum += weights[i] * values[at];
              }
              out[j] = sum;
            });
  }

  /// Computes Σ_j r_j v_j(θ_i).
  ///
  /// @param residual n numbers
  /// @param out receives P numbers
  /// @param workers where it is computed
  public void combine(double[] residual, double[] out, Workers workers) {
    suited(workers)
        .each(
            (points + BLOCK - 1) / BLOCK,
            block -> {
              int from = block * BLOCK;
              int to = Math.min(points, from + BLOCK);
              Arrays.fill(out, from, to, 0);
              for (int j = 0; j < inputs; j++) {
                double r = residual[j];
                for (int i = from, at = j * points + from; i < to; i++, at++) {
                  out[i] += r * values[at];
                }
              }
            });
  }

  /// Handing out little work takes longer than doing it.
  private Workers suited(Workers workers) {
    return values.length < LITTLE ? Workers.sequential() : workers;
  }
}
