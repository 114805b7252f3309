package org.meanfield.core.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.Seeds;

class EigenvectorsTest {
  /// G Gᵀ of n × r random numbers.
  private static double[][] gram(int n, int rank, double scale, RandomGenerator random) {
    double[][] factor = new double[n][rank];
    for (double[] row : factor) {
      for (int k = 0; k < rank; k++) {
        row[k] = scale * random.nextGaussian();
      }
    }
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < rank; k++) {
          gram[i][j] += factor[i][k] * factor[j][k];
        }
      }
    }
    return gram;
  }

  /// Sixty rows of rank r: the others of the eigenvalues are round-off, on which plain QL
  /// iterations give up.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20, 59, 60})
  void matricesOfAnyRankAreServed(int rank) {
    RandomGenerator random = Seeds.root(rank).at("gram").generator();
    for (double scale : new double[] {1e-9, 1, 1e9}) {
      for (int repeat = 0; repeat < 20; repeat++) {
        double[][] matrix = gram(60, rank, scale, random);
        Eigenvectors eigen = new Eigenvectors(matrix);
        double[] values = eigen.values();
        double size = values[0];
        for (int i = 0; i < 60; i++) {
          double[] vector = eigen.vector(i);
          double length = 0;
          for (int row = 0; row < 60; row++) {
            double image = 0;
            for (int k = 0; k < 60; k++) {
              image += matrix[row][k] * vector[k];
            }
            assertThat(image).isCloseTo(values[i] * vector[row], within(1e-13 * size));
            length += vector[row] * vector[row];
          }
          assertThat(length).isCloseTo(1, within(1e-12));
          if (i >= rank) {
            assertThat(values[i]).isCloseTo(0, within(1e-13 * size));
          }
          if (i > 0) {
            assertThat(values[i]).isLessThanOrEqualTo(values[i - 1]);
          }
        }
      }
    }
  }

  @Test
  void nothingHasNoEigenvalueButZero() {
    assertThat(new Eigenvectors(new double[3][3]).values()).containsExactly(0, 0, 0);
  }
}
