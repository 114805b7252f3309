package org.meanfield.transport;

import java.util.Arrays;

/// A feasible flow on a forest: arcs in order of slack c − u − v, each given all it can take.
///
/// Every allocation empties a row or a column, which then takes no further arc, so arcs with flow
/// never close a cycle. Rows that run out of offered arcs get new ones, to the cheapest columns
/// that still want mass.
final class GreedyStart {
  private final GroundCost cost;
  private final long[] rowLeft;
  private final long[] columnLeft;
  private final double[] u;
  private final double[] v;
  private final int[] forest;
  private final long[] flows;
  private int count;

  GreedyStart(GroundCost cost, long[] rowMass, long[] columnMass, double[] u, double[] v) {
    this.cost = cost;
    this.rowLeft = rowMass.clone();
    this.columnLeft = columnMass.clone();
    this.u = u;
    this.v = v;
    this.forest = new int[rowMass.length + columnMass.length];
    this.flows = new long[forest.length];
  }

  void apply(NetworkSimplex simplex) {
    for (int arc : bySlack(simplex)) {
      give(arc, simplex.row(arc), simplex.column(arc));
    }
    giveRest(simplex);
    simplex.start(Arrays.copyOf(forest, count), Arrays.copyOf(flows, count), u);
  }

  private void give(int arc, int row, int column) {
    long mass = Math.min(rowLeft[row], columnLeft[column]);
    if (mass > 0) {
      rowLeft[row] -= mass;
      columnLeft[column] -= mass;
      forest[count] = arc;
      flows[count] = mass;
      count++;
    }
  }

  /// Arcs in order of slack, to single precision, by sorting keys that carry slack and number.
  private int[] bySlack(NetworkSimplex simplex) {
    long[] keys = new long[simplex.arcs()];
    for (int arc = 0; arc < keys.length; arc++) {
      double slack = simplex.cost(arc) - u[simplex.row(arc)] - v[simplex.column(arc)];
      // The bits of floats ≥ 0 are in the floats' order.
      keys[arc] = (long) Float.floatToRawIntBits((float) Math.max(slack, 0)) << 32 | arc;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int at = 0; at < keys.length; at++) {
      order[at] = (int) keys[at];
    }
    return order;
  }

  private void giveRest(NetworkSimplex simplex) {
    int[] wanting = Masses.support(columnLeft);
    int left = wanting.length;
    for (int row = 0; row < rowLeft.length; row++) {
      while (rowLeft[row] > 0) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int at = 0; at < left; at++) {
          double reduced = cost.at(row, wanting[at]) - v[wanting[at]];
          if (reduced < least) {
            least = reduced;
            best = at;
          }
        }
        int column = wanting[best];
        give(simplex.addArc(row, column, cost.at(row, column)), row, column);
        if (columnLeft[column] == 0) {
          wanting[best] = wanting[--left];
        }
      }
    }
  }
}
