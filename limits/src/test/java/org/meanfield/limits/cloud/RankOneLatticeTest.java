package org.meanfield.limits.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankOneLatticeTest {
  private static RankOneLattice lattice(int points, int dimension, int shift) {
    return RankOneLattice.of(points, dimension, shift).orElseThrow();
  }

  @Test
  void everyCoordinateAloneIsEquispaced() {
    for (int shift : new int[] {0, 3}) {
      double[] cloud = lattice(90, 5, shift).cloud();
      for (int k = 0; k < 5; k++) {
        double[] sorted = Arrays.copyOfRange(cloud, 90 * k, 90 * (k + 1));
        Arrays.sort(sorted);
        for (int i = 1; i < 90; i++) {
          assertThat(sorted[i] - sorted[i - 1]).isCloseTo(2 * Math.PI / 90, within(1e-13));
        }
      }
    }
  }

  @Test
  void componentsAreDifferentUpToSign() {
    RankOneLattice lattice = lattice(256, 64, 0);
    assertThat(IntStream.range(0, 64).map(lattice::generator))
        .doesNotHaveDuplicates()
        .allMatch(z -> z % 2 == 1 && z <= 128);
  }

  @Test
  void tooManyCoordinatesHaveNoLattice() {
    assertThat(RankOneLattice.of(256, 65, 0)).isEmpty();
  }

  /// The search sums a kernel over the points; here the same error is summed over the dual lattice.
  @Test
  void planeLatticeHasTheLeastDualSum() {
    int points = 64;
    double least = Double.POSITIVE_INFINITY;
    for (int z = 1; z < points / 2; z += 2) {
      least = Math.min(least, dualSum(points, z));
    }
    int chosen = lattice(points, 2, 0).generator(1);
    // What both sums leave out beyond |h| = 200.
    assertThat(dualSum(points, chosen)).isCloseTo(least, within(1e-6));
    assertThat(dualSum(points, 1)).isGreaterThan(50 * least);
  }

  /// Σ 1/(h₁² h₂²) over h₁ + z h₂ ≡ 0 mod M, both ≠ 0.
  private static double dualSum(int points, int z) {
    double sum = 0;
    for (int h1 = -200; h1 <= 200; h1++) {
      for (int h2 = -200; h2 <= 200; h2++) {
        if (h1 != 0 && h2 != 0 && Math.floorMod(h1 + z * h2, points) == 0) {
          sum += 1.0 / ((double) h1 * h1 * h2 * h2);
        }
      }
    }
    return sum;
  }

  /// For 4096 points in 16 dimensions no product of three or four first harmonics is integrated
  /// wrongly.
  @Test
  void productsOfThreeOrFourFirstHarmonicsAreIntegratedExactly() {
    int points = 4096;
    RankOneLattice lattice = lattice(points, 16, 0);
    int[] z = IntStream.range(0, 16).map(lattice::generator).toArray();
    for (int a = 0; a < 16; a++) {
      for (int b = 0; b < a; b++) {
        for (int c = 0; c < b; c++) {
          for (int e = -1; e < c; e++) {
            for (int signs = 0; signs < 8; signs++) {
              int sum = z[a] + sign(signs, 0) * z[b] + sign(signs, 1) * z[c];
              int last = e < 0 ? 0 : sign(signs, 2) * z[e];
              assertThat(Math.floorMod(sum + last, points)).isNotZero();
            }
          }
        }
      }
    }
  }

  private static int sign(int signs, int bit) {
    return (signs >> bit & 1) == 0 ? 1 : -1;
  }

  @Test
  void productOfSmoothFunctionsConvergesFasterThanMonteCarlo() {
    double coarse = quadratureError(lattice(256, 6, 1).cloud(), 6);
    double fine = quadratureError(lattice(4096, 6, 1).cloud(), 6);
    // Monte Carlo has a standard error of 0.026 with 4096 points.
    assertThat(fine).isLessThan(2e-3).isLessThan(coarse);
  }

  /// |mean of Π_k (1 + sin(θ_k)/2 + cos(2θ_k)/4) − 1|
  private static double quadratureError(double[] cloud, int dimension) {
    int points = cloud.length / dimension;
    double mean = 0;
    for (int i = 0; i < points; i++) {
      double product = 1;
      for (int k = 0; k < dimension; k++) {
        double angle = cloud[k * points + i];
        product *= 1 + Math.sin(angle) / 2 + Math.cos(2 * angle) / 4;
      }
      mean += product / points;
    }
    return Math.abs(mean - 1);
  }

  /// The lattice beside has a quarter of the points if that many coordinates fit, else half, else
  /// all, and generator and shift of its own.
  @Test
  void latticeBesideIsAsSmallAsTheDimensionAllows() {
    for (int[] pair : new int[][] {{16, 64}, {32, 128}, {64, 256}}) {
      RankOneLattice lattice = lattice(256, pair[0], 1);
      RankOneLattice beside = lattice.beside();
      assertThat(beside.points()).isEqualTo(pair[1]);
      assertThat(beside.dimension()).isEqualTo(pair[0]);
      assertThat(IntStream.range(0, pair[0]).map(beside::generator).toArray())
          .doesNotHaveDuplicates()
          .isNotEqualTo(IntStream.range(0, pair[0]).map(lattice::generator).toArray());
      assertThat(beside.cloud()[0]).isNotEqualTo(lattice.cloud()[0]);
    }
  }

  @Test
  void shiftsMoveTheLatticeAsAWhole() {
    double[] still = lattice(32, 3, 0).cloud();
    double[] moved = lattice(32, 3, 5).cloud();
    for (int k = 0; k < 3; k++) {
      double first = moved[32 * k] - still[32 * k];
      assertThat(first).isNotZero();
      for (int i = 0; i < 32; i++) {
        double way = moved[32 * k + i] - still[32 * k + i] - first;
        assertThat(Math.IEEEremainder(way, 2 * Math.PI)).isCloseTo(0, within(1e-14));
      }
    }
  }
}
