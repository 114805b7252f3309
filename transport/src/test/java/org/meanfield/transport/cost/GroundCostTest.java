package org.meanfield.transport.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.transport.RandomClouds;

class GroundCostTest {

  @ParameterizedTest
  @CsvSource({"L1, 1", "L1, 2", "L2, 1", "L2, 2"})
  void agreesWithTheProblemAndItselfRowByRow(Metric metric, int p) {
    RandomGenerator random = RandomClouds.random("cost");
    Torus space = Torus.withPeriods(2 * Math.PI, 1, Double.POSITIVE_INFINITY);
    TransportProblem problem =
        new TransportProblem(cloud(13, random), cloud(21, random), space, metric, p, false);
    GroundCost cost = GroundCost.of(problem);
    GroundCost turned = cost.transposed();
    double[] row = new double[21];
    double[] column = new double[13];
    for (int i = 0; i < 13; i++) {
      cost.row(i, row);
      for (int j = 0; j < 21; j++) {
        turned.row(j, column);
        // Wrapping first rounds differently from taking the remainder of the difference: a few ulp
        // of
        // coordinates of size 30.
        assertThat(row[j]).isCloseTo(problem.cost(i, j), within(1e-12));
        assertThat(cost.at(i, j)).isEqualTo(row[j]);
        assertThat(column[i]).isEqualTo(row[j]);
      }
    }
    int[] rows = {12, 0};
    int[] columns = {3, 3, 20};
    assertThat(cost.between(rows, columns).at(0, 2)).isEqualTo(cost.at(12, 20));
  }

  private static EmpiricalMeasure cloud(int n, RandomGenerator random) {
    return EmpiricalMeasure.uniform(Particles.of(n, 3, random.doubles(3L * n, -30, 30).toArray()));
  }
}
