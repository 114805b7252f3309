package org.meanfield.kernels.state;

import java.util.List;

/// Up to [#MOST] commuting Pauli strings ±P_i on m qubits that mix rows in blocks of 2^g, so that
/// all of them can act while a block is in registers. Immutable.
///
/// A block is a coset r₀ ⊕ span(x_1 … x_g) of basis states; its row e, a mask of g bits, is r₀ ⊕
/// ⊕_{i∈e} x_i. That needs independent x_i. Where each pair of strings is *even*, |x_j∧z_i| ≡ 0
/// (mod 2) for i ≠ j, the sign (−1)^{|b∧z_i|} does not change along x_j, and the block comes in one
/// of two forms, told by y_i = |x_i∧z_i|:
///
/// - all y_i odd, the strings are imaginary: the sign flips along x_i, and r₀ is chosen so that
///   exp(−iaP_i/2) turns (row e, row e + i) from the first to the second for each e without i;
/// - all y_i even, the strings are real: the sign is one number per block and string.
///
/// In a *regular* block x_i is bit q + i and z_i has no other bit, single Y or X on neighbouring
/// qubits: then there is one sign per string for all blocks, and r₀ is the block's lowest row.
///
/// Signs are linear in the bits of b, so r₀ of block k is `low[k mod 2^l] ⊕ high[k / 2^l]`: two
/// short tables for any m.
public final class AxisBlock {
  /// Strings in one block: 16 rows are half the registers of AVX-512.
  public static final int MOST = 4;

  /// Where the rows of a block lie.
  enum Form {
    /// Next to each other: the block is regular with q = 0.
    NEAR,
    /// 2^q rows apart: the block is regular with q > 0.
    FAR,
    /// Anywhere.
    ANY
  }

  private static final int LOW_BITS = 12;

  /// Rows of 64 bytes in a page of 4096.
  private static final int PAGE_ROWS = 64;

  /// Caches have 8 to 12 lines for each place within a page.
  private static final int MOST_CROWDED = 8;

  private final List<PauliAxis> axes;

  /// Per string, x_i as a distance of numbers.
  final int[] step;

  final Form form;

  /// Where the first rows are, to be combined by ⊕.
  final int[] low;

  final int[] high;

  /// Of real strings that are not regular: per entry of `low` and string, its sign; for `high`
  /// alike.
  final double[] lowSign;

  final double[] highSign;

  /// Per string, its sign in all blocks if they are regular, else 1.
  final double[] sense;

  /// @param axes 1 to [#MOST] of them; those of one block are [even][#fits] to each other
  public AxisBlock(List<PauliAxis> axes) {
    if (axes.isEmpty() || axes.size() > MOST) {
      throw new IllegalArgumentException(
          "a block takes 1 to %d strings, got %d".formatted(MOST, axes.size()));
    }
    for (int i = 1; i < axes.size(); i++) {
      if (!fits(axes.subList(0, i), axes.get(i))) {
        throw new IllegalArgumentException(
            "%s does not fit into a block with %s".formatted(axes.get(i), axes.subList(0, i)));
      }
    }
    this.axes = List.copyOf(axes);
    int g = axes.size();
    boolean regular = regular(axes);
    this.form = !regular ? Form.ANY : axes.getFirst().x() == 1 ? Form.NEAR : Form.FAR;
    this.step = axes.stream().mapToInt(a -> a.x() * BatchLanes.LANES).toArray();
    int free = ((axes.getFirst().amplitudes() - 1) & ~pivots(axes));
    int bits = Integer.bitCount(free);
    int lowBits = Math.min(LOW_BITS, bits);
    this.low = new int[1 << lowBits];
    this.high = new int[1 << (bits - lowBits)];
    this.lowSign = new double[g * low.length];
    this.highSign = new double[g * high.length];
    for (int k = 0; k < low.length; k++) {
      fill(Integer.expand(k, free), true, low, lowSign, k);
    }
    for (int k = 0; k < high.length; k++) {
      fill(Integer.expand(k << lowBits, free), false, high, highSign, k);
    }
    this.sense = new double[g];
    for (int i = 0; i < g; i++) {
      sense[i] = regular ? lowSign[i] : 1;
    }
  }

  private void fill(int r, boolean affine, int[] first, double[] sign, int k) {
    int row = r;
    for (int i = 0; i < axes.size(); i++) {
      PauliAxis axis = axes.get(i);
      int constant = !affine ? 0 : axis.isImaginary() ? axis.turn() : axis.phase();
      int odd = (Integer.bitCount(r & axis.z()) + constant) & 1;
      row ^= axis.isImaginary() && !isRegular() ? axis.x() & -odd : 0;
      sign[k * axes.size() + i] = 1 - 2 * odd;
    }
    first[k] = row * BatchLanes.LANES;
  }

  private static boolean regular(List<PauliAxis> axes) {
    int x = axes.getFirst().x();
    boolean regular = true;
    for (PauliAxis axis : axes) {
      regular &= Integer.bitCount(x) == 1 && axis.x() == x && (axis.z() & ~x) == 0;
      x <<= 1;
    }
    return regular;
  }

  /// {@return whether a string can join others in a block: as many qubits, as imaginary or real as
  /// they are, even to each of them, its x independent of theirs and not 0}
  ///
  /// @param others strings that fit each other
  /// @param axis another
  public static boolean fits(List<PauliAxis> others, PauliAxis axis) {
    return others.size() < MOST
        && reduced(others, axis.x()) != 0
        && others.stream()
            .allMatch(o ->
                o.qubits() == axis.qubits()
                    && o.isImaginary() == axis.isImaginary()
                    && o.isEvenTo(axis));
  }

  /// One bit per string, so that each block has exactly one row without any of them.
  private static int pivots(List<PauliAxis> axes) {
    int pivots = 0;
    for (int i = 0; i < axes.size(); i++) {
      pivots |= Integer.highestOneBit(reduced(axes.subList(0, i), axes.get(i).x()));
    }
    return pivots;
  }

  /// {@return the representative of x modulo the strings' x that is zero at their leading bits}
  private static int reduced(List<PauliAxis> axes, int x) {
    int[] basis = new int[axes.size()];
    for (int i = 0; i < basis.length; i++) {
      basis[i] = reduced(basis, i, axes.get(i).x());
    }
    return reduced(basis, basis.length, x);
  }

  private static int reduced(int[] basis, int count, int x) {
    int rest = x;
    for (int i = 0; i < count; i++) {
      rest ^= (rest & Integer.highestOneBit(basis[i])) != 0 ? basis[i] : 0;
    }
    return rest;
  }

  /// {@return the strings}
  public List<PauliAxis> axes() {
    return axes;
  }

  /// {@return g}
  public int size() {
    return axes.size();
  }

  /// {@return 2^m}
  public int amplitudes() {
    return axes.getFirst().amplitudes();
  }

  /// {@return whether the strings are single letters on neighbouring qubits, the last one first}
  public boolean isRegular() {
    return form != Form.ANY;
  }

  /// {@return whether the rows of a block crowd each other out of a first-level cache: more than
  /// [#MOST_CROWDED] of them lie whole pages apart, and caches choose a line's place by its address
  /// within a page}
  public boolean crowds() {
    int apart = 0;
    for (int e = 0; e < 1 << size(); e++) {
      int x = 0;
      for (int i = 0; i < size(); i++) {
        x ^= (e >>> i & 1) == 0 ? 0 : axes.get(i).x();
      }
      apart += x % PAGE_ROWS == 0 ? 1 : 0;
    }
    return apart > MOST_CROWDED;
  }

  /// {@return this block}
  ///
  /// @param imaginary whether its strings must be imaginary
  AxisBlock require(boolean imaginary) {
    if (axes.getFirst().isImaginary() != imaginary) {
      throw new IllegalArgumentException(
          "%s: %s strings are needed".formatted(axes, imaginary ? "imaginary" : "real"));
    }
    return this;
  }
}
