package org.meanfield.transport.dual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.transport.RandomClouds;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.KdOrder;

class RowScanTest {
  @ParameterizedTest
  @CsvSource({"5, 1", "64, 3", "1000, 2", "1003, 4"})
  void scansFindTheCheapestWithoutLookingEverywhere(int n, int d) {
    RandomGenerator random = RandomClouds.random("scan");
    for (Metric metric : Metric.values()) {
      GroundCost unordered =
          GroundCost.of(
              TransportProblem.squared(
                  RandomClouds.uniform(20, d, random), RandomClouds.uniform(n, d, random), metric));
      int[] rows = new int[20];
      Arrays.setAll(rows, i -> i);
      GroundCost cost = unordered.between(rows, KdOrder.of(unordered.targetPoints(), n));
      Boxes boxes = new Boxes(cost);
      double[] v = random.doubles(n).toArray();
      RowScan scan = new RowScan(cost, boxes, new Prices(boxes, v));
      for (int i = 0; i < 20; i++) {
        int k = Math.min(n, 1 + 7 * i);
        double beyond = scan.scan(i, k, Double.POSITIVE_INFINITY);
        double[] all = new double[n];
        for (int j = 0; j < n; j++) {
          all[j] = cost.at(i, j) - v[j];
        }
        double[] found = Arrays.stream(scan.found()).mapToDouble(j -> all[j]).toArray();
        assertThat(IntStream.range(0, scan.count()).mapToDouble(scan::value).toArray())
            .containsExactly(found);
        double[] sorted = Arrays.stream(all).sorted().toArray();
        assertThat(found).containsExactly(Arrays.copyOf(sorted, k));
        assertThat(beyond).isGreaterThanOrEqualTo(sorted[k - 1]);
        if (k < n) {
          assertThat(beyond).isLessThanOrEqualTo(sorted[k]);
        }
        assertThat(scan.least(i)).isEqualTo(sorted[0]);
        assertThat(scan.scan(i, k, sorted[0])).isEqualTo(sorted[0]);
        assertThat(scan.count()).isZero();
      }
    }
  }

  @Test
  void boxesAreNeverFartherThanTheirPoints() {
    RandomGenerator random = RandomClouds.random("boxes");
    for (Metric metric : Metric.values()) {
      for (int p = 1; p <= 2; p++) {
        GroundCost cost =
            GroundCost.of(
                new TransportProblem(
                    RandomClouds.uniform(30, 3, random),
                    RandomClouds.uniform(300, 3, random),
                    Torus.standard(3),
                    metric,
                    p,
                    false));
        Boxes boxes = new Boxes(cost);
        double[] nearest = new double[boxes.count()];
        for (int i = 0; i < 30; i++) {
          boxes.nearest(i, nearest);
          for (int j = 0; j < 300; j++) {
            assertThat(nearest[j / KdOrder.BLOCK]).isLessThanOrEqualTo(cost.at(i, j));
          }
        }
      }
    }
  }
}
