package org.meanfield.kernels.state;

/// Kernels on states of [#LANES] experts side by side.
///
/// A *row* is [#LANES] numbers, one per expert. A state of m qubits is 2·2^m rows from an offset
/// on: row b is the real part of amplitude b, row 2^m + b its imaginary part. Offsets count
/// numbers, not rows.
///
/// Where a method takes `real`, true says that all imaginary parts are zero: their rows are neither
/// read nor written. Source and target of a method are the same state or do not overlap.
///
/// Implementations are stateless. No sum runs across lanes, and sums over rows run in one order:
/// implementations agree in every bit.
public interface StateLanes {
  /// Experts in one row: a vector of AVX-512.
  int LANES = 64 / Double.BYTES;

  /// The largest m whose states an array can hold: 2·2^m·[#LANES] numbers.
  int MOST_QUBITS = 29 - Integer.numberOfTrailingZeros(LANES);

  /// {@return the fastest implementation that this JVM offers}
  static StateLanes best() {
    return LaneChoice.BEST;
  }

  /// {@return the scalar twin, which every JVM offers}
  static StateLanes plain() {
    return new PlainLanes();
  }

  /// {@return the numbers in one state, 2·2^m·[#LANES]}
  ///
  /// @param qubits m
  static int size(int qubits) {
    if (qubits < 1 || qubits > MOST_QUBITS) {
      throw new IllegalArgumentException(
          "lanes hold states of 1 to %d qubits, got %d".formatted(MOST_QUBITS, qubits));
    }
    return (2 * LANES) << qubits;
  }

  /// Gives every lane the same numbers: row b becomes `numbers[n + b]` throughout.
  ///
  /// @param rows how many: 2^m for a real state, 2·2^m for a complex one
  /// @param numbers holds `rows` numbers
  /// @param n where
  /// @param to receives the rows
  /// @param t where
  void broadcast(int rows, double[] numbers, int n, double[] to, int t);

  /// Applies exp(−iaP/2), a different angle in each lane.
  ///
  /// @param axis ±P
  /// @param real whether the state is real; then P must be imaginary
  /// @param from holds the state
  /// @param f where
  /// @param to receives the rotated state
  /// @param t where
  /// @param trig holds a row of cos(a/2) and after it a row of sin(a/2)
  /// @param at where
  void rotate(
      PauliAxis axis,
      boolean real,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] trig,
      int at);

  /// Applies two commuting rotations: [#rotate] about `first`, then about `second`, in one pass
  /// over memory and with the same bits.
  ///
  /// @param first one axis
  /// @param second another that it [crosses][PauliAxis#crosses]
  /// @param real whether the state is real; then both strings must be imaginary
  /// @param from holds the state
  /// @param f where
  /// @param to receives the rotated state
  /// @param t where
  /// @param trig holds the rows of cosines and sines
  /// @param at where those of `first` are
  /// @param then where those of `second` are
  default void rotateTwo(
      PauliAxis first,
      PauliAxis second,
      boolean real,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] trig,
      int at,
      int then) {
    rotate(first, real, from, f, to, t, trig, at);
    rotate(second, real, to, t, to, t, trig, then);
  }

  /// Adds Im⟨λ|P|ψ⟩ to a row: the derivative of ⟨ψ|O|ψ⟩ in the angle of exp(−iaP/2) when λ = Oψ,
  /// both right after (or right before) that rotation.
  ///
  /// @param axis ±P
  /// @param real whether ψ is real and P imaginary; then only the real part of λ is read
  /// @param lambda holds λ
  /// @param l where
  /// @param psi holds ψ
  /// @param p where
  /// @param sums holds the row
  /// @param at where
  void overlap(
      PauliAxis axis,
      boolean real,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at);

  /// Adds c·Pψ to λ.
  ///
  /// @param axis ±P
  /// @param factor c
  /// @param psi holds ψ
  /// @param p where
  /// @param lambda holds λ, another state than ψ
  /// @param l where
  void addPauli(PauliAxis axis, double factor, double[] psi, int p, double[] lambda, int l);

  /// Computes the row Re⟨λ|ψ⟩.
  ///
  /// @param amplitudes 2^m
  /// @param lambda holds λ
  /// @param l where
  /// @param psi holds ψ
  /// @param p where
  /// @param out receives the row
  /// @param at where
  void dot(int amplitudes, double[] lambda, int l, double[] psi, int p, double[] out, int at);
}
