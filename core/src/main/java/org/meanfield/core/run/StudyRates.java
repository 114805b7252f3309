package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.meanfield.api.Seeds;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.core.measure.Distance;
import org.meanfield.core.measure.Rate;
import org.meanfield.core.measure.RateFit;
import org.meanfield.core.measure.Theory;
import org.meanfield.core.plan.Start;
import org.meanfield.core.plan.StudyPlan;

/// How the errors of a study's cells fall with N, over the replicates that have a number for each
/// N.
final class StudyRates {
  private final StudyPlan plan;
  private final List<CellResult> cells;
  private final ResponseErrors errors;
  private final Seeds seeds;

  StudyRates(StudyPlan plan, List<CellResult> cells, LimitRun limit) {
    this.plan = plan;
    this.cells = cells;
    this.errors = new ResponseErrors(cells, limit, plan.flow().horizon());
    this.seeds = Seeds.root(plan.seed()).at("rates");
  }

  /// {@return the rates, judged where the theory predicts them}
  ///
  /// Predictions are for independent particles: E D² and the mean square of F_N − F are ~ 1/N for
  /// any law, W2² for a density that is bounded above and below at the start, and so at all times.
  /// Slopes of a shifted lattice are told and not judged; replicates that begin at the same points
  /// have none. D² answers to F_N − F linearly, to first order, and grows along the path: the share
  /// of F_N − F that may be the limit's own error at T is allowed for in D² too, as an estimate.
  List<Rate> rates(Theory theory) {
    if (plan.start() instanceof Start.Cloud) {
      return List.of();
    }
    double horizon = plan.flow().horizon();
    List<Rate> rates = new ArrayList<>();
    oneOverN("coupling", cell -> cell.coupling(horizon)).ifPresent(rates::add);
    oneOverN("response", errors::of).ifPresent(rates::add);
    // Only on the circle is E W2² a power of N between moderate N: d = 2 has a logarithm, d ≥ 3 a
    // slow second term, and there the atoms that stand for μ_t are themselves about as far from it.
    boolean straight = plan.expert().service().parameters() == 1;
    // A density on a grid may vanish somewhere.
    boolean bounded = !(plan.start() instanceof Start.Law(StartLaw.Gridded _));
    for (Distance.Kind kind : Distance.Kind.values()) {
      rate(
              "w2-squared-" + kind.word(),
              theory.sharpExponent(),
              cell -> cell.w2Squared(kind, horizon),
              cell -> cell.gap(kind, horizon))
          .map(rate -> straight && independent() && bounded ? rate : rate.unjudged())
          .ifPresent(rates::add);
    }
    return List.copyOf(rates);
  }

  private boolean independent() {
    return !(plan.start() instanceof Start.Lattice);
  }

  private Optional<Rate> oneOverN(String quantity, Function<CellResult, OptionalDouble> part) {
    Function<CellResult, OptionalDouble> ofTheLimit =
        cell -> {
          double share = errors.share(cell.cell().experts());
          return part.apply(cell).stream().map(value -> share * value).findFirst();
        };
    return rate(quantity, -1, part, ofTheLimit).map(rate -> independent() ? rate : rate.unjudged());
  }

  private Optional<Rate> rate(
      String quantity,
      double predicted,
      Function<CellResult, OptionalDouble> part,
      Function<CellResult, OptionalDouble> gap) {
    int[] sizes = plan.experts().stream().mapToInt(n -> n).toArray();
    if (sizes.length < RateFit.SIZES) {
      return Optional.empty();
    }
    List<double[]> complete = new ArrayList<>();
    double[] gaps = new double[sizes.length];
    for (int replicate = 0; replicate < plan.replicates(); replicate++) {
      double[] values = values(replicate, sizes, part);
      if (values.length == sizes.length) {
        complete.add(values);
        double[] own = values(replicate, sizes, gap);
        Arrays.setAll(gaps, s -> gaps[s] + own[s]);
      }
    }
    if (complete.size() < 2) {
      return Optional.empty();
    }
    Arrays.setAll(gaps, s -> gaps[s] / complete.size());
    double[][] bySize = new double[sizes.length][complete.size()];
    for (int r = 0; r < complete.size(); r++) {
      for (int s = 0; s < sizes.length; s++) {
        bySize[s][r] = complete.get(r)[s];
      }
    }
    return RateFit.of(quantity, sizes, bySize, gaps, predicted, seeds);
  }

  // The numbers of one replicate, by N; fewer than there are N if one is missing.
  private double[] values(int replicate, int[] sizes, Function<CellResult, OptionalDouble> part) {
    return cells.stream()
        .filter(result -> result.cell().replicate() == replicate)
        .map(part)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .limit(sizes.length)
        .toArray();
  }
}
