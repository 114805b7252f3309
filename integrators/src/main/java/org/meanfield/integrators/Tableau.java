package org.meanfield.integrators;

import java.util.Arrays;

/// The Butcher tableau of an explicit Runge–Kutta method: s stages, coefficients aᵢⱼ (j < i),
/// weights bᵢ, nodes cᵢ = Σ_j aᵢⱼ. Immutable.
///
/// **Reference.** E. Hairer, S. P. Nørsett, G. Wanner, *Solving Ordinary Differential Equations I*,
/// 2nd ed., Springer 1993, section II.1.
final class Tableau {
  /// Σ bᵢ = 1 may miss by the rounding of a few weights.
  private static final double ROUNDING = 8 * Math.ulp(1.0);

  private final double[] weights;
  private final double[][] rows;
  private final double[] nodes;

  private Tableau(double[] weights, double[][] rows, double[] nodes) {
    this.weights = weights;
    this.rows = rows;
    this.nodes = nodes;
  }

  /// {@return the method with the given numbers}
  ///
  /// @param weights b₁ … b_s, of sum 1; copied
  /// @param rows a₂₁; a₃₁ a₃₂; …: one row for each stage but the first; copied
  static Tableau of(double[] weights, double[]... rows) {
    int stages = weights.length;
    if (rows.length != stages - 1) {
      throw new IllegalArgumentException(
          "%d weights need %d rows, got %d".formatted(stages, stages - 1, rows.length));
    }
    if (!(Math.abs(Arrays.stream(weights).sum() - 1) <= ROUNDING)) {
      throw new IllegalArgumentException("weights must sum to 1, got " + Arrays.toString(weights));
    }
    double[][] lower = new double[stages][];
    double[] nodes = new double[stages];
    lower[0] = new double[0];
    for (int i = 1; i < stages; i++) {
      if (rows[i - 1].length != i) {
        throw new IllegalArgumentException(
            "row %d needs %d numbers, got %d".formatted(i, i, rows[i - 1].length));
      }
      lower[i] = rows[i - 1].clone();
      nodes[i] = Arrays.stream(lower[i]).sum();
    }
    return new Tableau(weights.clone(), lower, nodes);
  }

  /// {@return the number of stages s}
  int stages() {
    return weights.length;
  }

  /// {@return aᵢⱼ}
  ///
  /// @param i the stage, from 0
  /// @param j 0 ≤ j < i
  double coefficient(int i, int j) {
    return rows[i][j];
  }

  /// {@return a copy of aᵢ₁ … aᵢ,ᵢ₋₁, one number for each stage before}
  ///
  /// @param i the stage, from 0
  double[] row(int i) {
    return rows[i].clone();
  }

  /// {@return bᵢ}
  ///
  /// @param i the stage, from 0
  double weight(int i) {
    return weights[i];
  }

  /// {@return cᵢ}
  ///
  /// @param i the stage, from 0
  double node(int i) {
    return nodes[i];
  }
}
