package org.meanfield.transport.exact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meanfield.transport.auction.Candidates;
import org.meanfield.transport.cost.Flow;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Blocks;
import org.meanfield.transport.dual.Boxes;
import org.meanfield.transport.dual.Prices;
import org.meanfield.transport.dual.RowScan;
import org.meanfield.transport.simplex.BasisStart;
import org.meanfield.transport.simplex.NetworkSimplex;

/// The [NetworkSimplex] on few arcs of each row, to which rounds add those that are missing.
///
/// A round passes over all rows; when one finds nothing to add, that is the proof of optimality. A
/// row needs no search where its candidates are sure to hold all that matters.
///
/// One thread uses it, once.
final class ArcRounds {
  /// Arcs per row at the start. Fewer need more rounds, more make pivots dearer; 8 to 24 take the
  /// same time within 30 %.
  private static final int NEAREST = 12;

  /// Most arcs that one round adds to a row, and that many times as many where it has the mass of
  /// several columns, which it will serve: with power laws of mass as few for all rows take up to a
  /// hundred rounds.
  private static final int ADDED = 16;

  /// Rows of a pass over all costs between two runs of the simplex, at least, and runs at most.
  private static final int PASS_ROWS = 256;

  private static final int PASSES = 32;

  /// Rows that one thread takes at a time.
  private static final int ROWS = 32;

  /// Reduced costs carry the round-off of two potentials and a cost; 32 ulp of their size is safely
  /// above it after a refresh, so that no pivot is made on noise.
  private static final double ROUND_OFF = 32 * Math.ulp(1.0);

  /// Coarse prices need no more digits than this; they are a guess. It is relative to the largest
  /// prices, and differences within a group far from all others matter as well: with 1e-4 such
  /// groups take 5 times the pivots on the next level, with 1e-11 as many as with this.
  private static final double COARSE = 1e-8;

  private final GroundCost cost;
  private final long[] rowMass;
  private final long[] columnMass;
  private final double[] u;
  private final double[] v;
  private final @Nullable Candidates candidates;
  private final Boxes boxes;
  private final NetworkSimplex simplex;

  /// @param cost between rows and columns
  /// @param rowMass masses > 0
  /// @param columnMass masses > 0 with the same sum
  /// @param u receives the potentials of rows
  /// @param v potentials of columns, good ones to begin with; receives optimal ones
  /// @param candidates at v, from which the first arcs come, or null for all arcs
  ArcRounds(
      GroundCost cost,
      long[] rowMass,
      long[] columnMass,
      double[] u,
      double[] v,
      @Nullable Candidates candidates) {
    this.cost = cost;
    this.rowMass = rowMass;
    this.columnMass = columnMass;
    this.u = u;
    this.v = v;
    this.candidates = candidates;
    this.boxes = new Boxes(cost);
    int rows = u.length;
    int columns = v.length;
    this.simplex =
        new NetworkSimplex(
            rows,
            columns,
            candidates == null ? 2 * rows * columns : rows * (NEAREST + 3) + 2 * columns);
  }

  /// Pivots, and adds arcs, until the flow is optimal.
  ///
  /// @param guess a flow to begin with; may have too little mass or too much at any point
  /// @param exact whether to the last digit; if not, prices are good enough for a guess
  /// @return whether it ended; if not, there were more pivots than any tested problem needs
  boolean run(Flow guess, boolean exact) {
    if (candidates == null) {
      addAll();
    } else {
      addNearest(candidates);
    }
    BasisStart start = new BasisStart(cost, rowMass, columnMass);
    for (int at = 0; at < guess.size(); at++) {
      start.give(guess.row(at), guess.column(at), guess.mass(at));
    }
    start.giveBySlack(simplex, u, v);
    start.apply(simplex, u, v);
    if (candidates != null) {
      candidates.remember();
    }

    // Pivots grow about linearly; this is far beyond what any tested problem needs.
    long most = 100_000L + 2000L * (u.length + v.length);
    double precision = exact ? ROUND_OFF : COARSE;
    boolean optimal = false;
    while (!optimal && simplex.pivots() < most) {
      boolean ended = simplex.optimise(precision * scale(), 0, most - simplex.pivots());
      simplex.refreshPotentials();
      optimal = ended && !improve(precision, most);
    }
    for (int i = 0; i < u.length; i++) {
      u[i] = simplex.rowPotential(i);
    }
    for (int j = 0; j < v.length; j++) {
      v[j] = simplex.columnPotential(j);
    }
    return optimal && simplex.artificialFlow() == 0;
  }

  /// {@return how many pivots were made}
  long pivots() {
    return simplex.pivots();
  }

  /// {@return what goes where}
  Flow flow() {
    return simplex.flow();
  }

  private void addAll() {
    double[] row = new double[v.length];
    for (int i = 0; i < u.length; i++) {
      cost.row(i, row);
      u[i] = Double.POSITIVE_INFINITY;
      for (int j = 0; j < v.length; j++) {
        simplex.addArc(i, j, row[j]);
        u[i] = Math.min(u[i], row[j] - v[j]);
      }
    }
  }

  private void addNearest(Candidates known) {
    Smallest nearest = new Smallest(Math.min(v.length, NEAREST));
    for (int i = 0; i < u.length; i++) {
      int[] columns = known.columns(i);
      double[] costs = known.costs(i);
      nearest.clear();
      for (int e = 0; e < columns.length; e++) {
        nearest.offer(e, costs[e] - v[columns[e]]);
      }
      u[i] = nearest.value(0);
      for (int rank = 0; rank < nearest.count(); rank++) {
        int e = nearest.number(rank);
        simplex.addArc(i, columns[e], costs[e]);
      }
    }
  }

  /// Goes over all costs once, some rows at a time: adds their missing arcs and pivots on these
  /// alone before it goes on, so that later rows see prices that are already better.
  ///
  /// @return whether any arc was missing; if none was, no potential has changed on the way
  private boolean improve(double precision, long most) {
    int rows = u.length;
    double tolerance = precision * scale();
    int batches = Math.clamp(rows / PASS_ROWS, 1, PASSES);
    boolean found = false;
    for (int batch = 0; batch < batches; batch++) {
      int known = simplex.arcs();
      int from = (int) ((long) rows * batch / batches);
      int to = (int) ((long) rows * (batch + 1) / batches);
      addMissing(from, to, tolerance);
      if (simplex.arcs() > known) {
        found = true;
        simplex.optimise(tolerance, known, most - simplex.pivots());
      }
    }
    return found;
  }

  private double scale() {
    double most = 0;
    for (int i = 0; i < u.length; i++) {
      most = Math.max(most, Math.abs(simplex.rowPotential(i)));
    }
    for (int j = 0; j < v.length; j++) {
      most = Math.max(most, Math.abs(simplex.columnPotential(j)));
    }
    return most;
  }

  /// Adds arcs with a reduced cost below −tolerance, the worst of each of some rows.
  private void addMissing(int from, int to, double tolerance) {
    for (int j = 0; j < v.length; j++) {
      v[j] = simplex.columnPotential(j);
    }
    double rise = candidates == null ? 0 : candidates.rise();
    double perColumn = (double) Arrays.stream(rowMass).sum() / v.length;
    Prices prices = new Prices(boxes, v);
    int[][] found = new int[to - from][];
    Blocks.each(
        Blocks.count(to - from, ROWS),
        block -> {
          RowScan scan = null;
          int end = Math.min(to, from + (block + 1) * ROWS);
          for (int i = from + block * ROWS; i < end; i++) {
            double limit = simplex.rowPotential(i) - tolerance;
            if (candidates != null && candidates.holdAll(i, limit, rise)) {
              found[i - from] = candidates.below(i, limit);
            } else {
              scan = scan == null ? new RowScan(cost, boxes, prices) : scan;
              scan.scan(i, added(i, perColumn), limit);
              found[i - from] = scan.found();
            }
          }
        });
    for (int i = from; i < to; i++) {
      for (int j : found[i - from]) {
        simplex.addArc(i, j, cost.at(i, j));
      }
    }
  }

  /// {@return how many arcs a round may add to a row}
  ///
  /// @param perColumn the mean mass of a column
  private int added(int i, double perColumn) {
    return (int) Math.min(v.length, Math.max(ADDED, ADDED * (rowMass[i] / perColumn)));
  }
}
