package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Seeds;

class ResponseErrorsTest {
  private static final double[] TRUTH = {0.3, -0.1, 0.5, 0.2};
  private static final int REPLICATES = 200;

  private static Snapshot at(double time, double... response) {
    return new Snapshot(time, response, null);
  }

  private static LimitRun limit(Snapshot... snapshots) {
    return new LimitRun(
        new PoissonPath(0.9, 16),
        List.of(),
        List.of(),
        List.of(),
        List.of(snapshots),
        List.of(),
        List.of());
  }

  private static CellResult cell(int experts, int replicate, Snapshot... snapshots) {
    return new CellResult(
        new Cell(experts, replicate),
        List.of(),
        List.of(),
        List.of(),
        List.of(snapshots),
        List.of(),
        List.of());
  }

  /// Responses that scatter about the truth by 1/√N each.
  private static List<CellResult> mixtures(int... sizes) {
    RandomGenerator random = Seeds.root(1).generator();
    List<CellResult> cells = new ArrayList<>();
    for (int experts : sizes) {
      for (int replicate = 0; replicate < REPLICATES; replicate++) {
        double[] response = new double[TRUTH.length];
        for (int j = 0; j < response.length; j++) {
          response[j] = TRUTH[j] + random.nextGaussian() / Math.sqrt(experts);
        }
        cells.add(cell(experts, replicate, at(0, 9, 9, 9, 9), at(1, response)));
      }
    }
    return cells;
  }

  @Test
  void errorIsTheMeanSquareOverTheData() {
    CellResult cell = cell(4, 0, at(1, 0.5, 0, 0.5, 0));
    ResponseErrors errors = new ResponseErrors(List.of(cell), limit(at(1, TRUTH)), 1);
    assertThat(errors.of(cell).orElseThrow())
        .isCloseTo((0.04 + 0.01 + 0 + 0.04) / 4, within(1e-16));
    assertThat(errors.of(cell(4, 1, at(0.5, TRUTH)))).isEmpty();
    assertThat(new ResponseErrors(List.of(cell), limit(), 1).of(cell)).isEmpty();
  }

  /// The mean of 200 shows 1/200 of the scatter, here of four independent numbers.
  @Test
  void ofAnExactLimitNothingIsSeenButScatter() {
    ResponseErrors errors = new ResponseErrors(mixtures(4, 64, 1024), limit(at(1, TRUTH)), 1);
    for (int experts : new int[] {4, 64, 1024}) {
      // Measured: 0.0036 to 0.0056.
      assertThat(errors.share(experts)).isPositive().isLessThan(3.0 / REPLICATES);
    }
    assertThat(errors.share(5)).isZero();
  }

  /// A limit that is wrong by c at one of four data: c² beside the variances of 1/N.
  @Test
  void errorOfTheLimitShowsWhereTheMixturesAreAsNear() {
    double[] wrong = TRUTH.clone();
    wrong[2] += 0.1;
    ResponseErrors errors = new ResponseErrors(mixtures(4, 64, 1024), limit(at(1, wrong)), 1);
    for (int experts : new int[] {4, 64, 1024}) {
      double share = 0.01 / (0.01 + 4.0 / experts);
      // 0.010, 0.138, 0.719; a mean of 200 scatters by some hundredths of the share's root.
      assertThat(errors.share(experts)).isCloseTo(share, within(0.05));
    }
  }

  @Test
  void limitThatAllMixturesMissAlikeIsToBlameForAll() {
    List<CellResult> cells = List.of(cell(4, 0, at(1, TRUTH)), cell(4, 1, at(1, TRUTH)));
    assertThat(new ResponseErrors(cells, limit(at(1, 0, 0, 0, 0)), 1).share(4)).isEqualTo(1);
    assertThat(new ResponseErrors(cells, limit(at(1, TRUTH)), 1).share(4)).isZero();
  }
}
