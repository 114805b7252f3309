package org.meanfield.transport;

/// For each row of an assignment problem the few columns that matter: those of least c(i, j) − v_j
/// when they were looked for, and a number that no other is below.
///
/// While v only falls, that number stays right (look-back auctions, LAPMOD), and a row whose least
/// value among its candidates does not exceed it needs no further look.
///
/// One thread uses it.
final class Candidates {
  /// Rows that one thread looks up at a time.
  private static final int ROWS = 64;

  private final Boxes boxes;
  private final double[] v;
  private final double[] highest;
  private final int[][] columns;
  private final double[][] costs;
  private final double[] beyond;
  private final RowScan scan;
  private long entries;

  /// @param cost between rows and columns, both in [KdOrder]
  /// @param v prices of columns; the caller may lower them at any time, and raise them through
  ///   [#allowRaised]
  /// @param perRow how many columns each row is given
  Candidates(GroundCost cost, double[] v, int perRow) {
    this.v = v;
    this.boxes = new Boxes(cost);
    this.highest = RowScan.highest(boxes, v);
    int rows = cost.sources();
    this.columns = new int[rows][];
    this.costs = new double[rows][];
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
    this.entries = (long) rows * perRow;
  }

  private void take(int i, int k, RowScan from) {
    beyond[i] = from.scan(i, k);
    columns[i] = from.found();
    costs[i] = from.costs();
  }

  /// Looks anew for the candidates of a row at the prices of now.
  void look(int i, int k) {
    entries -= columns[i].length;
    take(i, Math.min(k, v.length), scan);
    entries += columns[i].length;
  }

  /// Bounds on prices per box fall behind when prices fall; this catches up.
  void refresh() {
    System.arraycopy(RowScan.highest(boxes, v), 0, highest, 0, highest.length);
  }

  /// Says that prices have risen, each by at most `by`.
  void allowRaised(double by) {
    for (int i = 0; i < beyond.length; i++) {
      beyond[i] -= by;
    }
    refresh();
  }

  /// {@return how many candidates all rows have together, for the memory they take}
  long entries() {
    return entries;
  }

  /// {@return the candidates of a row; not a copy, not to be changed}
  int[] columns(int i) {
    return columns[i];
  }

  /// {@return c(i, j) of the candidates; not a copy, not to be changed}
  double[] costs(int i) {
    return costs[i];
  }

  /// {@return what c(i, j) − v_j is not below for any j that is no candidate of row i}
  double beyond(int i) {
    return beyond[i];
  }

  /// {@return min_j c(i, j) − v_j among the candidates}
  double least(int i) {
    int[] theirs = columns[i];
    double[] c = costs[i];
    double least = Double.POSITIVE_INFINITY;
    for (int at = 0; at < theirs.length; at++) {
      least = Math.min(least, c[at] - v[theirs[at]]);
    }
    return least;
  }

  /// {@return min_j c(i, j) − v_j among all columns}
  double leastOfAll(int i) {
    double least = least(i);
    if (least > beyond[i]) {
      look(i, columns[i].length);
      least = least(i);
    }
    return least;
  }
}
