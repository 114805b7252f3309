package org.meanfield.transport;

/// The auction for an assignment: rows without a column bid for the one that serves them best, so
/// that the prices −v_j of wanted columns rise, by ε more than needed.
///
/// At the end of a round every row has a column that is within ε of its best. Rounds with falling ε
/// (ε-scaling), each from the prices of the one before, keep price wars short.
///
/// **Reference.** D. P. Bertsekas, *The auction algorithm: a distributed relaxation method for the
/// assignment problem*, Annals of Operations Research 14, 105–123 (1988).
final class Auction {
  /// What ε falls by from round to round.
  private static final double FALL = 6;

  /// A row that is looked up again gets twice as many candidates, up to this many: a look costs far
  /// more than a bid among some hundred.
  private static final int MOST = 192;

  /// What a look costs, in bids.
  private static final int LOOK = 30;

  private final Candidates candidates;
  private final Matching matching;
  private final double[] v;
  private final int[] waiting;
  private long left;
  private long bids;

  /// @param candidates of each row at prices v
  /// @param matching to be completed
  /// @param v falls
  /// @param most bids before it gives up
  Auction(Candidates candidates, Matching matching, double[] v, long most) {
    this.candidates = candidates;
    this.matching = matching;
    this.v = v;
    this.waiting = new int[v.length];
    this.left = most;
  }

  /// {@return how many bids were made}
  long bids() {
    return bids;
  }

  /// Runs rounds from one ε down to another.
  ///
  /// @return whether all rows have a column within the last ε of their best
  boolean run(double first, double last) {
    double epsilon = first;
    while (true) {
      candidates.refresh();
      if (!round(epsilon)) {
        return false;
      }
      if (epsilon <= last) {
        return true;
      }
      epsilon = Math.max(epsilon / FALL, last);
    }
  }

  private boolean round(double epsilon) {
    int count = 0;
    for (int i = v.length - 1; i >= 0; i--) {
      int j = matching.columnOf(i);
      if (j != Matching.NONE) {
        double best = Math.min(candidates.beyond(i), candidates.least(i));
        if (matching.costOf(i) - v[j] <= best + epsilon) {
          continue;
        }
        matching.free(i);
      }
      waiting[count++] = i;
    }
    while (count > 0) {
      if (left <= 0) {
        return false;
      }
      int outbid = bid(waiting[--count], epsilon);
      if (outbid != Matching.NONE) {
        waiting[count++] = outbid;
      }
    }
    return true;
  }

  private int bid(int i, double epsilon) {
    while (true) {
      left--;
      int[] columns = candidates.columns(i);
      double[] costs = candidates.costs(i);
      double best = Double.POSITIVE_INFINITY;
      double second = Double.POSITIVE_INFINITY;
      int at = 0;
      for (int e = 0; e < columns.length; e++) {
        double value = costs[e] - v[columns[e]];
        if (value < second) {
          if (value < best) {
            second = best;
            best = value;
            at = e;
          } else {
            second = value;
          }
        }
      }
      if (second > candidates.beyond(i)) {
        left -= LOOK;
        candidates.look(i, Math.max(columns.length, Math.min(2 * columns.length, MOST)));

        continue;
      }
      bids++;
      v[columns[at]] -= second - best + epsilon;
      return matching.give(i, columns[at], costs[at]);
    }
  }
}
