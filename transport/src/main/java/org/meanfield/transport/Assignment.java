package org.meanfield.transport;

import java.util.Arrays;

/// The optimal assignment of n rows to n columns, by an auction whose prices come from a coarser
/// problem and shortest augmenting paths that make it exact.
///
/// 1. Every fourth point of each side, in an order that keeps neighbours together ([KdOrder]), is
///    assigned the same way; its prices extend to all columns by a c-transform.
/// 2. Each row gets its [#NEAREST] [Candidates] at these prices. An [Auction] with falling ε, down
///    to a small part of what a row's candidates differ by, makes prices that are nearly optimal.
/// 3. Prices are raised until every column is tight at some row; tight pairs are matched;
///    [ShortestPaths] match the rest, and end with prices that prove the assignment optimal.
///
/// O(n·K) memory. Where clusters far apart differ in mass, an auction becomes a price war, with
/// many ties paths become searches of everything. So work is counted on every level, and given up
/// when it is some times what uniform clouds take, mostly on a coarse level where that is soon
/// known.
final class Assignment {
  /// Candidates per row.
  private static final int NEAREST = 24;

  /// Problems up to this size start from prices zero.
  private static final int COARSEST = 400;

  /// ε of the first round, in units of what a row's candidates differ by, after a coarser problem
  /// and without one.
  private static final double FIRST = 1;

  private static final double FIRST_OF_ALL = 20;

  /// ε of the last round.
  private static final double LAST = 0.02;

  /// ε is at least this, relative to costs and prices: with many ties candidates hardly differ.
  private static final double LEAST = 1e-7;

  /// Bids per row that an auction may take, a look counted as some. Uniform clouds take 200.
  private static final long BIDS = 400;

  /// Arcs per row that the paths may pass. Uniform clouds take 500.
  private static final long ARCS = 10_000;

  /// A reduced cost of at most this much, relative to costs and prices, is round-off.
  private static final double ROUND_OFF = 4 * Math.ulp(1.0);

  private final GroundCost cost;
  private final int size;
  private final double[] v;
  private final Matching matching;
  private long steps;

  private Assignment(GroundCost cost) {
    this.cost = cost;
    this.size = cost.sources();
    this.v = new double[size];
    this.matching = new Matching(size);
  }

  /// What came of it. Immutable but for its arrays, which are not to be changed.
  static final class Result {
    private final boolean optimal;
    private final long steps;
    private final int[] columnOf;
    private final double[] v;

    private Result(boolean optimal, long steps, int[] columnOf, double[] v) {
      this.optimal = optimal;
      this.steps = steps;
      this.columnOf = columnOf;
      this.v = v;
    }

    /// {@return whether it ended; if not, there is neither assignment nor prices}
    boolean optimal() {
      return optimal;
    }

    /// {@return bids and columns settled on all levels}
    long steps() {
      return steps;
    }

    /// {@return the column of each row; not a copy}
    int[] columnOf() {
      return columnOf;
    }

    /// {@return the price of each column; not a copy}
    double[] v() {
      return v;
    }
  }

  /// {@return an optimal assignment}
  ///
  /// @param cost between as many rows as columns
  static Result of(GroundCost cost) {
    int n = cost.sources();
    int[] rows = KdOrder.of(cost.sourcePoints(), n);
    int[] columns = KdOrder.of(cost.targetPoints(), n);
    Assignment sorted = new Assignment(cost.between(rows, columns));
    boolean optimal = sorted.solve();
    sorted.centre();
    int[] columnOf = new int[n];
    double[] v = new double[n];
    if (optimal) {
      for (int at = 0; at < n; at++) {
        columnOf[rows[at]] = columns[sorted.matching.columnOf(at)];
        v[columns[at]] = sorted.v[at];
      }
    }
    return new Result(optimal, sorted.steps, columnOf, v);
  }

  private boolean solve() {
    boolean coarse = size > COARSEST;
    if (coarse && !guessPrices()) {
      return false;
    }
    Candidates candidates = new Candidates(cost, v, Math.min(size, NEAREST));
    double spread = spread(candidates);
    double scale = scale(candidates);
    double last = Math.max(LAST * spread, LEAST * scale);
    if (size > 1 && last > 0) {
      Auction auction = new Auction(candidates, matching, v, BIDS * size);
      boolean ended = auction.run(Math.max(last, (coarse ? FIRST : FIRST_OF_ALL) * spread), last);
      steps += auction.bids();
      if (!ended) {
        return false;
      }
    }
    tighten(candidates, last);
    matchTight(candidates, ROUND_OFF * scale(candidates));
    ShortestPaths paths = new ShortestPaths(cost, candidates, matching, v, ARCS * size);
    boolean complete = paths.complete();
    steps += paths.steps();
    return complete;
  }

  /// Prices have fallen from zero; only their differences count, and small ones keep more digits.
  private void centre() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double price : v) {
      low = Math.min(low, price);
      high = Math.max(high, price);
    }
    double middle = low + (high - low) / 2;
    for (int j = 0; j < size; j++) {
      v[j] -= middle;
    }
  }

  /// Sets v from a coarser problem.
  private boolean guessPrices() {
    int few = size / 4;
    int[] some = new int[few];
    for (int at = 0; at < few; at++) {
      some[at] = 4 * at + 1;
    }
    Assignment coarse = new Assignment(cost.between(some, some));
    boolean optimal = coarse.solve();
    coarse.centre();
    steps += coarse.steps;
    if (!optimal) {
      return false;
    }
    double[] u = new double[few];
    for (int at = 0; at < few; at++) {
      u[at] = coarse.matching.costOf(at) - coarse.v[coarse.matching.columnOf(at)];
    }
    int[] all = new int[size];
    Arrays.setAll(all, j -> j);
    double[] least = Certificate.transform(cost.between(some, all).transposed(), u);
    System.arraycopy(least, 0, v, 0, size);
    return true;
  }

  /// The mean over rows of how much their last candidate is worse than the best.
  private double spread(Candidates candidates) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      if (candidates.beyond(i) < Double.POSITIVE_INFINITY) {
        sum += candidates.beyond(i) - candidates.least(i);
      } else {
        double most = Double.NEGATIVE_INFINITY;
        for (int e = 0; e < candidates.columns(i).length; e++) {
          most = Math.max(most, candidates.costs(i)[e] - v[candidates.columns(i)[e]]);
        }
        sum += most - candidates.least(i);
      }
    }
    return sum / size;
  }

  private double scale(Candidates candidates) {
    double most = 0;
    for (int i = 0; i < size; i++) {
      most = Math.max(most, Math.abs(candidates.least(i)) + Math.abs(v[i]));
    }
    return most;
  }

  /// Raises v where no row is tight, by no more than `most`.
  private void tighten(Candidates candidates, double most) {
    double[] slack = new double[size];
    Arrays.fill(slack, most);
    for (int i = 0; i < size; i++) {
      double least = candidates.leastOfAll(i);
      if (candidates.beyond(i) - least < most) {
        candidates.look(i, 2 * candidates.columns(i).length);
      }
      double others = candidates.beyond(i) - least;
      if (others < most) {
        // More pairs are nearly tight than it pays to look at.
        return;
      }
      int[] columns = candidates.columns(i);
      for (int e = 0; e < columns.length; e++) {
        slack[columns[e]] =
            Math.min(slack[columns[e]], candidates.costs(i)[e] - v[columns[e]] - least);
      }
    }
    double raised = 0;
    for (int j = 0; j < size; j++) {
      double by = Math.max(0, slack[j]);
      v[j] += by;
      raised = Math.max(raised, by);
    }
    candidates.allowRaised(raised);
  }

  /// Frees pairs that are not tight, and matches free rows to free columns where that is.
  private void matchTight(Candidates candidates, double tolerance) {
    for (int i = 0; i < size; i++) {
      int j = matching.columnOf(i);
      if (j != Matching.NONE && matching.costOf(i) - v[j] - candidates.leastOfAll(i) > tolerance) {
        matching.free(i);
      }
    }
    for (int i = 0; i < size; i++) {
      if (matching.columnOf(i) == Matching.NONE) {
        double least = candidates.leastOfAll(i);
        int[] columns = candidates.columns(i);
        double[] costs = candidates.costs(i);
        for (int e = 0; e < columns.length && matching.columnOf(i) == Matching.NONE; e++) {
          if (matching.rowOf(columns[e]) == Matching.NONE
              && costs[e] - v[columns[e]] - least <= tolerance) {
            matching.give(i, columns[e], costs[e]);
          }
        }
      }
    }
  }
}
