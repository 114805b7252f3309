package org.meanfield.transport.entropic;

/// The columns of a row whose kernels may exceed 2^(−cut), as runs [from, to), or all of them.
///
/// One thread uses it, row by row.
final class RowRuns {
  /// By how much, in powers of two, φ may be wrong for the choice of columns to be trusted.
  static final double FITS = 10;

  private final Tiles tiles;
  private final double[] phis;
  private final double[] gammas;
  private final double rate;
  private final double cut;
  private final int columns;
  private final int[] boxes;
  private int box = -1;
  private int count;
  private boolean whole;

  /// @param phis the largest φ of each box of rows
  /// @param gammas the largest γ of each box of columns
  RowRuns(Tiles tiles, double[] phis, double[] gammas, double rate, double cut, int columns) {
    this.tiles = tiles;
    this.phis = phis;
    this.gammas = gammas;
    this.rate = rate;
    this.cut = cut;
    this.columns = columns;
    this.boxes = new int[2 * gammas.length + 2];
  }

  /// {@return these runs, now of row i}
  ///
  /// @param all whether it takes all columns
  RowRuns of(int i, boolean all) {
    if (i / Tiles.SIZE != box) {
      box = i / Tiles.SIZE;
      count = tiles.runs(box, phis[box], gammas, rate, cut, boxes);
    }
    whole = all;
    return this;
  }

  int count() {
    return whole ? 1 : count;
  }

  int from(int run) {
    return whole ? 0 : boxes[2 * run] * Tiles.SIZE;
  }

  int to(int run) {
    return whole ? columns : Math.min(columns, boxes[2 * run + 1] * Tiles.SIZE);
  }
}
