package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.experts.quantum.statevector.LanePlan.Pair;
import org.meanfield.experts.quantum.statevector.LanePlan.Step;
import org.meanfield.experts.quantum.statevector.LaneProgram.Kind;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.state.BatchLanes;

/// Angles that belong to a particle and an input: sums of a parameter's and an input's. Their
/// tangents are computed for each pair, from cosines and sines of both. Immutable.
///
/// Cosines are left out like those of other turns, see [LaneAngles]. Where too much would be left
/// out in a lane, its turns are halved, and what that leaves out is made good layer by layer.
final class PairAngles {
  private static final int LANES = BatchLanes.LANES;

  private final BatchLanes kernels;
  private final LaneAngles angles;

  /// Per row, its slot.
  private final int[] slots;

  /// Per row, its run.
  private final int[] runs;

  /// Per row, the first row of its layer.
  private final int[] layers;

  /// How many runs there are.
  private final int runCount;

  /// Per input and row, cosine and sine of half the input's angle.
  private final double[] trig;

  /// @param angles of the same plan and inputs
  PairAngles(BatchLanes kernels, LaneAngles angles, LanePlan plan, Inputs inputs) {
    this.kernels = kernels;
    this.angles = angles;
    List<Pair> pairs = plan.pairs();
    this.slots = pairs.stream().mapToInt(Pair::slot).toArray();
    this.runs = pairs.stream().mapToInt(Pair::run).toArray();
    this.runCount = plan.encodedRuns().size();
    this.layers = new int[slots.length];
    for (Step.Turn turn : plan.steps(Step.Turn.class)) {
      if (turn.kind() == Kind.PAIR_TURN) {
        int first = turn.passes().getFirst().row();
        turn.passes()
            .forEach(
                pass -> Arrays.fill(layers, pass.row(), pass.row() + pass.block().size(), first));
      }
    }
    this.trig = new double[Math.multiplyExact(inputs.count(), 2 * slots.length)];
    double[] x = new double[inputs.features()];
    for (int j = 0; j < inputs.count() && slots.length > 0; j++) {
      inputs.copyRow(j, x);
      for (int row = 0; row < slots.length; row++) {
        double half = pairs.get(row).sense() * LaneAngles.angle(pairs.get(row).input(), x) / 2;
        trig[2 * (j * slots.length + row)] = Math.cos(half);
        trig[2 * (j * slots.length + row) + 1] = Math.sin(half);
      }
    }
  }

  /// Computes the tangents for a tile of particles and some inputs, and the products of cosines.
  ///
  /// @param first input
  /// @param count of inputs
  /// @param w holds cosines and sines of the particles, receives tangents and products
  void encode(int first, int count, LaneWorkspace w) {
    w.paired.twice = false;
    int rows = slots.length;
    if (rows == 0) {
      return;
    }
    Arrays.fill(w.pairFactors, 1);
    for (int row = 0; row < rows; row++) {
      kernels.addAngles(
          count,
          w.trig,
          2 * LANES * slots[row],
          trig,
          2 * (first * rows + row),
          2 * rows,
          w.paired.first,
          row * LANES,
          w.paired.step,
          w.pairFactors,
          runs[row] * w.batch * LANES);
    }
    if (isInRange(w)) {
      return;
    }
    for (int state = 0; state < count; state++) {
      for (int lane = 0; lane < LANES; lane++) {
        if (!isInRange(w, first + state, state, lane)) {
          if (!w.paired.twice) {
            w.paired.twice = true;
            Arrays.fill(w.paired.second, 0);
            Arrays.fill(w.pairScales, 1);
          }
          halve(w, first + state, state, lane);
        }
      }
    }
  }

  /// Whether products of the smallest of all factors are in range.
  private boolean isInRange(LaneWorkspace w) {
    double least = 1;
    for (double factor : w.pairFactors) {
      least = Math.min(least, Math.abs(factor));
    }
    double smallest = 1;
    for (double own : w.smallest) {
      smallest = Math.min(smallest, own);
    }
    return isInRange(least * angles.leastEncoded(), smallest);
  }

  private boolean isInRange(LaneWorkspace w, int input, int state, int lane) {
    double least = 1;
    for (int run = 0; run < runCount; run++) {
      double encoded = angles.encodedFactor(input, run);
      double paired = w.pairFactors[(run * w.batch + state) * LANES + lane];
      least = Math.min(least, Math.abs(encoded * paired));
    }
    return isInRange(least, w.smallest[lane]);
  }

  private static boolean isInRange(double paired, double own) {
    return paired >= LaneRange.SMALLEST_PAIRED && paired * own >= LaneRange.SMALLEST_TOGETHER;
  }

  private void halve(LaneWorkspace w, int input, int state, int lane) {
    int rows = slots.length;
    for (int run = 0; run < runCount; run++) {
      w.pairFactors[(run * w.batch + state) * LANES + lane] = 1;
    }
    for (int row = 0; row < rows; row++) {
      int own = 2 * LANES * slots[row] + lane;
      double cos = trig[2 * (input * rows + row)];
      double sin = trig[2 * (input * rows + row) + 1];
      double cosine = w.trig[own] * cos - w.trig[own + LANES] * sin;
      double sine = w.trig[own + LANES] * cos + w.trig[own] * sin;
      double tangent = LaneAngles.halvedTangent(cosine, sine);
      int at = state * w.paired.step + row * LANES + lane;
      w.paired.first[at] = Real.of(tangent);
      w.paired.second[at] = Real.of(tangent);
      int scale = (layers[row] * w.batch + state) * LANES + lane;
      w.pairScales[scale] =
          Real.of(w.pairScales[scale] * Real.squaredCosine((1 + Math.abs(cosine)) / 2, tangent));
    }
  }
}
