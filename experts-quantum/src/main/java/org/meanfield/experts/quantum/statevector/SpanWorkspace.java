package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.state.BatchLanes;

/// The working storage of one thread for a [StartSpan].
final class SpanWorkspace {
  private static final int LANES = BatchLanes.LANES;

  /// Where there is no span.
  static final SpanWorkspace NONE = new SpanWorkspace(0, 0, 0, false, false);

  private final int dimension;
  private final int amplitudes;

  /// Two planes each of the states Ue_a and OUe_a of a tile, and their products, s² rows.
  final /* single */ double[] states;

  final /* single */ double[] applied;
  final /* single */ double[] products;

  /// Σ over particles of the products, s².
  final double[] gram;

  /// n numbers.
  final double[] row;

  /// The squares of the residual met last: weights, and 2^m numbers each.
  final double[] weights;

  final /* single */ double[] vectors;
  private final SignedSquares squares;
  private final double[] parts;
  private final double[] latest;
  private final double[] squared;
  private int rank = -1;

  /// @param span the span
  /// @param inputs n
  /// @param amplitudes 2^m
  /// @param multiplies whether responses come from products
  /// @param splits whether the pull-back sweeps squares
  SpanWorkspace(StartSpan span, int inputs, int amplitudes, boolean multiplies, boolean splits) {
    this(span.dimension(), inputs, amplitudes, multiplies, splits);
  }

  private SpanWorkspace(
      int dimension, int inputs, int amplitudes, boolean multiplies, boolean splits) {
    this.dimension = dimension;
    this.amplitudes = amplitudes;
    int multiplied = multiplies ? dimension : 0;
    states = new /* single */ double[2 * multiplied * amplitudes * LANES];
    applied = new /* single */ double[states.length];
    products = new /* single */ double[multiplied * multiplied * LANES];
    gram = new double[multiplied * multiplied];
    row = new double[multiplies ? inputs : 0];
    int split = splits ? dimension : 0;
    squares = new SignedSquares(split);
    weights = new double[split];
    squared = new double[split * amplitudes];
    vectors = new /* single */ double[split * amplitudes];
    parts = new double[split * split];
    latest = new double[splits ? inputs : 0];
  }

  /// {@return how many numbers this takes, and the span}
  ///
  /// @param span s
  /// @param inputs n
  /// @param amplitudes 2^m
  /// @param multiplies whether responses come from products
  /// @param splits whether the pull-back sweeps squares
  static double numbers(
      double span, double inputs, double amplitudes, boolean multiplies, boolean splits) {
    double products = 4 * span * amplitudes * LANES + span * span * (LANES + 1) + inputs;
    double squares = 2 * span * amplitudes + 2 * span * span + inputs;
    double basis = span * (amplitudes + inputs);
    return (multiplies ? products : 0)
        + (splits ? squares : 0)
        + (multiplies || splits ? basis : 0);
  }

  /// {@return where the state of a vector of the basis is}
  ///
  /// @param plane 0 or 1
  /// @param vector its number
  int at(int plane, int vector) {
    return (plane * dimension + vector) * amplitudes * LANES;
  }

  /// Adds the products of some lanes to their sums.
  ///
  /// @param lanes how many
  void gather(int lanes) {
    for (int i = 0; i < gram.length; i++) {
      double sum = 0;
      for (int lane = 0; lane < lanes; lane++) {
        sum += products[i * LANES + lane];
      }
      gram[i] += sum;
    }
  }

  /// Splits Σ_j r_j ψ_jψ_jᵀ into squares, unless it was the last to be split: the shards of a cloud
  /// share their residual.
  ///
  /// @param span the span
  /// @param residual n numbers r_j
  /// @return whether it could be; it cannot where some r_j is not finite
  boolean split(StartSpan span, double[] residual) {
    if (rank < 0 || !Arrays.equals(latest, residual)) {
      for (double r : residual) {
        if (!Double.isFinite(r)) {
          return false;
        }
      }
      System.arraycopy(residual, 0, latest, 0, residual.length);
      rank = span.split(residual, squares, parts, weights, squared);
      for (int i = 0; i < rank * amplitudes; i++) {
        vectors[i] = Real.of(squared[i]);
      }
    }
    return true;
  }

  /// {@return how many squares there are}
  int rank() {
    return rank;
  }
}
