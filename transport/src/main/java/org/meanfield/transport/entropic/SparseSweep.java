package org.meanfield.transport.entropic;

import java.util.Arrays;
import org.meanfield.kernels.transport.GibbsLanes;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Strips;

/// Sinkhorn's iteration on the kernels that matter, stored in double precision by rows: those above
/// 2^(−cut), which together hold all but 2^(−cut) of the mass. They carry the potentials' changes
/// as factors until these grow large and are absorbed in a new list.
///
/// **Reference.** B. Schmitzer, *Stabilized sparse scaling algorithms for entropy regularized
/// transport problems*, SIAM Journal on Scientific Computing 41(3), A1443–A1481 (2019), sections
/// 3.1 (absorption) and 3.3 (truncation).
final class SparseSweep implements Sweep {
  private static final GibbsLanes GIBBS = GibbsLanes.best();

  /// A new list is made where a potential moved by more than 2⁶.
  private static final double ABSORB = 6;

  private final GroundCost cost;
  private final double[] a;
  private final double[] b;
  private final double rate;
  private final double cut;
  private final Tiles tiles;
  private final double most;

  private final double[] basePhi;
  private final double[] baseGamma;
  private final int[] count;
  private final int[][] columnOf;
  private final double[][] kernelOf;
  private boolean filled;

  /// @param tiles of the problem's costs
  /// @param rate log₂e/ε
  /// @param cut exponents below −cut may be left out
  /// @param most pairs that there is room for
  SparseSweep(EntropicProblem problem, Tiles tiles, double rate, double cut, double most) {
    this.cost = problem.cost();
    this.a = problem.sourceMasses();
    this.b = problem.targetMasses();
    this.rate = rate;
    this.cut = cut + 2 * ABSORB;
    this.tiles = tiles;
    this.most = most;
    basePhi = new double[a.length];
    baseGamma = new double[b.length];
    count = new int[a.length];
    columnOf = new int[a.length][];
    kernelOf = new double[a.length][];
  }

  @Override
  public double floor() {
    return 0;
  }

  @Override
  public double apply(Duals duals, double omega) {
    if (!(filled && near(duals.phi, basePhi) && near(duals.gamma, baseGamma)) && !fill(duals)) {
      return Double.NaN;
    }
    double[] shift = new double[b.length];
    double[] weights = new double[b.length];
    for (int j = 0; j < b.length; j++) {
      shift[j] = b[j] > 0 ? SoftTransform.exp2(duals.gamma[j] - baseGamma[j]) : 0;
      weights[j] = b[j] * shift[j];
    }
    double[] next = new double[a.length];
    Strips strips = new Strips(a.length, Tiles.SIZE, b.length);
    strips.each((from, to, strip) -> {
      double[] columns = strip.columns();
      for (int i = from; i < to; i++) {
        if (a[i] == 0) {
          continue;
        }
        int[] column = columnOf[i];
        double[] kernel = kernelOf[i];
        double sum = 0;
        for (int e = 0; e < count[i]; e++) {
          sum += kernel[e] * weights[column[e]];
        }
        double moved = duals.phi[i] - basePhi[i];
        double exact = SoftTransform.exp2(moved) * sum;
        if (!Duals.reliable(exact)) {
          strip.addError(Double.NaN);
          return;
        }
        double step = -omega * SoftTransform.log2(exact);
        next[i] = duals.phi[i] + step;
        strip.addError(a[i] * Math.abs(exact - 1));
        double alpha = a[i] * SoftTransform.exp2(moved + step);
        for (int e = 0; e < count[i]; e++) {
          columns[column[e]] += alpha * kernel[e];
        }
      }
    });
    return duals.move(next, b, shift, strips, omega);
  }

  private static boolean near(double[] values, double[] base) {
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(values[i] - base[i]) > ABSORB) {
        return false;
      }
    }
    return true;
  }

  /// Lists the kernels anew; false, and nothing listed, if there is no room for them.
  private boolean fill(Duals duals) {
    System.arraycopy(duals.phi, 0, basePhi, 0, a.length);
    System.arraycopy(duals.gamma, 0, baseGamma, 0, b.length);
    filled = false;
    if (pairs(duals) > most) {
      return false;
    }
    double[] phis = Tiles.largest(duals.phi);
    double[] gammas = Tiles.largest(duals.gamma);
    new Strips(a.length, Tiles.SIZE, 0)
        .each((from, to, strip) -> {
          double[] row = new double[b.length];
          int[] columns = new int[b.length];
          int[] runs = new int[2 * gammas.length + 2];
          for (int i = from; i < to; i++) {
            if (i % Tiles.SIZE == 0) {
              int box = i / Tiles.SIZE;
              int filledRuns = tiles.runs(box, phis[box], gammas, rate, cut, runs);
              Arrays.fill(runs, 2 * filledRuns, runs.length, 0);
            }
            if (a[i] > 0) {
              int kept = row(i, duals, runs, row, columns);
              count[i] = kept;
              columnOf[i] = Arrays.copyOf(columns, kept);
              double[] kernel = new double[kept];
              for (int e = 0; e < kept; e++) {
                kernel[e] = row[columns[e]];
              }
              kernelOf[i] = kernel;
            }
          }
        });
    filled = true;
    return true;
  }

  /// Computes the kernels of a row that are worth it, and lists their columns.
  private int row(int i, Duals duals, int[] runs, double[] row, int[] columns) {
    double worth = SoftTransform.exp2(-cut);
    int kept = 0;
    for (int run = 0; run < runs.length && runs[run + 1] > 0; run += 2) {
      int from = runs[run] * Tiles.SIZE;
      int to = Math.min(b.length, runs[run + 1] * Tiles.SIZE);
      cost.row(i, from, to, row, from);
      GIBBS.powers(row, rate, duals.phi[i], duals.gamma, from, to, row);
      for (int j = from; j < to; j++) {
        if (row[j] >= worth && b[j] > 0) {
          columns[kept++] = j;
        }
      }
    }
    return kept;
  }

  /// {@return about how many pairs are worth it, from one row in [#SAMPLE]}
  private double pairs(Duals duals) {
    double[] gammas = Tiles.largest(duals.gamma);
    double[] row = new double[b.length];
    int[] columns = new int[b.length];
    int[] runs = new int[2 * gammas.length + 2];
    int stride = Math.max(1, a.length / SAMPLE);
    long found = 0;
    int looked = 0;
    for (int i = stride / 2; i < a.length; i += stride) {
      int known = tiles.runs(i / Tiles.SIZE, duals.phi[i], gammas, rate, cut, runs);
      Arrays.fill(runs, 2 * known, runs.length, 0);
      found += row(i, duals, runs, row, columns);
      looked++;
    }
    return (double) found / looked * a.length;
  }

  /// Rows looked at before a list is made.
  private static final int SAMPLE = 100;
}
