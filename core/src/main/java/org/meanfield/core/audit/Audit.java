package org.meanfield.core.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;
import org.meanfield.core.audit.Finding.Clause;
import org.meanfield.core.audit.Finding.Verdict;

/// Holds an expert against assumption A1 (eqs. 3.10, 3.11): f is 2π-periodic in each θ_k, |f| ≤ 1,
/// |∂_k f| ≤ α, |∂_k ∂_l f| ≤ β, smooth.
///
/// What the expert declares or what follows from its structure is searched for violations; where it
/// says nothing, the largest value found is told. A clause is *proven* only by structure,
/// *consistent* where nothing found speaks against it, *broken* at a point that is told.
public final class Audit {
  /// Random points of a search, where the expert is cheap.
  private static final int MOST_POINTS = 400;

  private static final int FEWEST_POINTS = 24;

  /// Operations that an audit should take, all clauses together; where the fewest points take ten
  /// times as many nothing is searched.
  private static final double BUDGET = 1e9;

  /// Gradients and values asked for per point, all clauses together.
  private static final int ASKED_PER_POINT = 24;

  /// Inputs that are looked at.
  private static final int MOST_INPUTS = 8;

  /// Values differ by no more than this for rounding, relative to 1 + |value|.
  private static final double ROUNDING = 1e-9;

  /// Step of central differences of f: their error is about 10⁻¹⁰ for derivatives of size 1.
  private static final double STEP = 1e-5;

  /// What differences of values may miss a derivative by.
  private static final double DIFFERENCE = 1e-6;

  /// Step of central differences of ∇f, and what they may miss a second derivative by.
  private static final double GRADIENT_STEP = 1e-4;

  private static final double SECOND_DIFFERENCE = 1e-5;

  private final Regularity regularity;
  private final Probe probe;
  private final OptionalDouble target;
  private final RandomGenerator random;
  private final int points;

  private Audit(Expert expert, Inputs inputs, OptionalDouble target, Seeds seeds) {
    this.regularity = expert.regularity();
    this.probe = new Probe(expert, some(inputs));
    this.target = target;
    this.random = seeds.at("audit").generator();
    double one = expert.workload(1).operations() * ASKED_PER_POINT;
    this.points =
        10 * BUDGET / one < FEWEST_POINTS
            ? 0
            : Math.clamp((long) (BUDGET / one), FEWEST_POINTS, MOST_POINTS);
  }

  /// {@return every clause, and how it stands; the same for the same study}
  ///
  /// @param expert f
  /// @param inputs of the training data; the audit looks at up to eight of them
  /// @param target the largest |y|; empty where the targets are responses of a mixture itself
  /// @param seeds the study's
  public static List<Finding> of(Expert expert, Inputs inputs, OptionalDouble target, Seeds seeds) {
    try {
      Audit audit = new Audit(expert, inputs, target, seeds);
      return Arrays.stream(Clause.values()).map(audit::examined).toList();
    } catch (RuntimeException | LinkageError thrown) {
      return Arrays.stream(Clause.values()).map(clause -> threw(clause, thrown)).toList();
    }
  }

  private static Finding threw(Clause clause, Throwable thrown) {
    return finding(clause, Verdict.BROKEN, Double.NaN, Double.NaN, "the expert threw " + thrown);
  }

  /// An expert that throws at some point of the torus breaks whatever was asked of it.
  private Finding examined(Clause clause) {
    if (points == 0 && clause != Clause.TARGETS) {
      return unsearched(clause);
    }
    try {
      return switch (clause) {
        case PERIOD -> period();
        case SUPREMUM -> supremum();
        case FIRST_DERIVATIVE -> firstDerivative();
        case SECOND_DERIVATIVE -> secondDerivative();
        case SMOOTH -> smooth();
        case TARGETS -> targets();
      };
    } catch (RuntimeException | LinkageError thrown) {
      return threw(clause, thrown);
    }
  }

  /// What is known without a single evaluation.
  private Finding unsearched(Clause clause) {
    if (clause == Clause.PERIOD && regularity.period() > 0 && !dividesTurn()) {
      return period(Double.NaN);
    }
    double known =
        switch (clause) {
          case PERIOD -> regularity.period();
          case SUPREMUM -> regularity.supremum() <= 1 + ROUNDING ? 1 : Double.NaN;
          case FIRST_DERIVATIVE -> regularity.alpha();
          default -> regularity.beta();
        };
    boolean derived = regularity.origin() == Regularity.Origin.DERIVED && !Double.isNaN(known);
    return finding(
        clause,
        derived ? Verdict.PROVEN : Verdict.UNKNOWN,
        Double.NaN,
        Double.NaN,
        (derived ? "follows from the structure" : "not known")
            + "; nothing was searched, one evaluation takes too long");
  }

  /// Evenly chosen rows.
  private static Inputs some(Inputs all) {
    int count = Math.min(MOST_INPUTS, all.count());
    double[] rows = new double[count * all.features()];
    double[] row = new double[all.features()];
    for (int j = 0; j < count; j++) {
      all.copyRow((int) ((long) j * all.count() / count), row);
      System.arraycopy(row, 0, rows, j * row.length, row.length);
    }
    return Inputs.of(count, all.features(), rows);
  }

  private Finding period() {
    int[] coordinate = {0};
    Search.Quantity change =
        (theta, j) -> {
          double[] gradient = probe.gradient(theta, j);
          double most = Double.NEGATIVE_INFINITY;
          // A few coordinates a point, all of them in turn.
          for (int turn = 0; turn < Math.min(4, probe.parameters()); turn++) {
            int k = coordinate[0]++ % probe.parameters();
            double[] further = Probe.moved(theta, k, 2 * Math.PI);
            double ofValue = Math.abs(probe.value(further, j) - probe.value(theta, j));
            double ofSlope = Math.abs(probe.gradient(further, j)[k] - gradient[k]);
            most = Math.max(most, Math.max(ofValue, ofSlope));
          }
          return most;
        };
    Found found = Search.largest(change, probe, points, random);
    boolean declared = dividesTurn();
    if (!(found.value <= ROUNDING)) {
      String period =
          Double.isFinite(regularity.period()) && !declared
              ? "; the period is " + figure(regularity.period())
              : "";
      return finding(
          Clause.PERIOD,
          Verdict.BROKEN,
          found.value,
          0,
          "f or ∂f changes by %s over one turn at %s%s"
              .formatted(figure(found.value), place(found), period));
    }
    if (regularity.period() > 0 && !declared) {
      return period(found.value);
    }
    return finding(Clause.PERIOD, proven(), found.value, 0, known(declared));
  }

  /// {@return whether 2π is known to be a period}
  private boolean dividesTurn() {
    double turns = 2 * Math.PI / regularity.period();
    return Math.abs(turns - Math.rint(turns)) < ROUNDING && turns > 0.5;
  }

  /// A period that is known and does not divide 2π.
  private Finding period(double largest) {
    return finding(
        Clause.PERIOD,
        Verdict.BROKEN,
        largest,
        0,
        Double.isInfinite(regularity.period())
            ? "f has no period"
            : "its period is %s, which does not divide 2π".formatted(figure(regularity.period())));
  }

  private Finding supremum() {
    Found found =
        Search.largest((theta, j) -> Math.abs(probe.value(theta, j)), probe, points, random);
    double declared = regularity.supremum();
    if (!(found.value <= 1 + ROUNDING)) {
      return broken(Clause.SUPREMUM, found, 1, "|f|");
    }
    if (declared > 1 + ROUNDING) {
      return finding(
          Clause.SUPREMUM,
          Verdict.BROKEN,
          found.value,
          1,
          "only |f| ≤ %s is known; the largest seen is %s"
              .formatted(figure(declared), figure(found.value)));
    }
    return finding(Clause.SUPREMUM, proven(), found.value, 1, known(!Double.isNaN(declared)));
  }

  private Finding firstDerivative() {
    Search.Quantity slope =
        (theta, j) -> Arrays.stream(probe.gradient(theta, j)).map(Math::abs).max().orElse(0);
    Found found = Search.largest(slope, probe, points, random);
    return bounded(Clause.FIRST_DERIVATIVE, found, regularity.alpha(), ROUNDING, "|∂f|");
  }

  private Finding secondDerivative() {
    int[] coordinate = {0};
    Search.Quantity curvature =
        (theta, j) -> {
          int k = coordinate[0]++ % probe.parameters();
          double[] ahead = probe.gradient(Probe.moved(theta, k, GRADIENT_STEP), j);
          double[] behind = probe.gradient(Probe.moved(theta, k, -GRADIENT_STEP), j);
          double most = 0;
          for (int l = 0; l < ahead.length; l++) {
            most = Math.max(most, Math.abs(ahead[l] - behind[l]) / (2 * GRADIENT_STEP));
          }
          return most;
        };
    Found found = Search.largest(curvature, probe, points, random);
    return bounded(Clause.SECOND_DERIVATIVE, found, regularity.beta(), SECOND_DIFFERENCE, "|∂²f|");
  }

  private Finding bounded(Clause clause, Found found, double bound, double slack, String what) {
    if (!Double.isFinite(found.value) || found.value > bound + slack * (1 + bound)) {
      return broken(clause, found, bound, what);
    }
    return Double.isNaN(bound)
        ? finding(
            clause,
            Verdict.CONSISTENT,
            found.value,
            Double.NaN,
            "no bound is declared; the largest %s seen in %d points is %s"
                .formatted(what, points, figure(found.value)))
        : finding(clause, proven(), found.value, bound, known(true));
  }

  private Finding smooth() {
    double most = 0;
    for (int p = 0; p < points; p++) {
      double[] theta = random.doubles(probe.parameters(), -Math.PI, Math.PI).toArray();
      int j = p % probe.inputs();
      int k = random.nextInt(probe.parameters());
      double difference =
          (probe.value(Probe.moved(theta, k, STEP), j)
                  - probe.value(Probe.moved(theta, k, -STEP), j))
              / (2 * STEP);
      double derivative = probe.gradient(theta, j)[k];
      double miss = Math.abs(difference - derivative) / (1 + Math.abs(derivative));
      if (!(miss <= DIFFERENCE)) {
        return finding(
            Clause.SMOOTH,
            Verdict.BROKEN,
            miss,
            DIFFERENCE,
            "∂f/∂θ_%d = %s, but differences of f give %s at %s"
                .formatted(
                    k, figure(derivative), figure(difference), place(new Found(miss, theta, j))));
      }
      most = Math.max(most, miss);
    }
    Kink kink = new Kink(probe);
    for (int p = 0; p < Math.max(1, points / 12); p++) {
      Found jump = kink.sharpest(p % probe.inputs(), random);
      if (!(jump.value <= Kink.NONE)) {
        return finding(
            Clause.SMOOTH,
            Verdict.BROKEN,
            jump.value,
            0,
            "∇f jumps by %s at %s".formatted(figure(jump.value), place(jump)));
      }
    }
    return finding(
        Clause.SMOOTH,
        regularity.origin() == Regularity.Origin.DERIVED ? Verdict.PROVEN : Verdict.CONSISTENT,
        most,
        DIFFERENCE,
        "differences of f agree with ∂f to %s, and no jump of ∇f was found"
            .formatted(figure(most)));
  }

  private Finding targets() {
    double reach = Double.isNaN(regularity.supremum()) ? 1 : regularity.supremum();
    if (target.isEmpty()) {
      return finding(
          Clause.TARGETS,
          Verdict.PROVEN,
          Double.NaN,
          reach,
          "the targets are responses of a mixture of these experts");
    }
    double largest = target.getAsDouble();
    boolean reached = largest <= reach * (1 + ROUNDING);
    return finding(
        Clause.TARGETS,
        reached ? Verdict.PROVEN : Verdict.BROKEN,
        largest,
        reach,
        "the largest |y| is %s, |f| ≤ %s".formatted(figure(largest), figure(reach)));
  }

  private Verdict proven() {
    return regularity.origin() == Regularity.Origin.DERIVED ? Verdict.PROVEN : Verdict.CONSISTENT;
  }

  private String known(boolean isKnown) {
    String basis =
        switch (regularity.origin()) {
          case DERIVED -> "follows from the structure";
          case DECLARED -> isKnown ? "declared" : "not declared";
          case UNKNOWN -> "not declared";
        };
    return "%s; no violation found from %d points".formatted(basis, points);
  }

  private Finding broken(Clause clause, Found found, double bound, String what) {
    return finding(
        clause,
        Verdict.BROKEN,
        found.value,
        bound,
        "%s = %s at %s".formatted(what, figure(found.value), place(found)));
  }

  private static Finding finding(
      Clause clause, Verdict verdict, double largest, double bound, String evidence) {
    return new Finding(clause, verdict, finite(largest), finite(bound), evidence);
  }

  private static OptionalDouble finite(double number) {
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  private String place(Found found) {
    return "θ = %s, x = %s".formatted(list(found.theta), list(probe.input(found.input)));
  }

  /// The first few numbers.
  private static String list(double[] numbers) {
    StringBuilder text = new StringBuilder("(");
    for (int k = 0; k < Math.min(4, numbers.length); k++) {
      text.append(k == 0 ? "" : ", ").append(figure(numbers[k]));
    }
    return text.append(numbers.length > 4 ? ", …)" : ")").toString();
  }

  private static String figure(double number) {
    return String.format(Locale.ROOT, "%.4g", number);
  }
}
