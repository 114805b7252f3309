package org.meanfield.experts.quantum.statevector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meanfield.experts.quantum.statevector.LaneProgram.Observation;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.state.AxisBlock;
import org.meanfield.kernels.state.BatchLanes;
import org.meanfield.kernels.state.PauliAxis;

/// The observable T = Σ_s c_s(θ) P_s of a plan: its coefficients, its means in states, λ = r T ψ,
/// and the derivatives of the coefficients. Immutable.
final class LaneObservable {
  private static final int LANES = BatchLanes.LANES;

  private final BatchLanes kernels;
  private final LaneTail tail;

  private final boolean constant;
  private final int amplitudes;
  private final boolean real;
  private final int[] diagonal;
  private final List<PauliAxis> diagonalAxes;
  private final List<AxisBlock> blocks = new ArrayList<>();

  /// The strings of all blocks, one block after the other.
  private final int[] inBlocks;

  private final int[] odd;
  private final List<PauliAxis> oddAxes;

  LaneObservable(LaneKernels kernels, LaneProgram program) {
    this.kernels = kernels.batch();
    this.tail = program.tail();
    this.constant = tail.isEmpty();
    this.amplitudes = 1 << program.qubits();
    Observation observation = program.observation();
    this.real = observation.real();
    this.diagonal = numbers(observation.diagonal());
    this.diagonalAxes = axes(observation, observation.diagonal());
    observation.blocks().forEach(block -> divide(axes(observation, block), blocks));
    this.inBlocks = numbers(observation.blocks().stream().flatMap(List::stream).toList());
    this.odd = numbers(observation.odd());
    this.oddAxes = axes(observation, observation.odd());
  }

  private static List<PauliAxis> axes(Observation observation, List<Integer> which) {
    return which.stream().map(s -> LanePlan.axis(observation.moved().get(s))).toList();
  }

  /// Strings even to each other in blocks that kernels take: four if they are regular and their
  /// rows find room in a cache, else two or one.
  private static void divide(List<PauliAxis> axes, List<AxisBlock> to) {
    int at = 0;
    while (at < axes.size()) {
      int left = axes.size() - at;
      int size =
          left >= 4 && isFour(new AxisBlock(axes.subList(at, at + 4))) ? 4 : Math.min(2, left);
      to.add(new AxisBlock(axes.subList(at, at + size)));
      at += size;
    }
  }

  private static boolean isFour(AxisBlock block) {
    return block.isRegular() && !block.crowds();
  }

  private static int[] numbers(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Computes the coefficients of a tile, times the squares of the cosines that were left out.
  ///
  /// @param w holds cosines and sines, receives coefficients
  void prepare(LaneWorkspace w) {
    tail.forward(LANES, w.tailTrig, w.tailRows);
    int last = w.factors.length - LANES;
    for (int lane = 0; lane < LANES; lane++) {
      double factor = w.factors[last + lane];
      w.lastFactor[lane] = factor * factor;
    }
    Arrays.fill(w.tables, w.weightsAt, w.weightsAt + amplitudes * LANES, 0);
    for (int d = 0; d < diagonal.length; d++) {
      coefficient(w, diagonal[d], w.row, 0);
      kernels.spread(diagonalAxes.get(d), w.row, 0, w.tables, w.weightsAt);
    }
    for (int s = 0; s < inBlocks.length; s++) {
      coefficient(w, inBlocks[s], w.blockFactors, s * LANES);
    }
    for (int s = 0; s < odd.length; s++) {
      coefficient(w, odd[s], w.oddFactors, s * LANES);
    }
  }

  private void coefficient(LaneWorkspace w, int s, /* single */ double[] to, int at) {
    for (int lane = 0; lane < LANES; lane++) {
      to[at + lane] = Real.of(w.tailRows[s * LANES + lane] * w.lastFactor[lane]);
    }
  }

  /// Computes a row of responses per input of a batch.
  ///
  /// @param w holds the states
  /// @param psi where
  /// @param count of inputs
  void respond(LaneWorkspace w, int psi, int count) {
    Arrays.fill(w.responses, 0, count * LANES, 0);
    kernels.expectation(
        amplitudes, real, count, w.tables, w.weightsAt, w.psi, psi, w.plane, w.responses, 0);
    int c = 0;
    for (int b = 0; b < blocks.size(); b++) {
      AxisBlock block = blocks.get(b);
      means(block, w, psi, count);
      kernels.contract(block.size(), count, w.blockFactors, c, w.means, 0, w.responses, 0);
      c += block.size() * LANES;
    }
    if (odd.length > 0) {
      int size = amplitudes * LANES;
      for (int state = 0; state < count; state++) {
        int l = w.lambdaAt + state * size;
        Arrays.fill(w.lambda, l, l + size, 0);
        Arrays.fill(w.lambda, l + w.plane, l + w.plane + size, 0);
        addOdd(w, psi + state * size, l, w.ones, 0);
        for (int plane = 0; plane < 2; plane++) {
          int p = psi + plane * w.plane + state * size;
          kernels.dot(
              amplitudes, w.lambda, l + plane * w.plane, w.psi, p, w.responses, state * LANES);
        }
      }
    }
  }

  private int planes() {
    return real ? 1 : 2;
  }

  private void means(AxisBlock block, LaneWorkspace w, int psi, int count) {
    Arrays.fill(w.means, 0, count * block.size() * LANES, 0);
    for (int plane = 0; plane < planes(); plane++) {
      kernels.means(block, count, w.psi, psi + plane * w.plane, w.means, 0);
    }
  }

  private void addOdd(LaneWorkspace w, int psi, int lambda, /* single */ double[] residual, int j) {
    for (int s = 0; s < odd.length; s++) {
      kernels.addPauli(
          oddAxes.get(s),
          residual,
          j,
          w.oddFactors,
          s * LANES,
          w.psi,
          psi,
          w.lambda,
          lambda,
          w.plane);
    }
  }

  /// Computes λ = r T ψ, and adds r ⟨P_s⟩ to the sums of each string.
  ///
  /// @param w holds states and residuals, receives λ
  /// @param psi where
  /// @param count of inputs
  void observe(LaneWorkspace w, int psi, int count) {
    apply(w, psi, count);
    int c = 0;
    for (int b = 0; b < blocks.size() && !constant; b++) {
      AxisBlock block = blocks.get(b);
      means(block, w, psi, count);
      kernels.accumulate(block.size(), count, w.residual, 0, w.means, 0, w.blockSums, c);
      c += block.size() * LANES;
    }
  }

  /// Computes λ = r T ψ.
  ///
  /// @param w holds states and residuals, receives λ; the sums of diagonal strings change too
  /// @param psi where
  /// @param count of inputs
  void apply(LaneWorkspace w, int psi, int count) {
    kernels.weigh(
        amplitudes,
        real,
        count,
        w.residual,
        0,
        w.tables,
        w.weightsAt,
        w.psi,
        psi,
        w.lambda,
        w.lambdaAt,
        w.plane,
        w.tables,
        w.squaresAt);
    int c = 0;
    for (int b = 0; b < blocks.size(); b++) {
      AxisBlock block = blocks.get(b);
      for (int plane = 0; plane < planes(); plane++) {
        int p = psi + plane * w.plane;
        int l = w.lambdaAt + plane * w.plane;
        kernels.observe(block, count, w.residual, 0, w.blockFactors, c, w.psi, p, w.lambda, l);
      }
      c += block.size() * LANES;
    }
    if (odd.length > 0) {
      int size = amplitudes * LANES;
      for (int state = 0; state < count; state++) {
        addOdd(w, psi + state * size, w.lambdaAt + state * size, w.residual, state * LANES);
      }
    }
  }

  /// Sets the sums of each string to 0.
  ///
  /// @param w holds them
  void clear(LaneWorkspace w) {
    Arrays.fill(w.tables, w.squaresAt, w.squaresAt + amplitudes * LANES, 0);
    Arrays.fill(w.blockSums, 0);
    Arrays.fill(w.tailGradient, 0);
  }

  /// Computes the derivatives in the tail's angles from the sums of each string.
  ///
  /// @param w holds the sums, receives the derivatives
  void settle(LaneWorkspace w) {
    if (!constant) {
      Arrays.fill(w.tailAdjoints, 0);
      for (int d = 0; d < diagonal.length; d++) {
        Arrays.fill(w.row, 0);
        kernels.sum(diagonalAxes.get(d), w.tables, w.squaresAt, w.row, 0);
        for (int lane = 0; lane < LANES; lane++) {
          w.tailAdjoints[diagonal[d] * LANES + lane] = w.row[lane];
        }
      }
      for (int s = 0; s < inBlocks.length; s++) {
        for (int lane = 0; lane < LANES; lane++) {
          w.tailAdjoints[inBlocks[s] * LANES + lane] = w.blockSums[s * LANES + lane];
        }
      }
      for (int i = 0; i < w.tailAdjoints.length; i++) {
        w.tailAdjoints[i] *= w.lastFactor[i % LANES];
      }
      tail.backward(LANES, w.tailTrig, w.tailRows, w.tailAdjoints, w.tailGradient);
    }
  }
}
