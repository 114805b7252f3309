package org.meanfield.transport.auction;

import java.util.Arrays;
import org.meanfield.transport.cost.Flow;
import org.meanfield.transport.course.Interruption;

/// The auction for a transport problem: rows with mass to place bid for the column that serves them
/// best, so that the prices −v_j of wanted columns rise, by ε more than needed.
///
/// A column's mass is held in pieces, each at the level of v at which its row bid for it; v_j is
/// the highest of these. A bid is at the level where the row's second-best column would serve it as
/// well, and buys the pieces above it, the highest first, whose rows then bid again. What nobody
/// has bought is a piece too. With equal masses a column is one piece, and this is the auction for
/// the assignment problem.
///
/// At the end all mass is placed, each piece within ε of the best for its row. There are no rounds
/// of falling ε: prices come from a coarser problem, and what is left over is done by pivots.
///
/// **References.** D. P. Bertsekas, *The auction algorithm: a distributed relaxation method for the
/// assignment problem*, Annals of Operations Research 14, 105–123 (1988); D. P. Bertsekas, D. A.
/// Castañon, *The auction algorithm for the transportation problem*, Annals of Operations Research
/// 20, 67–96 (1989).
public final class Auction {
  private static final int NONE = -1;

  /// A row that is looked up again gets twice as many candidates, up to this many: a look costs far
  /// more than a bid among some hundred.
  private static final int MOST = 192;

  /// What a look costs, in bids.
  private static final int LOOK = 10;

  private final Candidates candidates;
  private final double[] v;
  private final long[] left;
  private final int[] waiting;
  private int count;

  private final int[] head;
  private int[] next;
  private int[] holder;
  private long[] mass;
  private double[] level;
  private int free;
  private int pieces;

  private long budget;
  private long bids;

  /// @param candidates of each row at prices v
  /// @param rowMass masses > 0
  /// @param columnMass masses > 0 with the same sum
  /// @param v falls
  /// @param most bids before it gives up
  public Auction(Candidates candidates, long[] rowMass, long[] columnMass, double[] v, long most) {
    this.candidates = candidates;
    this.v = v;
    this.left = rowMass.clone();
    this.waiting = new int[rowMass.length];
    this.budget = most;
    int columns = columnMass.length;
    head = new int[columns];
    int room = 2 * (columns + rowMass.length) + 16;
    next = new int[room];
    holder = new int[room];
    mass = new long[room];
    level = new double[room];
    free = NONE;
    for (int j = 0; j < columns; j++) {
      head[j] = piece(NONE, columnMass[j], v[j], NONE);
    }
  }

  /// {@return how many bids were made}
  public long bids() {
    return bids;
  }

  /// Bids until all mass is placed.
  ///
  /// @param epsilon what bids exceed the second-best by
  /// @return whether all mass is placed, each piece within ε of the best; if not, bids ran out
  public boolean run(double epsilon) {
    for (int i = left.length - 1; i >= 0; i--) {
      waiting[count++] = i;
    }
    while (count > 0) {
      int i = waiting[--count];
      Interruption.check();
      while (left[i] > 0) {
        if (budget <= 0) {
          return false;
        }
        bid(i, epsilon);
      }
    }
    return true;
  }

  private void bid(int i, double epsilon) {
    while (true) {
      budget--;
      int[] columns = candidates.columns(i);
      double[] costs = candidates.costs(i);
      float[] values = candidates.values(i);
      double best = Double.POSITIVE_INFINITY;
      double second = Double.POSITIVE_INFINITY;
      int at = 0;
      for (int e = 0; e < columns.length && values[e] < second; e++) {
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
        budget -= LOOK;
        candidates.look(i, Math.max(columns.length, Math.min(2 * columns.length, MOST)));
        continue;
      }
      bids++;
      buy(i, columns[at], v[columns[at]] - (second - best + epsilon));
      return;
    }
  }

  /// Gives a row what it wants of a column above a level, at that level.
  private void buy(int i, int j, double at) {
    long wanted = left[i];
    long bought = 0;
    int p = head[j];
    while (p != NONE && level[p] > at && wanted > 0) {
      int other = holder[p];
      if (other == i) {
        bought += mass[p];
      } else {
        long part = Math.min(mass[p], wanted);
        wanted -= part;
        bought += part;
        if (other != NONE) {
          if (left[other] == 0) {
            waiting[count++] = other;
          }
          left[other] += part;
        }
        if (part < mass[p]) {
          mass[p] -= part;
          break;
        }
      }
      int following = next[p];
      discard(p);
      p = following;
    }
    left[i] = wanted;
    // What is above the level was left for want of mass to place; the new piece comes after it.
    int before = NONE;
    for (int q = p; q != NONE && level[q] > at; q = next[q]) {
      before = q;
    }
    if (before == NONE) {
      head[j] = piece(i, bought, at, p);
    } else {
      head[j] = p;
      int made = piece(i, bought, at, next[before]);
      next[before] = made;
    }
    v[j] = level[head[j]];
  }

  private int piece(int row, long carried, double at, int following) {
    int p;
    if (free != NONE) {
      p = free;
      free = next[p];
    } else {
      p = pieces++;
      if (p == next.length) {
        int room = p + p / 2;
        next = Arrays.copyOf(next, room);
        holder = Arrays.copyOf(holder, room);
        mass = Arrays.copyOf(mass, room);
        level = Arrays.copyOf(level, room);
      }
    }
    holder[p] = row;
    mass[p] = carried;
    level[p] = at;
    next[p] = following;
    return p;
  }

  private void discard(int p) {
    next[p] = free;
    free = p;
  }

  /// {@return what is placed}
  public Flow flow() {
    Flow placed = new Flow(head.length);
    for (int j = 0; j < head.length; j++) {
      for (int p = head[j]; p != NONE; p = next[p]) {
        if (holder[p] != NONE) {
          placed.add(holder[p], j, mass[p]);
        }
      }
    }
    return placed;
  }
}
