package org.meanfield.transport.entropic;

import java.util.Arrays;
import org.meanfield.api.transport.Coupling;
import org.meanfield.kernels.transport.GibbsLanes;
import org.meanfield.transport.cost.CompensatedSum;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Strips;

/// What the potentials of entropic transport certify, in double precision whatever found them.
///
/// Rows are mended first: fᵢ becomes the soft transform of g, so that the entropic plan πᵢⱼ = aᵢ
/// b_j exp((fᵢ + g_j − cᵢⱼ)/ε) has the right rows and Σ_j |Σᵢ πᵢⱼ − b_j| is its whole marginal
/// error.
///
/// *Upper bound.* Columns above their mass are scaled down; what is then missing in rows, pᵢ, and
/// in columns, q_j, is added by the north-west corner rule, along the order of the points, which
/// keeps it local. This is a coupling; it moves at most the marginal error.
///
/// *Lower bound.* uᵢ = min_j cᵢⱼ − g_j and v_j = min_i cᵢⱼ − uᵢ are feasible.
///
/// *Entropic value.* Σ aᵢfᵢ + Σ b_jg_j ≤ OT_ε = min ∫ c dπ + ε KL(π | a ⊗ b), short of it by at
/// most the marginal error times the largest cost: g and the optimal g* are soft transforms, which
/// vary by no more than c does, and Σ (b_j − Σᵢ πᵢⱼ)(g*_j − g_j) bounds the difference by
/// concavity.
///
/// **Reference.** J. Altschuler, J. Weed, P. Rigollet, *Near-linear time approximation algorithms
/// for optimal transport via Sinkhorn iteration*, NIPS 30, 1964–1974 (2017), algorithm 2 (there
/// with a product in place of the corner rule).
///
/// Pairs whose kernels are bounded by 2⁻⁴⁰ against the potentials given are left out, which is a
/// plan like any other; a row that these potentials do not fit, so that the bound would say little,
/// takes all pairs.
///
/// Two passes over the pairs, O(n + m) memory but for the coupling.
final class EntropicPlan {
  private static final GibbsLanes GIBBS = GibbsLanes.best();

  /// Kernels below 2^(−CUT) are left out.
  private static final double CUT = 40;

  /// Parts of a row's mass below this, 5·10⁻²⁰, are no pairs of the coupling.
  private static final double SPECK = 0x1p-64;

  private final EntropicProblem problem;
  private final GroundCost cost;
  private final Tiles tiles;
  private final double[] a;
  private final double[] b;
  private final double rate;
  private final double[] phi;
  private final double[] gamma;
  private final double[] largestPhi;
  private final double[] largestGamma;
  private final boolean[] whole;

  private final double[] u;
  private final double[] rowSums;
  private final double[] columnSums;
  private final double marginalError;

  private final double[] v;
  private final double[] columnScale;
  private final double[] rowMissing;
  private final double[] columnMissing;
  private final double upper;

  /// @param tiles of the problem's costs
  /// @param duals γ is used; φ follows from it, and tells which pairs matter
  /// @param rate log₂e/ε
  EntropicPlan(EntropicProblem problem, Tiles tiles, Duals duals, double rate) {
    this.problem = problem;
    this.cost = problem.cost();
    this.tiles = tiles;
    this.a = problem.sourceMasses();
    this.b = problem.targetMasses();
    this.rate = rate;
    this.phi = duals.phi.clone();
    this.gamma = duals.gamma.clone();
    this.largestPhi = Tiles.largest(phi);
    this.largestGamma = Tiles.largest(gamma);
    int n = a.length;
    int m = b.length;

    whole = new boolean[n];
    u = new double[n];
    rowSums = new double[n];
    Strips first = mendRows();
    columnSums = first.columns();
    marginalError = marginalError();

    columnScale = new double[m];
    columnMissing = new double[m];
    for (int j = 0; j < m; j++) {
      columnScale[j] = b[j] > 0 ? b[j] * Math.min(1, 1 / columnSums[j]) : 0;
      columnMissing[j] = b[j] > 0 ? b[j] * Math.max(0, 1 - columnSums[j]) : 0;
    }
    rowMissing = new double[n];
    double[] costs = new double[n];
    v = scaleColumns(costs).least();
    completePotentials();

    CompensatedSum sum = new CompensatedSum();
    for (double part : costs) {
      sum.add(part);
    }
    eachMissing((i, j, mass) -> sum.add(mass * cost.at(i, j)));
    upper = sum.value();
  }

  private RowRuns rowRuns() {
    return new RowRuns(tiles, largestPhi, largestGamma, rate, CUT, b.length);
  }

  private Strips mendRows() {
    double[] g = SoftTransform.potentials(gamma, rate);
    Strips strips = new Strips(a.length, 1, b.length);
    strips.each((from, to, strip) -> {
      double[] row = new double[b.length];
      RowRuns runs = rowRuns();
      for (int i = from; i < to; i++) {
        whole[i] = a[i] == 0;
        sumRow(i, runs.of(i, whole[i]), g, row);
        double mended = rate * u[i] - SoftTransform.log2(rowSums[i]);
        // Written so that NaN does not fit.
        if (!whole[i] && !(Math.abs(mended - phi[i]) < RowRuns.FITS)) {
          whole[i] = true;
          sumRow(i, runs.of(i, true), g, row);
        }
        if (a[i] > 0) {
          for (int run = 0; run < runs.count(); run++) {
            GIBBS.add(a[i] / rowSums[i], row, runs.from(run), runs.to(run), strip.columns());
          }
        }
      }
    });
    return strips;
  }

  /// Computes a row's kernels against its largest, and with them uᵢ and their sum.
  private void sumRow(int i, RowRuns runs, double[] g, double[] row) {
    u[i] = Double.POSITIVE_INFINITY;
    for (int run = 0; run < runs.count(); run++) {
      int from = runs.from(run);
      int to = runs.to(run);
      cost.row(i, from, to, row, from);
      u[i] = Math.min(u[i], GroundCost.LANES.least(row, from, g, from, to));
    }
    rowSums[i] = 0;
    for (int run = 0; run < runs.count(); run++) {
      int from = runs.from(run);
      int to = runs.to(run);
      GIBBS.powers(row, rate, rate * u[i], gamma, from, to, row);
      rowSums[i] += GIBBS.dot(row, b, from, to);
    }
  }

  /// Computes the costs of the scaled rows, what they miss, and min_i cᵢⱼ − uᵢ by strips.
  private Strips scaleColumns(double[] costs) {
    Strips strips = new Strips(a.length, 1, b.length);
    strips.each((from, to, strip) -> {
      double[] row = new double[b.length];
      double[] kernel = new double[b.length];
      double[] least = strip.columns();
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      RowRuns runs = rowRuns();
      for (int i = from; i < to; i++) {
        runs.of(i, whole[i]);
        double sum = 0;
        for (int run = 0; run < runs.count(); run++) {
          int start = runs.from(run);
          int end = runs.to(run);
          cost.row(i, start, end, row, start);
          GIBBS.lower(row, u[i], start, end, least);
          if (a[i] > 0) {
            GIBBS.powers(row, rate, rate * u[i], gamma, start, end, kernel);
            sum += GIBBS.dot(kernel, columnScale, start, end);
            for (int j = start; j < end; j++) {
              kernel[j] *= row[j];
            }
            costs[i] += GIBBS.dot(kernel, columnScale, start, end);
          }
        }
        if (a[i] > 0) {
          double factor = a[i] / rowSums[i];
          rowMissing[i] = Math.max(0, a[i] - factor * sum);
          costs[i] *= factor;
        }
      }
    });
    return strips;
  }

  /// Pairs left out have cᵢⱼ − uᵢ ≥ g_j + (CUT − RowRuns.FITS)/rate, since uᵢ ≤ fᵢ. Columns without
  /// mass were never looked at.
  private void completePotentials() {
    double[] row = new double[a.length];
    for (int j = 0; j < b.length; j++) {
      if (b[j] > 0) {
        v[j] = Math.min(v[j], (gamma[j] + CUT - RowRuns.FITS) / rate);
      } else {
        cost.transposed().row(j, row);
        v[j] = GroundCost.LANES.least(row, 0, u, 0, a.length);
      }
    }
  }

  private double marginalError() {
    CompensatedSum error = new CompensatedSum();
    for (int j = 0; j < b.length; j++) {
      if (b[j] > 0) {
        error.add(b[j] * Math.abs(columnSums[j] - 1));
      }
    }
    return error.value();
  }

  private static double sum(double[] values) {
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value();
  }

  /// The north-west corner rule for what is missing.
  private void eachMissing(Pair pair) {
    double[] p = rowMissing;
    double[] q = columnMissing;
    double total = sum(p);
    double other = sum(q);
    if (!(total > 0 && other > 0)) {
      return;
    }
    // The two agree but for round-off; columns are made to agree exactly enough.
    double scale = total / other;
    int j = 0;
    double left = q[0] * scale;
    for (int i = 0; i < p.length; i++) {
      double due = p[i];
      while (due > 0 && j < q.length) {
        double mass = Math.min(due, left);
        if (mass > 0) {
          pair.accept(i, j, mass);
        }
        due -= mass;
        left -= mass;
        if (left <= 0) {
          j++;
          left = j < q.length ? q[j] * scale : 0;
        }
      }
    }
  }

  /// {@return Σ_j |Σᵢ πᵢⱼ − b_j| of the entropic plan; its rows are right}
  double error() {
    return marginalError;
  }

  /// {@return ∫ c dπ of the coupling}
  double cost() {
    return upper;
  }

  /// {@return Σ aᵢfᵢ + Σ b_jg_j, a lower bound of OT_ε}
  double entropicValue() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < a.length; i++) {
      if (a[i] > 0) {
        sum.add(a[i] * (u[i] - SoftTransform.log2(rowSums[i]) / rate));
      }
    }
    for (int j = 0; j < b.length; j++) {
      if (b[j] > 0) {
        sum.add(b[j] * (gamma[j] / rate));
      }
    }
    return sum.value();
  }

  /// {@return u as the caller numbers the sources}
  double[] sourcePotential() {
    return problem.inSourceOrder(u);
  }

  /// {@return v as the caller numbers the targets}
  double[] targetPotential() {
    return problem.inTargetOrder(v);
  }

  /// A pair and its mass.
  @FunctionalInterface
  private interface Pair {
    void accept(int i, int j, double mass);
  }

  /// Tells the pairs of a row that carry mass.
  private void eachPair(int i, RowRuns runs, double[] row, Pair pair) {
    double factor = a[i] / rowSums[i];
    for (int run = 0; run < runs.count(); run++) {
      int from = runs.from(run);
      int to = runs.to(run);
      cost.row(i, from, to, row, from);
      GIBBS.powers(row, rate, rate * u[i], gamma, from, to, row);
      for (int j = from; j < to; j++) {
        double part = row[j] * columnScale[j];
        if (part > SPECK * rowSums[i] && factor * part > 0) {
          pair.accept(i, j, factor * part);
        }
      }
    }
  }

  /// {@return pairs of the coupling, at most}
  long pairs() {
    long[] count = new long[a.length];
    new Strips(a.length, 1, 0)
        .each((from, to, strip) -> {
          double[] row = new double[b.length];
          RowRuns runs = rowRuns();
          for (int i = from; i < to; i++) {
            if (a[i] > 0) {
              eachPair(i, runs.of(i, whole[i]), row, (here, j, mass) -> count[here]++);
            }
          }
        });
    return Arrays.stream(count).sum() + a.length + b.length;
  }

  /// {@return the coupling}
  ///
  /// @param most what [#pairs] said
  Coupling coupling(int most) {
    int[] from = new int[most];
    int[] to = new int[most];
    double[] carried = new double[most];
    int[] count = {0};
    Pair take =
        (i, j, mass) -> {
          from[count[0]] = problem.source(i);
          to[count[0]] = problem.target(j);
          carried[count[0]] = mass;
          count[0]++;
        };
    double[] row = new double[b.length];
    RowRuns runs = rowRuns();
    for (int i = 0; i < a.length; i++) {
      if (a[i] > 0) {
        eachPair(i, runs.of(i, whole[i]), row, take);
      }
    }
    eachMissing(take);
    return new Coupling(
        Arrays.copyOf(from, count[0]),
        Arrays.copyOf(to, count[0]),
        Arrays.copyOf(carried, count[0]));
  }
}
