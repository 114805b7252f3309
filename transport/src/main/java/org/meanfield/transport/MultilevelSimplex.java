package org.meanfield.transport;

import java.util.Arrays;

/// The exact transport problem by a network simplex on few arcs: those that matter are guessed from
/// the prices of a coarser problem and completed until none is missing.
///
/// 1. A quarter of the points, drawn by weight at equal distances of cumulative mass, is solved the
///    same way; its prices extend to all columns by a c-transform.
/// 2. Each row offers its [#NEAREST] cheapest columns at these prices, each column its cheapest
///    row. A greedy pass over the offers, cheapest first, gives a feasible flow; what is left over
///    takes the cheapest arcs there are.
/// 3. The network simplex solves on these arcs. A pass over all n·m costs, some rows at a time,
///    adds what has a negative reduced cost and pivots on it; this repeats until a pass finds
///    nothing, which is the proof of optimality.
///
/// O(n·m·d) work per pass, O(n + m) memory.
final class MultilevelSimplex {
  /// Arcs per row at the start. Fewer need more rounds, more make pivots dearer; 8 to 24 take the
  /// same time within 30 %.
  private static final int NEAREST = 12;

  /// Most arcs that one round adds to a row.
  private static final int ADDED = 8;

  /// Parts of a pass over all costs. With one part, arcs are added for prices that are long
  /// outdated: up to 2.7 times the pivots on clustered points. More than 16 change little.
  private static final int BATCHES = 32;

  /// Problems up to this many arcs take all of them at once.
  private static final int ALL_ARCS = 4096;

  /// Reduced costs carry the round-off of two potentials and a cost; 32 ulp of their size is safely
  /// above it after a refresh, so that no pivot is made on noise.
  private static final double ROUND_OFF = 32 * Math.ulp(1.0);

  /// Coarse prices need no more digits than this; they are a guess.
  private static final double COARSE = 1e-4;

  private final GroundCost cost;
  private final long[] rowMass;
  private final long[] columnMass;
  private final double precision;
  private final double[] u;
  private final double[] v;
  private final double[] row;

  /// @param cost between rows and columns; best with at least as many rows as columns
  /// @param rowMass masses > 0
  /// @param columnMass masses > 0 with the same sum
  MultilevelSimplex(GroundCost cost, long[] rowMass, long[] columnMass) {
    this(cost, rowMass, columnMass, ROUND_OFF);
  }

  private MultilevelSimplex(GroundCost cost, long[] rowMass, long[] columnMass, double precision) {
    this.cost = cost;
    this.rowMass = rowMass;
    this.columnMass = columnMass;
    this.precision = precision;
    this.u = new double[rowMass.length];
    this.v = new double[columnMass.length];
    this.row = new double[columnMass.length];
  }

  /// The end of the method: a basis with its flow and potentials.
  ///
  /// @param simplex holds flow and potentials
  /// @param optimal whether nothing was left to improve
  /// @param pivots on this level and all coarser ones
  /// @param rounds passes over all costs on this level
  record Basis(NetworkSimplex simplex, boolean optimal, long pivots, int rounds) {}

  Basis solve() {
    int rows = rowMass.length;
    int columns = columnMass.length;
    boolean all = (long) rows * columns <= ALL_ARCS;
    long coarsePivots = all ? 0 : guessPrices();
    NetworkSimplex simplex =
        new NetworkSimplex(rows, columns, all ? rows * columns : rows * NEAREST + columns);
    offerArcs(simplex, all ? columns : Math.min(columns, NEAREST));
    new GreedyStart(cost, rowMass, columnMass, u, v).apply(simplex);

    // Pivots grow about linearly; this is far beyond what any tested problem needs.
    long most = 100_000L + 2000L * (rows + columns);
    int rounds = 0;
    boolean optimal = false;
    while (!optimal && simplex.pivots() < most) {
      boolean ended = simplex.optimise(precision * scale(simplex), 0, most - simplex.pivots());
      simplex.refreshPotentials();
      rounds++;
      optimal = ended && !improve(simplex, most);
    }
    return new Basis(simplex, optimal, coarsePivots + simplex.pivots(), rounds);
  }

  /// Goes over all costs once, some rows at a time: adds their missing arcs and pivots on these
  /// alone before it goes on, so that later rows see prices that are already better.
  ///
  /// @return whether any arc was missing; if none was, no potential has changed on the way
  private boolean improve(NetworkSimplex simplex, long most) {
    int rows = u.length;
    double tolerance = precision * scale(simplex);
    boolean found = false;
    for (int batch = 0; batch < BATCHES; batch++) {
      int known = simplex.arcs();
      int from = (int) ((long) rows * batch / BATCHES);
      int to = (int) ((long) rows * (batch + 1) / BATCHES);
      addMissing(simplex, from, to, tolerance);
      if (simplex.arcs() > known) {
        found = true;
        simplex.optimise(tolerance, known, most - simplex.pivots());
      }
    }
    return found;
  }

  private double scale(NetworkSimplex simplex) {
    double most = 0;
    for (int i = 0; i < u.length; i++) {
      most = Math.max(most, Math.abs(simplex.rowPotential(i)));
    }
    for (int j = 0; j < v.length; j++) {
      most = Math.max(most, Math.abs(simplex.columnPotential(j)));
    }
    return most;
  }

  /// Sets v from a coarser problem.
  ///
  /// @return the pivots it took
  private long guessPrices() {
    int draws = (Math.max(rowMass.length, columnMass.length) + 3) / 4;
    Draw rows = Draw.of(rowMass, draws);
    Draw columns = Draw.of(columnMass, draws);
    GroundCost coarse = cost.between(rows.chosen(), columns.chosen());
    Basis basis = new MultilevelSimplex(coarse, rows.times(), columns.times(), COARSE).solve();
    Arrays.fill(v, Double.POSITIVE_INFINITY);
    for (int i = 0; i < rows.chosen().length; i++) {
      cost.row(rows.chosen()[i], row);
      double price = basis.simplex().rowPotential(i);
      for (int j = 0; j < v.length; j++) {
        v[j] = Math.min(v[j], row[j] - price);
      }
    }
    return basis.pivots();
  }

  /// Adds each row's cheapest arcs at prices v and each column's cheapest one; sets u, and makes v
  /// tight.
  private void offerArcs(NetworkSimplex simplex, int perRow) {
    int columns = v.length;
    Smallest nearest = new Smallest(perRow);
    double[] slack = new double[columns];
    double[] slackCost = new double[columns];
    int[] slackRow = new int[columns];
    boolean[] offered = new boolean[columns];
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    for (int i = 0; i < u.length; i++) {
      cost.row(i, row);
      nearest.clear();
      double bound = Double.POSITIVE_INFINITY;
      for (int j = 0; j < columns; j++) {
        double reduced = row[j] - v[j];
        if (reduced < bound) {
          nearest.offer(j, reduced);
          bound = nearest.bound();
        }
      }
      u[i] = nearest.value(0);
      for (int j = 0; j < columns; j++) {
        double left = row[j] - v[j] - u[i];
        if (left < slack[j]) {
          slack[j] = left;
          slackRow[j] = i;
          slackCost[j] = row[j];
          offered[j] = false;
        }
      }
      for (int rank = 0; rank < nearest.count(); rank++) {
        int j = nearest.number(rank);
        simplex.addArc(i, j, row[j]);
        offered[j] |= slackRow[j] == i;
      }
    }
    for (int j = 0; j < columns; j++) {
      v[j] += slack[j];
      if (!offered[j]) {
        simplex.addArc(slackRow[j], j, slackCost[j]);
      }
    }
  }

  /// Adds arcs with a reduced cost below −tolerance, the worst of each of some rows.
  private void addMissing(NetworkSimplex simplex, int from, int to, double tolerance) {
    int columns = v.length;
    for (int j = 0; j < columns; j++) {
      v[j] = simplex.columnPotential(j);
    }
    Smallest worst = new Smallest(Math.min(columns, ADDED));
    for (int i = from; i < to; i++) {
      cost.row(i, row);
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < columns; j++) {
        row[j] -= v[j];
        least = Math.min(least, row[j]);
      }
      double bound = simplex.rowPotential(i) - tolerance;
      if (!(least < bound)) {
        continue;
      }
      worst.clear();
      for (int j = 0; j < columns; j++) {
        if (row[j] < bound) {
          worst.offer(j, row[j]);
        }
      }
      for (int rank = 0; rank < worst.count(); rank++) {
        int j = worst.number(rank);
        simplex.addArc(i, j, cost.at(i, j));
      }
    }
  }
}
