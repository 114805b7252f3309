package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.meanfield.api.Seeds;
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
  private final Seeds seeds;

  StudyRates(StudyPlan plan, List<CellResult> cells) {
    this.plan = plan;
    this.cells = cells;
    this.seeds = Seeds.root(plan.seed()).at("rates");
  }

  List<Rate> rates(Theory theory) {
    if (!(plan.start() instanceof Start.Uniform)) {
      return List.of(); // what is predicted is the rate of independent particles
    }
    double horizon = plan.flow().horizon();
    List<Rate> rates = new ArrayList<>();
    rate("coupling", -1, cell -> cell.coupling(horizon)).ifPresent(rates::add);
    // Only on the circle is E W2² a power of N between moderate N: d = 2 has a logarithm, d ≥ 3 a
    // slow second term, and there the atoms that stand for μ_t are themselves about as far from it.
    boolean straight = plan.expert().service().parameters() == 1;
    for (Distance.Kind kind : Distance.Kind.values()) {
      rate(
              "w2-squared-" + kind.word(),
              theory.sharpExponent(),
              cell -> cell.w2Squared(kind, horizon))
          .map(rate -> straight ? rate : rate.unjudged())
          .ifPresent(rates::add);
    }
    return List.copyOf(rates);
  }

  private Optional<Rate> rate(
      String quantity, double predicted, Function<CellResult, OptionalDouble> part) {
    int[] sizes = plan.experts().stream().mapToInt(n -> n).toArray();
    if (sizes.length < RateFit.SIZES) {
      return Optional.empty();
    }
    List<double[]> complete = new ArrayList<>();
    for (int replicate = 0; replicate < plan.replicates(); replicate++) {
      double[] values = values(replicate, sizes, part);
      if (values.length == sizes.length) {
        complete.add(values);
      }
    }
    if (complete.size() < 2) {
      return Optional.empty();
    }
    double[][] bySize = new double[sizes.length][complete.size()];
    for (int r = 0; r < complete.size(); r++) {
      for (int s = 0; s < sizes.length; s++) {
        bySize[s][r] = complete.get(r)[s];
      }
    }
    return RateFit.of(quantity, sizes, bySize, predicted, seeds);
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
