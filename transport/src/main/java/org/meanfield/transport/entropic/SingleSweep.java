package org.meanfield.transport.entropic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meanfield.kernels.transport.GibbsLanes;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Blocks;
import org.meanfield.transport.course.Strips;

/// Sinkhorn's iteration in single precision over the tiles that matter. Kernels are evaluated anew
/// in each iteration, with the potentials in the exponent, so that none overflows near the
/// solution; or they are stored and carry the potentials' changes as factors until these grow large
/// and are absorbed.
///
/// Before each evaluation potentials are rounded to single precision, so that what is evaluated is
/// the kernel of the potentials at hand. Marginals far from right are left to [DoubleSweep].
///
/// **Reference.** B. Schmitzer, *Stabilized sparse scaling algorithms for entropy regularized
/// transport problems*, SIAM Journal on Scientific Computing 41(3), A1443–A1481 (2019), sections
/// 3.1 (absorption) and 3.3 (truncation).
final class SingleSweep implements Sweep {
  private static final GibbsLanes GIBBS = GibbsLanes.best();

  /// Stored kernels are evaluated anew where a potential moved by more than 2⁸.
  private static final double ABSORB = 8;

  /// Sums of some thousand kernels agree with double precision to about 2⁻²², measured.
  private static final double SUM_ERROR = 0x1p-22;

  /// Half an ulp relative to one, times ln 2, of an exponent's terms.
  private static final double EXPONENT_ERROR = 0x1p-24;

  private final GroundCost cost;
  private final double[] a;
  private final double[] b;
  private final double rate;
  private final double cut;
  private final boolean stored;
  private final Tiles tiles;

  private final int n;
  private final int m;
  private final float[] x;
  private final float[] y;
  private final float[] periods;
  private final float[] weights;

  private final float[] basePhi;
  private final float[] baseGamma;
  private final float[][] kernels;
  private final int[][] kept;
  private boolean filled;
  private double largestExponent;

  /// @param tiles of the problem's costs
  /// @param rate log₂e/ε
  /// @param cut exponents below −cut may be left out
  /// @param stored whether kernels are kept: 4 bytes for each pair that matters
  SingleSweep(EntropicProblem problem, Tiles tiles, double rate, double cut, boolean stored) {
    this.cost = problem.cost();
    this.a = problem.sourceMasses();
    this.b = problem.targetMasses();
    this.rate = rate;
    this.cut = stored ? cut + 2 * ABSORB : cut;
    this.stored = stored;
    this.tiles = tiles;
    n = Blocks.count(a.length, GibbsLanes.ROWS) * GibbsLanes.ROWS;
    m = Blocks.count(b.length, GibbsLanes.COLUMNS) * GibbsLanes.COLUMNS;
    double unit =
        switch (cost.ground()) {
          case L1, L2 -> rate;
          case L1_SQUARED, L2_SQUARED -> Math.sqrt(rate);
        };
    x = scaled(cost.sourcePoints(), a.length, n, unit);
    y = scaled(cost.targetPoints(), b.length, m, unit);
    periods = new float[cost.periods().length];
    for (int k = 0; k < periods.length; k++) {
      periods[k] = (float) (cost.periods()[k] * unit);
    }
    weights = new float[m];
    basePhi = new float[n];
    baseGamma = new float[m];
    int boxes = Blocks.count(a.length, Tiles.SIZE);
    kernels = new float[stored ? n / GibbsLanes.ROWS : 0][];
    kept = new int[boxes][];
  }

  private float[] scaled(double[] points, int count, int padded, double unit) {
    float[] coordinates = new float[cost.periods().length * padded];
    for (int at = 0; at < coordinates.length; at++) {
      int k = at / padded;
      int i = Math.min(at % padded, count - 1);
      coordinates[at] = (float) (points[k * count + i] * unit);
    }
    return coordinates;
  }

  @Override
  public double floor() {
    return SUM_ERROR + EXPONENT_ERROR * largestExponent;
  }

  @Override
  public double apply(Duals duals, double omega) {
    boolean evaluate = !(stored && filled && near(duals));
    if (evaluate) {
      setBase(duals);
    }
    double[] gammaShift = new double[b.length];
    for (int j = 0; j < b.length; j++) {
      gammaShift[j] = b[j] > 0 ? SoftTransform.exp2(duals.gamma[j] - baseGamma[j]) : 0;
      weights[j] = (float) (b[j] * gammaShift[j]);
    }
    double[] phis = Tiles.largest(duals.phi);
    double[] gammas = Tiles.largest(duals.gamma);
    double[] next = new double[a.length];
    Strips strips = new Strips(a.length, Tiles.SIZE, b.length);
    strips.each((from, to, strip) -> {
      Room room = new Room(m);
      for (int start = from; start < to; start += Tiles.SIZE) {
        int box = start / Tiles.SIZE;
        if (evaluate) {
          int count = tiles.runs(box, phis[box], gammas, rate, cut, room.runs);
          kept[box] = Arrays.copyOf(room.runs, 2 * count);
        }
        for (int i = start; i < Math.min(to, start + Tiles.SIZE); i += GibbsLanes.ROWS) {
          rows(i, kept[box], evaluate, duals, omega, room, next, strip);
        }
        room.flush(kept[box], strip.columns());
      }
    });
    filled = true;
    return duals.move(next, b, gammaShift, strips, omega);
  }

  /// What one strip works with.
  private static final class Room {
    private final float[] columns;
    private final float[] kernel;
    private final float[] alpha = new float[GibbsLanes.ROWS];
    private final double[] sums = new double[GibbsLanes.ROWS];
    private final int[] runs;

    private Room(int m) {
      columns = new float[m];
      kernel = new float[GibbsLanes.ROWS * m];
      runs = new int[2 * (m / Tiles.SIZE) + 2];
    }

    /// Single precision sums over one box of rows only.
    private void flush(int[] kept, double[] totals) {
      for (int run = 0; run < kept.length; run += 2) {
        int to = Math.min(totals.length, kept[run + 1] * Tiles.SIZE);
        for (int j = kept[run] * Tiles.SIZE; j < to; j++) {
          totals[j] += columns[j];
        }
        Arrays.fill(columns, kept[run] * Tiles.SIZE, kept[run + 1] * Tiles.SIZE, 0);
      }
    }
  }

  private void rows(
      int i,
      int[] runs,
      boolean evaluate,
      Duals duals,
      double omega,
      Room room,
      double[] next,
      Strips.Strip strip) {
    float[] kernel = room.kernel;
    if (stored) {
      float @Nullable [] mine = kernels[i / GibbsLanes.ROWS];
      if (mine == null) {
        mine = new float[GibbsLanes.ROWS * m];
        kernels[i / GibbsLanes.ROWS] = mine;
      }
      kernel = mine;
    }
    Arrays.fill(room.sums, 0);
    for (int run = 0; run < runs.length; run += 2) {
      int from = runs[run] * Tiles.SIZE;
      int to = runs[run + 1] * Tiles.SIZE;
      if (evaluate) {
        GIBBS.tile(
            cost.ground(),
            periods,
            x,
            n,
            i,
            y,
            m,
            from,
            to,
            basePhi,
            baseGamma,
            weights,
            kernel,
            room.sums);
      } else {
        GIBBS.sums(kernel, m, from, to, weights, room.sums);
      }
    }
    for (int s = 0; s < GibbsLanes.ROWS; s++) {
      room.alpha[s] = 0;
      if (i + s < a.length && a[i + s] > 0) {
        double shift = duals.phi[i + s] - basePhi[i + s];
        double sum = SoftTransform.exp2(shift) * room.sums[s];
        if (!Duals.reliable(sum)) {
          strip.addError(Double.NaN);
          return;
        }
        double step = -omega * SoftTransform.log2(sum);
        next[i + s] = duals.phi[i + s] + step;
        room.alpha[s] = (float) (a[i + s] * SoftTransform.exp2(shift + step));
        strip.addError(a[i + s] * Math.abs(sum - 1));
      }
    }
    for (int run = 0; run < runs.length; run += 2) {
      GIBBS.addRows(
          kernel, m, runs[run] * Tiles.SIZE, runs[run + 1] * Tiles.SIZE, room.alpha, room.columns);
    }
  }

  private void setBase(Duals duals) {
    largestExponent = 0;
    round(duals.phi, basePhi);
    round(duals.gamma, baseGamma);
  }

  private void round(double[] values, float[] rounded) {
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
      values[i] = rounded[i];
      if (values[i] != Double.NEGATIVE_INFINITY) {
        largestExponent = Math.max(largestExponent, Math.abs(values[i]));
      }
    }
    Arrays.fill(rounded, values.length, rounded.length, Float.NEGATIVE_INFINITY);
  }

  private boolean near(Duals duals) {
    return near(duals.phi, basePhi) && near(duals.gamma, baseGamma);
  }

  private static boolean near(double[] values, float[] base) {
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(values[i] - base[i]) > ABSORB) {
        return false;
      }
    }
    return true;
  }
}
