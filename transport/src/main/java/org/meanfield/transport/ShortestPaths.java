package org.meanfield.transport;

/// Completes a matching along shortest augmenting paths: from each row without a column a search in
/// the order of reduced costs c − u − v ≥ 0 (Dijkstra), which ends at the first column without a
/// row.
///
/// A row's arcs are its [Candidates]. That a row has others is an event of its own, at the least
/// that these can cost; only when the search gets there are they looked up, twice as many as
/// before. So no search passes over an arc, and few rows are ever looked at in full.
///
/// Matched pairs must have reduced cost zero at the start, and all other pairs ≥ 0 up to round-off,
/// with uᵢ = min_j c(i, j) − v_j; it is so again after every path.
///
/// **Reference.** R. Jonker, A. Volgenant, *A shortest augmenting path algorithm for dense and
/// sparse linear assignment problems*, Computing 38, 325–340 (1987).
final class ShortestPaths {
  /// Candidates of all rows together at which it gives up, 200 MB: many points in one place want
  /// very many.
  private static final long ENTRIES = 1L << 24;

  private final Candidates candidates;
  private final Matching matching;
  private final double[] v;
  private final GroundCost cost;

  private final EventHeap heap = new EventHeap();
  private final double[] distance;
  private final int[] reached;
  private final int[] settled;
  private final int[] reachedFrom;
  private final int[] order;
  private final double[] rowTime;
  private final double[] rowLeast;
  private int search;
  private double nearestFree;
  private long left;
  private long steps;

  /// @param cost between rows and columns
  /// @param candidates of each row at prices v
  /// @param matching to be completed
  /// @param v falls
  /// @param most arcs looked at before it gives up
  ShortestPaths(GroundCost cost, Candidates candidates, Matching matching, double[] v, long most) {
    this.cost = cost;
    this.candidates = candidates;
    this.matching = matching;
    this.v = v;
    this.left = most;
    int n = v.length;
    distance = new double[n];
    reached = new int[n];
    settled = new int[n];
    reachedFrom = new int[n];
    order = new int[n];
    rowTime = new double[n];
    rowLeast = new double[n];
  }

  /// {@return how many columns were settled in all searches}
  long steps() {
    return steps;
  }

  /// {@return whether every row has a column}
  boolean complete() {
    for (int row = 0; row < v.length; row++) {
      if (matching.columnOf(row) == Matching.NONE && !augment(row)) {
        return false;
      }
    }
    return true;
  }

  private boolean augment(int start) {
    search++;
    heap.clear();
    nearestFree = Double.POSITIVE_INFINITY;
    rowTime[start] = 0;
    rowLeast[start] = candidates.leastOfAll(start);
    relax(start);
    int count = 0;
    int end = Matching.NONE;
    while (end == Matching.NONE) {
      if (left <= 0 || heap.isEmpty() || candidates.entries() > ENTRIES + 48L * v.length) {
        return false;
      }
      double time = heap.time();
      int event = heap.event();
      heap.remove();
      if (event < 0) {
        lookFurther(-1 - event);
      } else if (settled[event] != search && time <= distance[event]) {
        settled[event] = search;
        int row = matching.rowOf(event);
        if (row == Matching.NONE) {
          end = event;
        } else {
          order[count++] = event;
          rowTime[row] = time;
          rowLeast[row] = matching.costOf(row) - v[event];
          relax(row);
        }
      }
    }
    steps += count;
    for (int at = 0; at < count; at++) {
      v[order[at]] -= distance[end] - distance[order[at]];
    }
    follow(start, end);
    return true;
  }

  private void lookFurther(int row) {
    int known = candidates.columns(row).length;
    candidates.look(row, 2 * known);
    left -= v.length / 4;
    relax(row);
  }

  private void relax(int row) {
    int[] columns = candidates.columns(row);
    double[] costs = candidates.costs(row);
    double time = rowTime[row];
    double least = rowLeast[row];
    left -= columns.length;
    for (int e = 0; e < columns.length; e++) {
      int j = columns[e];
      // Round-off may make a reduced cost slightly negative.
      double there = time + Math.max(0, costs[e] - v[j] - least);
      if (there < nearestFree
          && settled[j] != search
          && (reached[j] != search || there < distance[j])) {
        reached[j] = search;
        distance[j] = there;
        reachedFrom[j] = row;
        if (matching.rowOf(j) == Matching.NONE) {
          nearestFree = there;
        }
        heap.add(there, j);
      }
    }
    double further = time + Math.max(0, candidates.beyond(row) - least);
    if (further < nearestFree) {
      heap.add(further, -1 - row);
    }
  }

  /// Exchanges columns along the path that ends at a column without a row.
  private void follow(int start, int end) {
    int column = end;
    while (true) {
      int row = reachedFrom[column];
      int next = matching.columnOf(row);
      matching.move(row, column, cost.at(row, column));
      if (row == start) {
        return;
      }
      column = next;
    }
  }
}
