package org.meanfield.transport.simplex;

import java.util.Arrays;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.Masses;

/// A feasible flow on a forest for the network simplex to begin with: what is known already, then
/// arcs in order of slack c − u − v, each given all it can take, then the cheapest arcs there are
/// for rows that are left with mass.
public final class BasisStart {
  private final GroundCost cost;
  private final long[] rowLeft;
  private final long[] columnLeft;
  private final Forest forest;

  public BasisStart(GroundCost cost, long[] rowMass, long[] columnMass) {
    this.cost = cost;
    this.rowLeft = rowMass.clone();
    this.columnLeft = columnMass.clone();
    this.forest = new Forest(rowMass.length, columnMass.length);
  }

  /// Places a mass, as far as it is left.
  public void give(int row, int column, long most) {
    long mass = Math.min(most, Math.min(rowLeft[row], columnLeft[column]));
    if (mass > 0) {
      rowLeft[row] -= mass;
      columnLeft[column] -= mass;
      forest.add(row, column, cost.at(row, column), mass);
    }
  }

  /// Places what arcs of a simplex can take, those of least slack first.
  public void giveBySlack(NetworkSimplex simplex, double[] u, double[] v) {
    for (int arc : bySlack(simplex, u, v)) {
      give(simplex.row(arc), simplex.column(arc), Long.MAX_VALUE);
    }
  }

  /// Arcs in order of slack, to single precision, by sorting keys that carry slack and number.
  private static int[] bySlack(NetworkSimplex simplex, double[] u, double[] v) {
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

  /// Places all that is left, row by row, and starts the simplex.
  ///
  /// @param simplex to be started
  /// @param u potentials of rows
  /// @param v potentials of columns
  public void apply(NetworkSimplex simplex, double[] u, double[] v) {
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
        give(row, column, Long.MAX_VALUE);
        if (columnLeft[column] == 0) {
          wanting[best] = wanting[--left];
        }
      }
    }
    int[] arcs = new int[rowLeft.length + columnLeft.length];
    long[] flows = new long[arcs.length];
    int[] count = {0};
    forest.each((row, column, price, carried) -> {
      arcs[count[0]] = simplex.addArc(row, column, price);
      flows[count[0]] = carried;
      count[0]++;
    });
    simplex.start(Arrays.copyOf(arcs, count[0]), Arrays.copyOf(flows, count[0]), u);
  }
}
