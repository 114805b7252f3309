package org.meanfield.transport;

/// For each row the few columns that matter: those of least c(i, j) − v_j when they were looked
/// for, the least first, and a number that no other is below.
///
/// While v only falls, these numbers stay lower bounds (look-back auctions, LAPMOD): a search along
/// a row ends where they exceed what it is after, and a row whose least value among its candidates
/// does not exceed the last needs no further look.
///
/// One thread uses it; it shares out the first look.
final class Candidates {
  /// Rows that one thread looks up at a time.
  private static final int ROWS = 64;

  private final GroundCost cost;
  private final Boxes boxes;
  private final double[] v;
  private final double[] highest;
  private final int[][] columns;
  private final double[][] costs;
  private final double[][] values;
  private final double[] beyond;
  private final RowScan scan;

  /// @param cost between rows and columns, both in [KdOrder]
  /// @param v prices of columns; the caller may lower them at any time
  /// @param perRow how many columns each row is given
  Candidates(GroundCost cost, double[] v, int perRow) {
    this.cost = cost;
    this.v = v;
    this.boxes = new Boxes(cost);
    this.highest = RowScan.highest(boxes, v);
    int rows = cost.sources();
    this.columns = new int[rows][];
    this.costs = new double[rows][];
    this.values = new double[rows][];
    this.beyond = new double[rows];
    this.scan = new RowScan(cost, boxes, v, highest);
    Blocks.each(
        Blocks.count(rows, ROWS),
        block -> {
          RowScan own = new RowScan(cost, boxes, v, highest);
          for (int i = block * ROWS; i < Math.min(rows, (block + 1) * ROWS); i++) {
            take(i, perRow, own);
          }
        });
  }

  private void take(int i, int k, RowScan from) {
    beyond[i] = from.scan(i, k, Double.POSITIVE_INFINITY);
    int[] found = from.found();
    double[] theirs = from.values();
    double[] exact = new double[found.length];
    for (int at = 0; at < found.length; at++) {
      exact[at] = cost.at(i, found[at]);
    }
    columns[i] = found;
    costs[i] = exact;
    values[i] = theirs;
  }

  /// Looks anew for the candidates of a row at the prices of now.
  void look(int i, int k) {
    take(i, Math.min(k, v.length), scan);
    scan.refresh();
  }

  /// {@return the candidates of a row; not a copy, not to be changed}
  int[] columns(int i) {
    return columns[i];
  }

  /// {@return c(i, j) of the candidates; not a copy, not to be changed}
  double[] costs(int i) {
    return costs[i];
  }

  /// {@return increasing numbers that c(i, j) − v_j of the candidates is not below; not a copy, not
  /// to be changed}
  double[] values(int i) {
    return values[i];
  }

  /// {@return what c(i, j) − v_j is not below for any j that is no candidate of row i}
  double beyond(int i) {
    return beyond[i];
  }

  /// {@return min_j c(i, j) − v_j among the candidates}
  double least(int i) {
    int[] theirs = columns[i];
    double[] c = costs[i];
    double[] low = values[i];
    double least = Double.POSITIVE_INFINITY;
    for (int at = 0; at < theirs.length && low[at] < least; at++) {
      least = Math.min(least, c[at] - v[theirs[at]]);
    }
    return least;
  }

  /// {@return min_j c(i, j) − v_j among all columns}
  double leastOfAll(int i) {
    double least = least(i);
    if (least > beyond(i)) {
      look(i, columns[i].length);
      least = least(i);
    }
    return least;
  }
}
