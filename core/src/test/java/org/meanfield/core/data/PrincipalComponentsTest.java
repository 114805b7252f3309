package org.meanfield.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;

class PrincipalComponentsTest {
  /// 40 rows of 6 columns, of which the last is the sum of the first two: rank 5.
  private static final int ROWS = 40;

  private static final int COLUMNS = 6;
  private static final Inputs TABLE = table();

  private static Inputs table() {
    var random = Seeds.root(1).at("table").generator();
    double[] values = new double[ROWS * COLUMNS];
    for (int j = 0; j < ROWS; j++) {
      for (int k = 0; k < COLUMNS - 1; k++) {
        values[j * COLUMNS + k] = 10 + (k + 1) * random.nextGaussian();
      }
      values[j * COLUMNS + COLUMNS - 1] = values[j * COLUMNS] + values[j * COLUMNS + 1];
    }
    return Inputs.of(ROWS, COLUMNS, values);
  }

  @Test
  void threePointsOnALineHaveOneComponentThatIsKnown() {
    // (0,0), (3,4), (6,8): mean (3,4), direction (3,4)/5, distances −5, 0, 5, variance 50/3.
    PrincipalComponents all =
        PrincipalComponents.fit(Inputs.of(3, 2, new double[] {0, 0, 3, 4, 6, 8}));

    assertThat(all.rank()).isEqualTo(1);
    assertThat(all.direction(0, 0)).isCloseTo(0.6, within(1e-15));
    assertThat(all.direction(0, 1)).isCloseTo(0.8, within(1e-15));
    assertThat(all.variance(0)).isCloseTo(50.0 / 3, within(1e-14));
    assertThat(all.first(1).share()).isCloseTo(1, within(1e-15));
    assertThat(all.first(1).apply(Inputs.of(1, 2, new double[] {6, 8})).get(0, 0))
        .isCloseTo(5, within(1e-14));
  }

  @Test
  void eigenvectorsOfTheCovarianceAreSingularVectorsOfTheTable() {
    double[] means = Columns.means(TABLE);
    RealMatrix centred = new Array2DRowRealMatrix(ROWS, COLUMNS);
    for (int j = 0; j < ROWS; j++) {
      for (int k = 0; k < COLUMNS; k++) {
        centred.setEntry(j, k, TABLE.get(j, k) - means[k]);
      }
    }
    SingularValueDecomposition svd = new SingularValueDecomposition(centred);
    PrincipalComponents all = PrincipalComponents.fit(TABLE);

    for (int i = 0; i < 5; i++) {
      double sigma = svd.getSingularValues()[i];
      assertThat(all.variance(i)).isCloseTo(sigma * sigma / ROWS, within(1e-12));
      double overlap = 0;
      for (int k = 0; k < COLUMNS; k++) {
        overlap += all.direction(i, k) * svd.getV().getEntry(k, i);
      }
      assertThat(Math.abs(overlap)).isCloseTo(1, within(1e-13));
    }
    assertThat(all.rank()).isEqualTo(5);
  }

  @Test
  void directionsAreOrthonormalAndTheirLargestEntryIsPositive() {
    PrincipalComponents all = PrincipalComponents.fit(TABLE);

    for (int a = 0; a < COLUMNS; a++) {
      double largest = 0;
      for (int b = 0; b <= a; b++) {
        double product = 0;
        for (int k = 0; k < COLUMNS; k++) {
          product += all.direction(a, k) * all.direction(b, k);
        }
        assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-13));
      }
      for (int k = 0; k < COLUMNS; k++) {
        if (Math.abs(all.direction(a, k)) > Math.abs(largest)) {
          largest = all.direction(a, k);
        }
      }
      assertThat(largest).isPositive();
    }
  }

  @Test
  void scoresHaveMeanZeroAndTheVarianceOfTheirDirection() {
    PrincipalComponents all = PrincipalComponents.fit(TABLE);
    Inputs scores = all.first(3).apply(TABLE);

    assertThat(scores.features()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      double squares = 0;
      for (int j = 0; j < ROWS; j++) {
        sum += scores.get(j, i);
        squares += scores.get(j, i) * scores.get(j, i);
      }
      assertThat(sum / ROWS).isCloseTo(0, within(1e-13));
      assertThat(squares / ROWS).isCloseTo(all.variance(i), within(1e-12));
    }
  }
}
