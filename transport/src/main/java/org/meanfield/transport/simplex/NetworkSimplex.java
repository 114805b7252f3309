package org.meanfield.transport.simplex;

import java.util.Arrays;
import org.meanfield.transport.cost.Flow;
import org.meanfield.transport.course.Interruption;

/// The primal network simplex on a bipartite transport graph with n rows, m columns and a growing
/// list of arcs.
///
/// A basis is a spanning tree over rows 0 … n−1, columns n … n+m−1 and a root. It is kept as a
/// preorder thread with parents, subtree sizes and last descendants, so that a pivot costs the
/// cycle it closes plus one walk over the smaller side of the cut to shift potentials.
///
/// **No artificial costs.** Trees hang from the root by arcs *row → root*. What flows into the root
/// must flow out, nothing does, so these arcs are empty for ever whatever they cost: there is no
/// big M to get wrong. [#artificialFlow] lets the caller check.
///
/// **No cycling.** Every arc goes from a row up or from a row down, so a node's arc to its parent
/// points up exactly if the node is a row. A tree is *strongly feasible* if every empty arc points
/// to the root; the start is, and leaving by the last blocking arc of the cycle, walked in its
/// orientation from the apex, keeps it so (Cunningham).
///
/// Potentials are signed alike on both sides: π of a row is u, π of a column is −v, the reduced
/// cost of an arc is c − u − v = c − π(row) + π(column).
///
/// **References.** W. H. Cunningham, *A network simplex method*, Mathematical Programming 11,
/// 105–116 (1976); threads and block pricing as compared in P. Kovács, *Minimum-cost flow
/// algorithms: an experimental evaluation*, Optimization Methods and Software 30, 94–127 (2015).
///
/// One thread uses it, once.
public final class NetworkSimplex {
  private static final int NONE = -1;

  /// Nodes to one arc of a block that is searched for the one to enter: with √arcs alone searches
  /// in large graphs cost far less than pivots, and better arcs make fewer of these. Measured on
  /// 10⁵ rows and columns with 14 arcs a row: 4700 arcs a block need a quarter fewer pivots than
  /// 1200, 9500 no fewer.
  private static final int NODES_PER_ARC = 48;

  private final int rows;
  private final int root;

  private int[] arcRow;
  private int[] arcColumn;
  private double[] arcCost;
  private boolean[] basic;
  private int arcs;
  private int scan;

  private final int[] parent;
  private final int[] parentArc;
  private final int[] thread;
  private final int[] before;
  private final int[] last;
  private final int[] size;
  private final long[] flow;
  private final double[] potential;
  private long pivots;

  public NetworkSimplex(int rows, int columns, int expectedArcs) {
    this.rows = rows;
    this.root = rows + columns;
    arcRow = new int[expectedArcs];
    arcColumn = new int[expectedArcs];
    arcCost = new double[expectedArcs];
    basic = new boolean[expectedArcs];
    int nodes = root + 1;
    parent = new int[nodes];
    parentArc = new int[nodes];
    thread = new int[nodes];
    before = new int[nodes];
    last = new int[nodes];
    size = new int[nodes];
    flow = new long[nodes];
    potential = new double[nodes];
  }

  /// Adds an arc that may carry flow.
  ///
  /// @param row 0 ≤ row < n
  /// @param column 0 ≤ column < m
  /// @param cost its cost per mass
  /// @return its number, counted from 0
  public int addArc(int row, int column, double cost) {
    if (arcs == arcRow.length) {
      int capacity = arcs + arcs / 2 + 16;
      arcRow = Arrays.copyOf(arcRow, capacity);
      arcColumn = Arrays.copyOf(arcColumn, capacity);
      arcCost = Arrays.copyOf(arcCost, capacity);
      basic = Arrays.copyOf(basic, capacity);
    }
    arcRow[arcs] = row;
    arcColumn[arcs] = rows + column;
    arcCost[arcs] = cost;
    return arcs++;
  }

  public int arcs() {
    return arcs;
  }

  int row(int arc) {
    return arcRow[arc];
  }

  int column(int arc) {
    return arcColumn[arc] - rows;
  }

  double cost(int arc) {
    return arcCost[arc];
  }

  /// {@return u of a row}
  public double rowPotential(int row) {
    return potential[row];
  }

  /// {@return v of a column}
  public double columnPotential(int column) {
    return -potential[rows + column];
  }

  /// {@return how many pivots were made}
  public long pivots() {
    return pivots;
  }

  /// Sets the first basis. The arcs with flow must form a forest in which every column has an arc.
  ///
  /// @param forest arc numbers
  /// @param flows the flow > 0 of each
  /// @param rowPotentials where the potentials of each tree begin: at its lowest row
  void start(int[] forest, long[] flows, double[] rowPotentials) {
    int[] head = new int[root];
    int[] next = new int[2 * forest.length];
    Arrays.fill(head, NONE);
    for (int e = 0; e < forest.length; e++) {
      basic[forest[e]] = true;
      next[2 * e] = head[arcRow[forest[e]]];
      head[arcRow[forest[e]]] = 2 * e;
      next[2 * e + 1] = head[arcColumn[forest[e]]];
      head[arcColumn[forest[e]]] = 2 * e + 1;
    }
    Arrays.fill(parent, NONE);
    int[] stack = new int[root + 1];
    int tail = root;
    for (int row = 0; row < rows; row++) {
      if (parent[row] != NONE) {
        continue;
      }
      hang(row, root, NONE, 0);
      potential[row] = rowPotentials[row];
      int top = 0;
      stack[top++] = row;
      while (top > 0) {
        int node = stack[--top];
        link(tail, node);
        tail = node;
        for (int end = head[node]; end != NONE; end = next[end]) {
          int arc = forest[end / 2];
          int other = arcRow[arc] == node ? arcColumn[arc] : arcRow[arc];
          if (parent[other] == NONE) {
            hang(other, node, arc, flows[end / 2]);
            stack[top++] = other;
          }
        }
      }
    }
    link(tail, root);
    measureSubtrees();
    refreshPotentials();
  }

  private void hang(int node, int above, int arc, long carried) {
    parent[node] = above;
    parentArc[node] = arc;
    flow[node] = carried;
  }

  private void link(int earlier, int later) {
    thread[earlier] = later;
    before[later] = earlier;
  }

  /// Sizes and last descendants from the thread, children before parents.
  private void measureSubtrees() {
    Arrays.fill(size, 1);
    for (int node = 0; node <= root; node++) {
      last[node] = node;
    }
    for (int node = before[root]; node != root; node = before[node]) {
      int above = parent[node];
      size[above] += size[node];
      // Backwards along the thread the last child comes first; only it may hold the last
      // descendant.
      if (last[above] == above) {
        last[above] = last[node];
      }
    }
  }

  /// Computes all potentials anew from the costs of the tree's arcs, which removes the round-off
  /// that shifts left, and takes back what the root has drifted.
  public void refreshPotentials() {
    double drift = potential[root];
    potential[root] = 0;
    for (int node = thread[root]; node != root; node = thread[node]) {
      int arc = parentArc[node];
      if (arc == NONE) {
        potential[node] -= drift;
      } else {
        double above = potential[parent[node]];
        potential[node] = node < rows ? above + arcCost[arc] : above - arcCost[arc];
      }
    }
  }

  /// Pivots until no arc from number `first` on has a reduced cost below −tolerance.
  ///
  /// @param tolerance > the round-off of a reduced cost
  /// @param first arcs before this one are left out
  /// @param most stops after this many pivots
  /// @return whether it ended
  public boolean optimise(double tolerance, int first, long most) {
    int block = Math.max((root + 1) / NODES_PER_ARC, Math.max(32, (int) Math.sqrt(arcs - first)));
    scan = Math.max(scan, first);
    for (long made = 0; made < most; made++) {
      Interruption.check();
      int entering = price(block, first, tolerance);
      if (entering == NONE) {
        return true;
      }
      pivot(entering);
    }
    return false;
  }

  /// The most negative arc of the first block that has one, going round from where the last search
  /// ended.
  private int price(int block, int first, double tolerance) {
    int left = arcs - first;
    int at = scan >= arcs ? first : scan;
    while (left > 0) {
      int end = Math.min(arcs, at + Math.min(block, left));
      double least = -tolerance;
      int best = NONE;
      for (int e = at; e < end; e++) {
        double reduced = arcCost[e] - potential[arcRow[e]] + potential[arcColumn[e]];
        if (reduced < least && !basic[e]) {
          least = reduced;
          best = e;
        }
      }
      left -= end - at;
      at = end == arcs ? first : end;
      if (best != NONE) {
        scan = at;
        return best;
      }
    }
    return NONE;
  }

  private void pivot(int entering) {
    pivots++;
    int row = arcRow[entering];
    int column = arcColumn[entering];
    int apex = apex(row, column);

    // Down the row's side the nearest blocking arc to the row is the last of the orientation; up
    // the
    // column's side the farthest is, and it comes after all of the row's side.
    long most = Long.MAX_VALUE;
    int leaving = NONE;
    boolean rowSide = true;
    for (int v = row; v != apex; v = parent[v]) {
      if (v < rows && flow[v] < most) {
        most = flow[v];
        leaving = v;
      }
    }
    for (int v = column; v != apex; v = parent[v]) {
      if (v >= rows && flow[v] <= most) {
        most = flow[v];
        leaving = v;
        rowSide = false;
      }
    }
    if (most > 0) {
      for (int v = row; v != apex; v = parent[v]) {
        flow[v] += v < rows ? -most : most;
      }
      for (int v = column; v != apex; v = parent[v]) {
        flow[v] += v < rows ? most : -most;
      }
    }

    double reduced = arcCost[entering] - potential[row] + potential[column];
    if (parentArc[leaving] != NONE) {
      basic[parentArc[leaving]] = false;
    }
    basic[entering] = true;
    if (rowSide) {
      move(leaving, apex, row, column, entering, most);
      shift(row, reduced);
    } else {
      move(leaving, apex, column, row, entering, most);
      shift(column, -reduced);
    }
  }

  private int apex(int a, int b) {
    int v = a;
    int w = b;
    // An ancestor's subtree is strictly larger, so the node with the smaller one may go up.
    while (v != w) {
      if (size[v] < size[w]) {
        v = parent[v];
      } else {
        w = parent[w];
      }
    }
    return v;
  }

  /// Cuts off the subtree under `cut`, makes `top` (in it) its top, and hangs it under `above`.
  /// Both ways meet at `apex`, so sizes change below it only.
  private void move(int cut, int apex, int top, int above, int arc, long carried) {
    int count = size[cut];
    int oldEnd = last[cut];
    int earlier = before[cut];
    int oldAbove = parent[cut];

    link(earlier, thread[oldEnd]);
    for (int v = oldAbove; v != NONE && last[v] == oldEnd; v = parent[v]) {
      last[v] = earlier;
    }
    for (int v = oldAbove; v != apex; v = parent[v]) {
      size[v] -= count;
    }

    int end = turn(cut, top, above, arc, carried);

    int following = thread[above];
    link(above, top);
    link(end, following);
    for (int v = above; v != NONE && last[v] == above; v = parent[v]) {
      last[v] = end;
    }
    for (int v = above; v != apex; v = parent[v]) {
      size[v] += count;
    }
  }

  /// Reverses the way from `top` up to `cut` within a subtree that is off the thread: the new
  /// preorder is the subtree of `top`, then what each next node of the way has besides it.
  ///
  /// @return the last node of the new preorder
  private int turn(int cut, int top, int above, int arc, long carried) {
    int wholeCount = size[cut];
    int tail = last[top];
    int following = thread[tail];
    int below = top;
    int oldCount = size[top];
    int next = parent[top];
    int oldLast = tail;
    int oldArc = parentArc[top];
    long oldFlow = flow[top];
    int oldBefore = before[top];

    hang(top, above, arc, carried);
    size[top] = wholeCount;
    while (below != cut) {
      int node = next;
      next = parent[node];
      int nodeArc = parentArc[node];
      long nodeFlow = flow[node];
      int nodeCount = size[node];
      int nodeLast = last[node];
      int nodeBefore = before[node];
      int nodeFollowing = nodeLast == oldLast ? following : thread[nodeLast];

      link(tail, node);
      tail = oldBefore;
      if (nodeLast != oldLast) {
        link(tail, following);
        tail = nodeLast;
      }
      hang(node, below, oldArc, oldFlow);
      size[node] = wholeCount - oldCount;

      below = node;
      oldCount = nodeCount;
      oldLast = nodeLast;
      following = nodeFollowing;
      oldArc = nodeArc;
      oldFlow = nodeFlow;
      oldBefore = nodeBefore;
    }
    for (int v = cut; v != above; v = parent[v]) {
      last[v] = tail;
    }
    return tail;
  }

  /// Adds `by` to the potentials under `top`, or takes it from all others: only differences count.
  private void shift(int top, double by) {
    int count = size[top];
    if (2 * count <= root) {
      shift(top, last[top], count, by);
    } else {
      shift(thread[last[top]], before[top], root + 1 - count, -by);
    }
  }

  /// Adds to the potentials of nodes that follow each other, from both ends at once: of two walks
  /// one does not wait for where the other leads.
  private void shift(int from, int to, int count, double by) {
    int v = from;
    int w = to;
    for (int pairs = count / 2; pairs > 0; pairs--) {
      potential[v] += by;
      potential[w] += by;
      v = thread[v];
      w = before[w];
    }
    if (count % 2 == 1) {
      potential[v] += by;
    }
  }

  /// {@return the flow on arcs that are not in the list: 0, or something is broken}
  public long artificialFlow() {
    long sum = 0;
    for (int v = 0; v < root; v++) {
      if (parentArc[v] == NONE) {
        sum += Math.abs(flow[v]);
      }
    }
    return sum;
  }

  /// {@return what arcs carry, by row and then column nodes}
  public Flow flow() {
    Flow carried = new Flow(root);
    for (int v = 0; v < root; v++) {
      if (parentArc[v] != NONE && flow[v] > 0) {
        carried.add(arcRow[parentArc[v]], arcColumn[parentArc[v]] - rows, flow[v]);
      }
    }
    return carried;
  }
}
