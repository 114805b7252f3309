package org.meanfield.kernels.transport;

/// Costs of a point against neighbouring points of a cloud, and what searches for cheap ones need.
///
/// Coordinate k of point j of a cloud of m is number `k·m + j`. A coordinate of period P lies in
/// [0, P]; the shortest way between a and b is min(|a − b|, P − |a − b|), which holds for P = ∞
/// too.
///
/// Implementations are stateless and agree in every bit of double precision: no sum runs across
/// lanes.
public interface CostLanes {
  /// {@return the fastest implementation that this JVM offers}
  static CostLanes best() {
    return CostLaneChoice.BEST;
  }

  /// {@return the scalar twin, which every JVM offers}
  static CostLanes plain() {
    return new PlainCosts();
  }

  /// Computes c(j) for `from` ≤ j < `to`.
  ///
  /// @param ground the cost
  /// @param periods one per coordinate, possibly infinite
  /// @param x a cloud
  /// @param n its points
  /// @param i the point of it that is meant
  /// @param y the other cloud
  /// @param m its points
  /// @param from first point
  /// @param to after the last point
  /// @param out receives c(j) at `at + j − from`
  /// @param at where
  void row(
      Ground ground,
      double[] periods,
      double[] x,
      int n,
      int i,
      double[] y,
      int m,
      int from,
      int to,
      double[] out,
      int at);

  /// {@return min c(j) − v(j), or +∞ of none}
  ///
  /// @param costs holds c(j) from place `at` on
  /// @param at where
  /// @param v holds v(j) at place j
  /// @param from first j
  /// @param to after the last j
  double least(double[] costs, int at, double[] v, int from, int to);

  /// Adds each j with c(j) − v(j) < `limit` to a list, in order, all in single precision. Which of
  /// them are found so near to the limit that round-off decides is up to the implementation.
  ///
  /// @param ground the cost
  /// @param halves half of each coordinate's period, or the most that two points can differ by
  /// @param x a cloud
  /// @param n its points
  /// @param i the point of it that is meant
  /// @param y the other cloud
  /// @param m its points
  /// @param from first point
  /// @param to after the last point
  /// @param v holds v(j) at place j
  /// @param limit only less than this is taken
  /// @param room overwritten, with room for to − from numbers
  /// @param numbers receives j from place 0 on, with room for all
  /// @return how many were taken
  int below(
      Ground ground,
      float[] halves,
      float[] x,
      int n,
      int i,
      float[] y,
      int m,
      int from,
      int to,
      float[] v,
      float limit,
      float[] room,
      int[] numbers);
}
