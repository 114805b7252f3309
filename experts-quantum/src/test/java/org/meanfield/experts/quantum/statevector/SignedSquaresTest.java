package org.meanfield.experts.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedSquaresTest {
  /// Of the largest entry: random matrices of up to s = 100 err by 1.3e−15, and none of the v_k is
  /// beyond 1.8.
  private static final double ROUND_OFF = 1e-14;

  private final SplittableRandom random = new SplittableRandom(3);

  /// A = Σ_k w_k v_k v_kᵀ for matrices of any signs and rank, none of the v_k large.
  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "5,2", "16,16", "40,40", "40,7"})
  void squaresAddUpToTheMatrix(int size, int rank) {
    double[] matrix = new double[size * size];
    for (int k = 0; k < rank; k++) {
      double[] v = random.doubles(size, -1, 1).toArray();
      double weight = random.nextDouble(-1, 1) / size;
      for (int i = 0; i < size * size; i++) {
        matrix[i] += weight * v[i / size] * v[i % size];
      }
    }
    assertSplit(size, matrix, rank);
  }

  /// Nothing on the diagonal leaves no pivot but pairs.
  @Test
  void emptyDiagonalsAreSplitInPairs() {
    double[] matrix = {0, 1, 0.5, 1, 0, -0.25, 0.5, -0.25, 0};
    assertSplit(3, matrix, 3);
    assertSplit(2, new double[] {0, 1e-9, 1e-9, 0}, 2);
  }

  @Test
  void nothingIsNoSquare() {
    assertSplit(3, new double[9], 0);
  }

  private static void assertSplit(int size, double[] matrix, int rank) {
    SignedSquares squares = new SignedSquares(size);
    double[] weights = new double[size];
    double[] vectors = new double[size * size];
    for (int i = 0; i < size; i++) {
      // Below the diagonal nothing is read.
      for (int j = 0; j < size; j++) {
        squares.matrix()[i * size + j] = j < i ? Double.NaN : matrix[i * size + j];
      }
    }
    int made = squares.split(weights, vectors);
    assertThat(made).isEqualTo(rank);
    double[] sum = new double[size * size];
    for (int k = 0; k < made; k++) {
      for (int i = 0; i < size * size; i++) {
        double x = vectors[k * size + i / size];
        assertThat(Math.abs(x)).isLessThan(4);
        sum[i] += weights[k] * x * vectors[k * size + i % size];
      }
    }
    double largest = 0;
    for (double entry : matrix) {
      largest = Math.max(largest, Math.abs(entry));
    }
    assertThat(sum).containsExactly(matrix, within(ROUND_OFF * largest));
  }
}
