package org.meanfield.transport.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Metric;
import org.meanfield.api.Workers;
import org.meanfield.api.transport.SolveContext;
import org.meanfield.api.transport.SolveObserver;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.transport.RandomClouds;

class LpTest {

  @Test
  void refusesManyPairsWithTheirNumberAndWhatServes() {
    RandomGenerator random = RandomClouds.random("refused");
    var result =
        new Lp()
            .solve(
                TransportProblem.squared(
                    RandomClouds.uniform(50, 2, random),
                    RandomClouds.uniform(51, 2, random),
                    Metric.L1));
    assertThat(result)
        .isEqualTo(
            new Refused(
                "'lp' serves at most 2500 pairs of points, this problem has 50 × 51; take"
                    + " 'exact'"));
  }

  @Test
  void largestProblemServedIsSolved() {
    RandomGenerator random = RandomClouds.random("largest");
    Solved solved =
        RandomClouds.solve(
            new Lp(),
            TransportProblem.squared(
                RandomClouds.uniform(50, 2, random),
                RandomClouds.uniform(50, 2, random),
                Metric.L1));
    // Measured: a few ulp.
    assertThat(solved.gap()).isCloseTo(0, within(1e-13));
  }

  @Test
  void aSolveIsStoppedBetweenPivots() {
    RandomGenerator random = RandomClouds.random("stopped");
    // Asked once before the first pivot, the observer lets it go on.
    SolveObserver interrupting =
        _ -> {
          Thread.currentThread().interrupt();
          return true;
        };
    TransportProblem problem =
        TransportProblem.squared(
                RandomClouds.uniform(8, 2, random), RandomClouds.uniform(8, 2, random), Metric.L1)
            .under(new SolveContext(Workers.sequential(), interrupting));
    TransportResult result = new Lp().solve(problem);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isEqualTo(TransportResult.Cancelled.early());
  }
}
