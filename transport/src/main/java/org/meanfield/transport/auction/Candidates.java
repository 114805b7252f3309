package org.meanfield.transport.auction;

import java.util.Arrays;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Blocks;
import org.meanfield.transport.dual.Boxes;
import org.meanfield.transport.dual.Prices;
import org.meanfield.transport.dual.RowScan;

/// For each row the few columns that matter: those of least c(i, j) − v_j when they were looked
/// for, the least first, and a number that no other is below.
///
/// While v only falls, these numbers stay lower bounds (look-back auctions, LAPMOD): a search along
/// a row ends where they exceed what it is after, and a row whose least value among its candidates
/// does not exceed the last needs no further look.
///
/// One thread uses it; it shares out the first look.
public final class Candidates {
  /// Rows that one thread looks up at a time, at least.
  private static final int ROWS = 64;

  /// A row's k-th least is likely to be below its neighbour's and this part of what the neighbour's
  /// k differ by.
  private static final double MARGIN = 0.5;

  private static final float[] NONE = {};

  private final GroundCost cost;
  private final double[] v;
  private final int[][] columns;
  private final double[][] costs;
  private final float[][] values;
  private final double[] beyond;
  private final RowScan scan;
  private double[] remembered;

  /// @param cost between rows and columns, both in [org.meanfield.transport.cost.KdOrder]
  /// @param v prices of columns; the caller may lower them at any time
  /// @param perRow how many columns each row is given
  public Candidates(GroundCost cost, double[] v, int perRow) {
    this.cost = cost;
    this.v = v;
    Boxes boxes = new Boxes(cost);
    Prices prices = new Prices(boxes, v);
    int rows = cost.sources();
    this.columns = new int[rows][];
    this.costs = new double[rows][];
    this.values = new float[rows][];
    this.beyond = new double[rows];
    this.scan = new RowScan(cost, boxes, prices);
    this.remembered = v;
    int together = Blocks.size(rows, ROWS);
    Blocks.each(
        Blocks.count(rows, together),
        block -> {
          RowScan own = new RowScan(cost, boxes, prices);
          double expected = Double.POSITIVE_INFINITY;
          for (int i = block * together; i < Math.min(rows, (block + 1) * together); i++) {
            take(i, perRow, expected, own);
            expected = beyond[i] + MARGIN * (beyond[i] - values[i][0]);
          }
        });
  }

  /// @param expected what the k-th least is likely to be below; if it is not, the row is searched
  ///   again
  private void take(int i, int k, double expected, RowScan from) {
    beyond[i] = from.scan(i, k, expected);
    if (from.count() < k) {
      beyond[i] = from.scan(i, k, Double.POSITIVE_INFINITY);
    }
    int[] found = from.found();
    float[] theirs = new float[found.length];
    double[] exact = new double[found.length];
    for (int at = 0; at < found.length; at++) {
      theirs[at] = below(from.value(at));
      exact[at] = cost.at(i, found[at]);
    }
    columns[i] = found;
    costs[i] = exact;
    values[i] = theirs;
  }

  private static float below(double value) {
    float single = (float) value;
    return single > value ? Math.nextDown(single) : single;
  }

  /// Looks anew for the candidates of a row at the prices of now.
  void look(int i, int k) {
    int wanted = Math.min(k, v.length);
    take(i, wanted, expected(i, wanted), scan);
    scan.refresh();
  }

  /// What the k-th least of a row is likely to be below. As many as there are candidates are no
  /// worse than the worst of these at the prices of now; more are in proportion to the range.
  private double expected(int i, int k) {
    int[] theirs = columns[i];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < theirs.length; at++) {
      double value = costs[i][at] - v[theirs[at]];
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double times = (double) k / theirs.length;
    return Math.nextUp(most) + (times - 1) * (most - least);
  }

  /// {@return the candidates of a row; not a copy, not to be changed}
  public int[] columns(int i) {
    return columns[i];
  }

  /// {@return c(i, j) of the candidates; not a copy, not to be changed}
  public double[] costs(int i) {
    return costs[i];
  }

  /// {@return increasing numbers that c(i, j) − v_j of the candidates is not below; not a copy, not
  /// to be changed}
  public float[] values(int i) {
    return values[i];
  }

  /// {@return what c(i, j) − v_j is not below for any j that is no candidate of row i}
  double beyond(int i) {
    return beyond[i];
  }

  /// {@return min_j c(i, j) − v_j among the candidates}
  public double least(int i) {
    int[] theirs = columns[i];
    double[] c = costs[i];
    float[] low = values[i];
    double least = Double.POSITIVE_INFINITY;
    for (int at = 0; at < theirs.length && low[at] < least; at++) {
      least = Math.min(least, c[at] - v[theirs[at]]);
    }
    return least;
  }

  /// {@return min_j c(i, j) − v_j among all columns}
  public double leastOfAll(int i) {
    double least = least(i);
    if (least > beyond(i)) {
      look(i, columns[i].length);
      least = least(i);
    }
    return least;
  }

  /// Says that from now on prices may rise too, above what they are. Lower bounds of values are let
  /// go, and with them the questions that need them: [#least], [#leastOfAll], [#values].
  public void remember() {
    remembered = v.clone();
    Arrays.fill(values, NONE);
  }

  /// {@return by how much some price has risen since they were remembered, with round-off}
  public double rise() {
    double most = 0;
    double size = 0;
    for (int j = 0; j < v.length; j++) {
      most = Math.max(most, v[j] - remembered[j]);
      size = Math.max(size, Math.abs(v[j]) + Math.abs(remembered[j]));
    }
    return most + 4 * Math.ulp(size);
  }

  /// {@return whether all columns with c(i, j) − v_j below a limit are sure to be candidates}
  ///
  /// @param rise the same as [#rise()] tells
  public boolean holdAll(int i, double limit, double rise) {
    return limit < beyond[i] - rise - 4 * Math.ulp(beyond[i]);
  }

  /// {@return the candidates with c(i, j) − v_j below a limit, for prices that may have risen}
  public int[] below(int i, double limit) {
    int[] found = new int[0];
    for (int at = 0; at < columns[i].length; at++) {
      if (costs[i][at] - v[columns[i][at]] < limit) {
        found = Arrays.copyOf(found, found.length + 1);
        found[found.length - 1] = columns[i][at];
      }
    }
    return found;
  }
}
