package org.meanfield.transport.cost;

/// An order of points in which every run of [#BLOCK] neighbours from a multiple of [#BLOCK] on is
/// close together in space, and every run of four closer still: the leaves of a kd-tree that splits
/// the widest coordinate at the median, from left to right.
///
/// Coordinates are taken as they are, so a cluster across the wrap of a torus becomes two.
public final class KdOrder {
  public static final int BLOCK = 64;
  private static final int LEAF = 4;

  private final double[] points;
  private final int count;
  private final int dimension;
  private final int[] order;

  private KdOrder(double[] points, int count) {
    this.points = points;
    this.count = count;
    this.dimension = points.length / count;
    this.order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
  }

  /// {@return the point at each place}
  ///
  /// @param points coordinate-major
  /// @param count how many
  public static int[] of(double[] points, int count) {
    KdOrder tree = new KdOrder(points, count);
    tree.split(0, count);
    return tree.order;
  }

  private void split(int from, int to) {
    int size = to - from;
    if (size <= LEAF) {
      return;
    }
    int unit = size > BLOCK ? BLOCK : LEAF;
    int middle = from + (size / 2 + unit - 1) / unit * unit;
    if (middle >= to) {
      middle = from + unit;
    }
    select(widest(from, to) * count, from, to - 1, middle);
    split(from, middle);
    split(middle, to);
  }

  private int widest(int from, int to) {
    int widest = 0;
    double most = -1;
    for (int k = 0; k < dimension; k++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int at = from; at < to; at++) {
        double value = points[k * count + order[at]];
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      if (high - low > most) {
        most = high - low;
        widest = k;
      }
    }
    return widest;
  }

  /// Hoare's selection: afterwards no coordinate before place `wanted` is above one after it.
  private void select(int base, int first, int last, int wanted) {
    int low = first;
    int high = last;
    while (low < high) {
      double pivot = points[base + order[(low + high) >>> 1]];
      int i = low;
      int j = high;
      while (i <= j) {
        while (points[base + order[i]] < pivot) {
          i++;
        }
        while (points[base + order[j]] > pivot) {
          j--;
        }
        if (i <= j) {
          int other = order[i];
          order[i++] = order[j];
          order[j--] = other;
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        return;
      }
    }
  }
}
