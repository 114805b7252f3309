package org.meanfield.transport.auction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Metric;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.transport.RandomClouds;
import org.meanfield.transport.cost.Flow;
import org.meanfield.transport.cost.GroundCost;

class AuctionTest {
  @Test
  void anAuctionPlacesAllMassWithinEpsilonOfTheBest() {
    RandomGenerator random = RandomClouds.random("auction");
    GroundCost cost =
        GroundCost.of(
            TransportProblem.squared(
                RandomClouds.uniform(300, 2, random),
                RandomClouds.uniform(200, 2, random),
                Metric.L1));
    long[] rows = new long[300];
    long[] columns = new long[200];
    for (int unit = 0; unit < 900; unit++) {
      rows[unit < 300 ? unit : random.nextInt(300)]++;
      columns[unit < 200 ? unit : random.nextInt(200)]++;
    }
    double[] v = new double[200];
    Auction auction = new Auction(new Candidates(cost, v, 16), rows, columns, v, 1_000_000);
    assertThat(auction.run(0.01)).isTrue();
    Flow flow = auction.flow();
    for (int at = 0; at < flow.size(); at++) {
      int i = flow.row(at);
      rows[i] -= flow.mass(at);
      columns[flow.column(at)] -= flow.mass(at);
      double least = IntStream.range(0, 200).mapToDouble(j -> cost.at(i, j) - v[j]).min().orElse(0);
      assertThat(cost.at(i, flow.column(at)) - v[flow.column(at)])
          .isLessThanOrEqualTo(least + 0.01 + 1e-12);
    }
    assertThat(rows).containsOnly(0);
    assertThat(columns).containsOnly(0);
  }

  @Test
  void candidatesThatHoldAllLeaveNothingOutWhenPricesRise() {
    RandomGenerator random = RandomClouds.random("hold");
    int n = 400;
    GroundCost cost =
        GroundCost.of(
            TransportProblem.squared(
                RandomClouds.uniform(n, 3, random), RandomClouds.uniform(n, 3, random), Metric.L1));
    double[] v = random.doubles(n, -1, 1).toArray();
    Candidates candidates = new Candidates(cost, v, 30);
    for (int j = 0; j < n; j++) {
      v[j] -= random.nextDouble();
    }
    candidates.look(5, 40);
    double[] first = IntStream.range(0, n).mapToDouble(i -> candidates.values(i)[0]).toArray();
    candidates.remember();
    for (int j = 0; j < n; j++) {
      v[j] += random.nextDouble(-1, 0.5);
    }
    double rise = candidates.rise();
    assertThat(rise).isBetween(0.45, 0.5 + 1e-12);
    int held = 0;
    for (int i = 0; i < n; i++) {
      for (double more : new double[] {0, 0.5, 2, 8, 32}) {
        double limit = first[i] + more;
        if (candidates.holdAll(i, limit, rise)) {
          int row = i;
          held++;
          assertThat(Arrays.stream(candidates.below(i, limit)).sorted().toArray())
              .containsExactly(
                  IntStream.range(0, n).filter(j -> cost.at(row, j) - v[j] < limit).toArray());
        }
      }
    }
    // Of 5n questions some are answered and some are not, or this would test nothing.
    assertThat(held).isBetween(n, 4 * n);
  }
}
