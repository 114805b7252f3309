package org.meanfield.core.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.meanfield.api.Inputs;
import org.meanfield.core.linear.Eigenvectors;

/// Projection on the directions of largest variance: x ↦ (⟨v_1, x − m⟩, …, ⟨v_k, x − m⟩) with m the
/// mean and v_i the orthonormal eigenvectors of the covariance (1/n) Σ_j (x_j − m)(x_j − m)ᵀ,
/// largest eigenvalue first.
///
/// The sign of v_i is fixed by its entry of largest modulus (the first of several) being positive.
/// Cost O(n p² + p³) for p columns.
///
/// **Reference.** I. T. Jolliffe, *Principal Component Analysis*, 2nd ed., Springer 2002, §1.1.
final class PrincipalComponents implements ColumnMap {
  private final double[] mean;
  private final double[] values;
  private final double[][] directions;
  private final int kept;

  private PrincipalComponents(double[] mean, double[] values, double[][] directions, int kept) {
    this.mean = mean;
    this.values = values;
    this.directions = directions;
    this.kept = kept;
  }

  /// {@return all components of the given inputs}
  ///
  /// @param inputs at least one
  static PrincipalComponents fit(Inputs inputs) {
    double[] mean = Columns.means(inputs);
    Eigenvectors eigen = new Eigenvectors(covariance(inputs, mean));
    double[] values = Arrays.stream(eigen.values()).map(value -> Math.max(0, value)).toArray();
    double[][] directions = new double[mean.length][];
    Arrays.setAll(directions, i -> signed(eigen.vector(i)));
    return new PrincipalComponents(mean, values, directions, mean.length);
  }

  private static double[][] covariance(Inputs inputs, double[] mean) {
    int p = mean.length;
    double[][] sums = new double[p][p];
    double[] row = new double[p];
    for (int j = 0; j < inputs.count(); j++) {
      inputs.copyRow(j, row);
      for (int a = 0; a < p; a++) {
        for (int b = 0; b <= a; b++) {
          sums[a][b] += (row[a] - mean[a]) * (row[b] - mean[b]);
        }
      }
    }
    for (int a = 0; a < p; a++) {
      for (int b = 0; b <= a; b++) {
        sums[a][b] /= inputs.count();
        sums[b][a] = sums[a][b];
      }
    }
    return sums;
  }

  private static double[] signed(double[] direction) {
    int largest = 0;
    for (int k = 1; k < direction.length; k++) {
      // A tie up to round-off goes to the first, so that the sign does not hang on the last bit.
      if (Math.abs(direction[k]) > Math.abs(direction[largest]) * (1 + 1e-9)) {
        largest = k;
      }
    }
    double sign = direction[largest] < 0 ? -1 : 1;
    for (int k = 0; k < direction.length; k++) {
      direction[k] *= sign;
    }
    return direction;
  }

  /// {@return the number of directions in which the inputs vary: eigenvalues above the round-off of
  /// the largest, p·ε·λ_1}
  int rank() {
    double floor = values.length * Math.ulp(1.0) * values[0];
    return (int) IntStream.range(0, values.length).filter(i -> values[i] > floor).count();
  }

  /// {@return the map on the first components}
  ///
  /// @param components 1 … number of columns
  PrincipalComponents first(int components) {
    return new PrincipalComponents(mean, values, directions, components);
  }

  /// {@return the share of the variance along the components kept, in [0, 1]}
  double share() {
    double all = 0;
    double part = 0;
    for (int i = 0; i < values.length; i++) {
      all += values[i];
      part += i < kept ? values[i] : 0;
    }
    return all > 0 ? part / all : 1;
  }

  /// {@return coordinate `k` of direction `i`}
  ///
  /// @param i 0 ≤ i < number of columns
  /// @param k 0 ≤ k < number of columns
  double direction(int i, int k) {
    return directions[i][k];
  }

  /// {@return the variance along direction `i`}
  ///
  /// @param i 0 ≤ i < number of columns
  double variance(int i) {
    return values[i];
  }

  @Override
  public Inputs apply(Inputs inputs) {
    double[] out = new double[inputs.count() * kept];
    double[] row = new double[mean.length];
    for (int j = 0; j < inputs.count(); j++) {
      inputs.copyRow(j, row);
      for (int i = 0; i < kept; i++) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
          sum += directions[i][k] * (row[k] - mean[k]);
        }
        out[j * kept + i] = sum;
      }
    }
    return Inputs.of(inputs.count(), kept, out);
  }
}
