package org.meanfield.kernels.state;

/// Kernels on batches of states of [#LANES] experts side by side.
///
/// A *row* is [#LANES] numbers, one per expert. A *plane* of n states of m qubits is n·2^m rows,
/// state after state, amplitude after amplitude. States are a plane of real parts and, unless they
/// are real, a plane of imaginary parts `plane` numbers after it. Offsets count numbers, not rows.
///
/// Source and target of a method are the same rows or do not overlap.
///
/// Implementations are stateless. No sum runs across lanes, and sums over rows run in one order:
/// implementations agree in every bit.
public interface BatchLanes {
  /// Experts in one row.
  int LANES = StateLanes.LANES;

  /// {@return the fastest implementation that this JVM offers}
  static BatchLanes best() {
    return BatchLaneChoice.BEST;
  }

  /// {@return the scalar twin, which every JVM offers}
  static BatchLanes plain() {
    return new PlainBatchLanes();
  }

  /// Gives every lane the same numbers: row b becomes `numbers[n + b]` throughout.
  ///
  /// @param rows how many
  /// @param numbers holds `rows` numbers
  /// @param n where
  /// @param to receives the rows
  /// @param t where
  void broadcast(int rows, double[] numbers, int n, double[] to, int t);

  /// Computes cosines and sines with an absolute error below [SineCosine#ERROR].
  ///
  /// @param angles holds one row of angles in radians
  /// @param from where
  /// @param trig receives a row of cosines and after it a row of sines
  /// @param to where
  void sineCosine(/* wide */ double[] angles, int from, /* wide */ double[] trig, int to);

  /// Computes tangents of sums of two angles, a of each lane and b of each state, and multiplies
  /// rows by the cosines that belong to them. A cosine of 0 is taken to be 2⁻⁶⁰.
  ///
  /// @param states how many
  /// @param trig holds a row of cos a and after it a row of sin a
  /// @param at where
  /// @param other holds cos b and sin b of the first state
  /// @param o where
  /// @param otherStep from one state's to the next's
  /// @param tangents receives a row of tan(a + b) per state
  /// @param t where that of the first state is
  /// @param tangentStep from one state's to the next's
  /// @param products holds a row per state
  /// @param p where
  void addAngles(
      int states,
      /* wide */ double[] trig,
      int at,
      /* wide */ double[] other,
      int o,
      int otherStep,
      double[] tangents,
      int t,
      int tangentStep,
      /* wide */ double[] products,
      int p);

  /// Multiplies rows by one row, lane by lane.
  ///
  /// @param rows how many
  /// @param factors holds the one row
  /// @param at where
  /// @param to holds the rows
  /// @param t where
  void scale(int rows, double[] factors, int at, double[] to, int t);

  /// Applies Π_i (1 − i tan(a_i/2) P_i) to states of one plane: rotations without the factor Π_i
  /// cos(a_i/2), one multiplication and addition per row and string.
  ///
  /// @param block imaginary strings
  /// @param back whether to apply the transposes instead, a_i ↦ −a_i
  /// @param states how many
  /// @param from holds the plane
  /// @param f where
  /// @param to receives the plane
  /// @param t where
  /// @param tangents holds a row of tan(a_i/2) per string
  /// @param at where those of the first state are
  /// @param step from the tangents of one state to those of the next; 0 if they share them
  void turn(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step);

  /// [#turn] of real states that are the same in every lane.
  ///
  /// @param block imaginary strings
  /// @param states how many
  /// @param numbers holds the states, 2^m numbers each
  /// @param n where
  /// @param to receives the plane
  /// @param t where
  /// @param tangents holds a row of tan(a_i/2) per string, the same for all states
  /// @param at where
  void turnShared(
      AxisBlock block,
      int states,
      double[] numbers,
      int n,
      double[] to,
      int t,
      double[] tangents,
      int at);

  /// Adds, for each string, Im⟨λ|P_i|ψ⟩ of one plane, summed over the states, to a row. With both
  /// planes it is the derivative of ⟨ψ|O|ψ⟩ in a_i where λ = Oψ, both right after (or right before)
  /// that rotation.
  ///
  /// @param block at most 3 imaginary strings
  /// @param states how many
  /// @param lambda holds a plane of λ
  /// @param l where
  /// @param psi holds the same plane of ψ
  /// @param p where
  /// @param sums holds the rows, one per string
  /// @param at where
  void overlap(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at);

  /// Multiplies by a diagonal, amplitude by amplitude: ψ_b ↦ u_b ψ_b, or ū_b ψ_b.
  ///
  /// @param amplitudes 2^m
  /// @param real whether ψ is real; the target is complex all the same
  /// @param conjugate whether to multiply by ū
  /// @param states how many
  /// @param from holds ψ
  /// @param f where
  /// @param to receives uψ
  /// @param t where
  /// @param plane from real to imaginary parts of both
  /// @param diagonal holds u, a complex state
  /// @param at where
  void multiply(
      int amplitudes,
      boolean real,
      boolean conjugate,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      int plane,
      double[] diagonal,
      int at);

  /// Takes λ back through a diagonal, λ_b ↦ ū_b λ_b, and adds Im(λ̄_b ψ_b), summed over the states,
  /// to row b: with them [#sum] gives Im⟨λ|P|ψ⟩ of any diagonal string.
  ///
  /// @param amplitudes 2^m
  /// @param real whether ψ is real; then only the real part of λ is written
  /// @param states how many
  /// @param lambda holds λ
  /// @param l where
  /// @param psi holds ψ before the diagonal
  /// @param p where
  /// @param plane from real to imaginary parts of both
  /// @param diagonal holds u, a complex state
  /// @param at where
  /// @param sums holds 2^m rows
  /// @param s where
  void multiplyBack(
      int amplitudes,
      boolean real,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      int plane,
      double[] diagonal,
      int at,
      double[] sums,
      int s);

  /// Multiplies by a diagonal that is the same in all lanes.
  ///
  /// @param amplitudes 2^m
  /// @param real whether ψ is real; the target is complex all the same
  /// @param conjugate whether to multiply by ū
  /// @param states how many
  /// @param from holds ψ
  /// @param f where
  /// @param to receives uψ
  /// @param t where
  /// @param plane from real to imaginary parts of both
  /// @param diagonal holds u per state: 2^m real parts, then 2^m imaginary parts
  /// @param at where
  /// @param step from one state's to the next's; 0 if they share one
  void multiplyShared(
      int amplitudes,
      boolean real,
      boolean conjugate,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      int plane,
      double[] diagonal,
      int at,
      int step);

  /// Multiplies the rows of one plane by signs that are the same in all lanes and states.
  ///
  /// @param amplitudes 2^m
  /// @param states how many
  /// @param from holds the plane
  /// @param f where
  /// @param to receives the plane
  /// @param t where
  /// @param signs 2^m numbers ±1
  void sign(int amplitudes, int states, double[] from, int f, double[] to, int t, double[] signs);

  /// Adds Σ_b ⟨b|P|b⟩ row_b to a row.
  ///
  /// @param axis ±P with x = 0
  /// @param rows holds 2^m rows
  /// @param r where
  /// @param sums holds the row
  /// @param at where
  void sum(PauliAxis axis, double[] rows, int r, double[] sums, int at);

  /// Adds c ⟨b|P|b⟩ to row b.
  ///
  /// @param axis ±P with x = 0
  /// @param factors holds a row of c
  /// @param at where
  /// @param rows holds 2^m rows
  /// @param r where
  void spread(PauliAxis axis, double[] factors, int at, double[] rows, int r);

  /// Adds Σ_b w_b |ψ_b|² to a row per state.
  ///
  /// @param amplitudes 2^m
  /// @param real whether ψ is real
  /// @param states how many
  /// @param weights holds 2^m rows w_b
  /// @param w where
  /// @param psi holds ψ
  /// @param p where
  /// @param plane from real to imaginary parts
  /// @param sums holds the rows
  /// @param at where
  void expectation(
      int amplitudes,
      boolean real,
      int states,
      double[] weights,
      int w,
      double[] psi,
      int p,
      int plane,
      double[] sums,
      int at);

  /// Computes λ_b = r w_b ψ_b with another row r for each state, and adds r |ψ_b|², summed over the
  /// states, to row b.
  ///
  /// @param amplitudes 2^m
  /// @param real whether ψ is real
  /// @param states how many
  /// @param residual holds a row of r per state
  /// @param j where
  /// @param weights holds 2^m rows w_b
  /// @param w where
  /// @param psi holds ψ
  /// @param p where
  /// @param lambda receives λ
  /// @param l where
  /// @param plane from real to imaginary parts of both
  /// @param sums holds 2^m rows
  /// @param s where
  void weigh(
      int amplitudes,
      boolean real,
      int states,
      double[] residual,
      int j,
      double[] weights,
      int w,
      double[] psi,
      int p,
      double[] lambda,
      int l,
      int plane,
      double[] sums,
      int s);

  /// Adds ⟨ψ|P_i|ψ⟩ of one plane to a row per state and string.
  ///
  /// @param block 1, 2 or, if regular, 4 real strings
  /// @param states how many
  /// @param psi holds the plane
  /// @param p where
  /// @param means holds the rows, string after string, state after state
  /// @param at where
  void means(AxisBlock block, int states, double[] psi, int p, double[] means, int at);

  /// Adds Σ_i c_i m_i to a row per state.
  ///
  /// @param strings how many
  /// @param states how many
  /// @param factors holds a row of c_i per string
  /// @param c where
  /// @param means holds rows m_i, string after string, state after state
  /// @param m where
  /// @param sums holds the rows
  /// @param at where
  void contract(
      int strings,
      int states,
      double[] factors,
      int c,
      double[] means,
      int m,
      double[] sums,
      int at);

  /// Adds r m_i, summed over the states, to a row per string.
  ///
  /// @param strings how many
  /// @param states how many
  /// @param residual holds a row of r per state
  /// @param j where
  /// @param means holds rows m_i, string after string, state after state
  /// @param m where
  /// @param sums holds the rows
  /// @param at where
  void accumulate(
      int strings,
      int states,
      double[] residual,
      int j,
      double[] means,
      int m,
      double[] sums,
      int at);

  /// Adds r Σ_i c_i P_iψ to one plane of λ with another row r for each state.
  ///
  /// @param block 1, 2 or, if regular, 4 real strings
  /// @param states how many
  /// @param residual holds a row of r per state
  /// @param j where
  /// @param factors holds a row of c_i per string
  /// @param c where
  /// @param psi holds the plane of ψ
  /// @param p where
  /// @param lambda holds the plane of λ
  /// @param l where
  void observe(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l);

  /// Adds r c Pψ to one complex λ.
  ///
  /// @param axis ±P
  /// @param residual holds a row of r
  /// @param j where
  /// @param factors holds a row of c
  /// @param c where
  /// @param psi holds ψ
  /// @param p where
  /// @param lambda holds λ, another state than ψ
  /// @param l where
  /// @param plane from real to imaginary parts of both
  void addPauli(
      PauliAxis axis,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l,
      int plane);

  /// Adds Re⟨λ|ψ⟩ of one plane of one state to a row.
  ///
  /// @param amplitudes 2^m
  /// @param lambda holds λ
  /// @param l where
  /// @param psi holds ψ
  /// @param p where
  /// @param sums holds the row
  /// @param at where
  void dot(int amplitudes, double[] lambda, int l, double[] psi, int p, double[] sums, int at);

  /// Adds Σ_b a_ib c_jb of one plane to row i·n + j of sums, for all states i ≤ j < n.
  ///
  /// @param amplitudes 2^m
  /// @param states n
  /// @param left holds the plane of the a_i
  /// @param l where
  /// @param right holds the plane of the c_j
  /// @param r where
  /// @param sums holds n² rows
  /// @param at where
  void gram(
      int amplitudes,
      int states,
      double[] left,
      int l,
      double[] right,
      int r,
      double[] sums,
      int at);
}
