package org.meanfield.transport.circle;

import java.util.Arrays;

/// The permutation that sorts numbers; equal ones keep their order.
///
/// A number's leading bits and its index share one long, so that a sort of primitives carries the
/// index along. Runs that agree in the leading bits are sorted again by the others.
final class SortOrder {
  private final double[] values;
  private final int indexBits;
  private final long indexMask;

  private SortOrder(double[] values) {
    this.values = values;
    this.indexBits = 32 - Integer.numberOfLeadingZeros(values.length - 1);
    this.indexMask = (1L << indexBits) - 1;
  }

  /// {@return where each place of the sorted numbers comes from}
  ///
  /// @param values at least one, none of them −0 or NaN
  static int[] of(double[] values) {
    return new SortOrder(values).sorted();
  }

  private int[] sorted() {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (comparable(values[i]) & ~indexMask) | i;
    }
    Arrays.sort(keys);
    for (int from = 0; from < keys.length; ) {
      int to = from + 1;
      while (to < keys.length && ((keys[to] ^ keys[from]) & ~indexMask) == 0) {
        to++;
      }
      if (to - from > 1) {
        sortByTrailingBits(keys, from, to);
      }
      from = to;
    }
    int[] order = new int[keys.length];
    for (int at = 0; at < order.length; at++) {
      order[at] = (int) (keys[at] & indexMask);
    }
    return order;
  }

  private void sortByTrailingBits(long[] keys, int from, int to) {
    for (int at = from; at < to; at++) {
      long index = keys[at] & indexMask;
      keys[at] = (comparable(values[(int) index]) & indexMask) << indexBits | index;
    }
    Arrays.sort(keys, from, to);
  }

  /// A long in the order of the number: sign and magnitude become two's complement.
  private static long comparable(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }
}
