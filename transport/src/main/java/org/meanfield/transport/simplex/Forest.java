package org.meanfield.transport.simplex;

import java.util.Arrays;

/// A flow between rows and columns kept on arcs without a cycle: an arc that would close one has it
/// cancelled, in the direction that costs less, until some arc of it is empty and goes.
///
/// One thread uses it.
final class Forest {
  private static final int NONE = -1;

  private final int rows;
  private final int[] parent;
  private final double[] cost;
  private final long[] flow;
  private final int[] trace;
  private int walks;

  Forest(int rows, int columns) {
    this.rows = rows;
    int nodes = rows + columns;
    parent = new int[nodes];
    cost = new double[nodes];
    flow = new long[nodes];
    trace = new int[nodes];
    Arrays.fill(parent, NONE);
  }

  /// Adds flow on an arc.
  ///
  /// @param row a row
  /// @param column a column
  /// @param price the cost per mass
  /// @param mass > 0
  void add(int row, int column, double price, long mass) {
    int top = rows + column;
    int meeting = meeting(row, top);
    if (meeting == NONE) {
      hang(row, top, price, mass);
      return;
    }
    // What the arc costs beside the way between its ends; each mass on it saves that way.
    double reduced = price;
    for (int v = row; v != meeting; v = parent[v]) {
      reduced -= v < rows ? cost[v] : -cost[v];
    }
    for (int v = top; v != meeting; v = parent[v]) {
      reduced += v < rows ? cost[v] : -cost[v];
    }
    boolean more = reduced < 0;
    long most = more ? Long.MAX_VALUE : mass;
    most = Math.min(most, room(row, meeting, more));
    most = Math.min(most, room(top, meeting, !more));
    push(row, meeting, more ? -most : most);
    push(top, meeting, more ? most : -most);
    long kept = more ? mass + most : mass - most;
    if (kept > 0) {
      add(row, column, price, kept);
    }
  }

  /// {@return how much can be taken on the way up: from arcs of rows, or from arcs of columns}
  private long room(int from, int to, boolean ofRows) {
    long most = Long.MAX_VALUE;
    for (int v = from; v != to; v = parent[v]) {
      if (v < rows == ofRows) {
        most = Math.min(most, flow[v]);
      }
    }
    return most;
  }

  /// Adds to arcs of rows on the way up, takes from arcs of columns, and drops arcs that are empty.
  private void push(int from, int to, long by) {
    for (int v = from; v != to; ) {
      int above = parent[v];
      flow[v] += v < rows ? by : -by;
      if (flow[v] == 0) {
        parent[v] = NONE;
      }
      v = above;
    }
  }

  /// {@return where the ways up meet, or [#NONE]}
  private int meeting(int a, int b) {
    walks++;
    for (int v = a; v != NONE; v = parent[v]) {
      trace[v] = walks;
    }
    for (int v = b; v != NONE; v = parent[v]) {
      if (trace[v] == walks) {
        return v;
      }
    }
    return NONE;
  }

  /// Makes a node the top of its tree and hangs it under another.
  private void hang(int node, int under, double price, long mass) {
    int v = node;
    int above = under;
    double newCost = price;
    long newFlow = mass;
    while (v != NONE) {
      int oldAbove = parent[v];
      double oldCost = cost[v];
      long oldFlow = flow[v];
      parent[v] = above;
      cost[v] = newCost;
      flow[v] = newFlow;
      above = v;
      v = oldAbove;
      newCost = oldCost;
      newFlow = oldFlow;
    }
  }

  /// Shows every arc; all carry flow.
  void each(ArcSink sink) {
    for (int v = 0; v < parent.length; v++) {
      if (parent[v] != NONE) {
        int row = v < rows ? v : parent[v];
        int column = v < rows ? parent[v] : v;
        sink.accept(row, column - rows, cost[v], flow[v]);
      }
    }
  }

  /// Takes an arc, its cost per mass and its flow > 0.
  @FunctionalInterface
  interface ArcSink {
    void accept(int row, int column, double price, long carried);
  }
}
