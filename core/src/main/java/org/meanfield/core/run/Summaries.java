package org.meanfield.core.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.meanfield.core.measure.Distance;
import org.meanfield.core.measure.Estimate;
import org.meanfield.core.measure.Loss;

/// Sums up the cells of a run at the horizon.
final class Summaries {
  private final double horizon;

  Summaries(double horizon) {
    this.horizon = horizon;
  }

  /// {@return the row of one N, whose cells without a result have failed}
  RunSummary.Row row(int experts, int replicates, List<CellResult> cells) {
    List<CellResult> own = cells.stream().filter(c -> c.cell().experts() == experts).toList();
    return new RunSummary.Row(
        experts,
        estimate(own, cell -> last(cell.losses(), loss -> OptionalDouble.of(loss.loss()))),
        estimate(own, cell -> last(cell.losses(), Loss::trainAccuracy)),
        estimate(own, cell -> last(cell.losses(), Loss::testAccuracy)),
        estimate(own, cell -> cell.coupling(horizon)),
        estimate(own, cell -> cell.w2Squared(Distance.Kind.TRAINED, horizon)),
        estimate(own, cell -> cell.w2Squared(Distance.Kind.STATIC, horizon)),
        replicates - (int) own.stream().filter(cell -> cell.problems().isEmpty()).count());
  }

  /// {@return the row of the limit; empty if its residual failed before the horizon}
  Optional<RunSummary.Limit> limit(LimitRun limit) {
    return limit.losses().stream()
        .filter(loss -> loss.time() == horizon)
        .findFirst()
        .map(loss ->
            new RunSummary.Limit(
                loss.loss(),
                loss.trainAccuracy(),
                loss.testAccuracy(),
                limit.path().description()));
  }

  private OptionalDouble last(List<Loss> losses, Function<Loss, OptionalDouble> part) {
    return losses.stream()
        .filter(loss -> loss.time() == horizon)
        .findFirst()
        .map(part)
        .orElse(OptionalDouble.empty());
  }

  private static Optional<Estimate> estimate(
      List<CellResult> cells, Function<CellResult, OptionalDouble> part) {
    return Estimate.of(
        cells.stream()
            .map(part)
            .filter(OptionalDouble::isPresent)
            .map(OptionalDouble::getAsDouble)
            .toList());
  }
}
