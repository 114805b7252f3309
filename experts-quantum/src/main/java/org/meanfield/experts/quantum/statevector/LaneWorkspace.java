package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import org.meanfield.experts.quantum.statevector.LaneProgram.Kind;
import org.meanfield.kernels.state.AxisBlock;
import org.meanfield.kernels.state.BatchLanes;

/// The working storage of one thread: states, tables and sums of one tile of eight particles and
/// one batch of inputs.
///
/// Unless it is too large for one array, all that kernels read and write lies in a single one, from
/// [#MARGIN] on. Where objects begin with cache lines, as the launcher has it, rows then do too,
/// which saves up to a third of the time; elsewhere the margin does no harm.
final class LaneWorkspace {
  private static final int LANES = BatchLanes.LANES;

  /// With the 16 bytes of an array's header 64 bytes, a cache line.
  private static final int MARGIN = 48 / /* single */ Double.BYTES;

  private static final long MOST = 1 << 28;

  /// The states, at [#state] of their places.
  final /* single */ double[] psi;

  /// λ = r_j T ψ on its way back, at [#lambdaAt].
  final /* single */ double[] lambda;

  final int lambdaAt;

  /// The weights and squares.
  final /* single */ double[] tables;

  /// The diagonals and their sums.
  final /* single */ double[] diagonals;

  /// Of each diagonal, where it is.
  final int[] diagonalAt;

  /// Of each diagonal, 2^m rows of sums.
  final int[] diagonalSumsAt;

  /// 2^m rows: T's diagonal strings, Σ_s c_s ⟨b|P_s|b⟩.
  final int weightsAt;

  /// 2^m rows: Σ_j r_j |ψ_b|².
  final int squaresAt;

  /// From real to imaginary parts of the states of a batch.
  final int plane;

  /// How many inputs go through the kernels together.
  final int batch;

  /// Per slot, a row of cosines and a row of sines of half the angle.
  final double[] trig;

  /// Per slot, a row of cosines of half the angle, as they belong to tangents.
  final double[] cosines;

  /// The tangents of turns by parameters and constants.
  final LaneTangents shared;

  /// Per lane, whether its turns are halved.
  final boolean[] halved = new boolean[LANES];

  /// Per run, a row of products of cosines.
  final /* single */ double[] factors;

  /// The square of the last run's.
  final double[] lastFactor = new double[LANES];

  /// Per lane, the smallest product of cosines of a run.
  final double[] smallest = new double[LANES];

  /// The tangents of turns by inputs.
  final LaneTangents encoded;

  /// The tangents of turns by sums of a parameter and an input.
  final LaneTangents paired;

  /// Per run of turns by inputs and input of a batch, a row of products of the cosines of sums.
  final double[] pairFactors;

  /// Per turn by a sum and input of a batch, a row that a layer that begins with it is multiplied
  /// by where turns are halved.
  final /* single */ double[] pairScales;

  /// Per input of a batch, a row: the square of what its last turns left out.
  final double[] left;

  /// Per shared diagonal that is not kept, one per input of a batch.
  final /* single */ double[] encodedDiagonals;

  /// Per input of a batch, a row of r_j with what its turns left out.
  final /* single */ double[] residual;

  /// Per slot, a row of derivatives.
  final double[] gradient;

  /// Per string of T in a block, its row of factors c_s.
  final /* single */ double[] blockFactors;

  /// Per string of T in a block, a row Σ_j r_j ⟨P_s⟩.
  final /* single */ double[] blockSums;

  /// Per input of a batch and string of a block, a row ⟨P_s⟩.
  final /* single */ double[] means;

  /// Per string of T that is imaginary, its row of factors c_s.
  final /* single */ double[] oddFactors;

  final double[] tailTrig;
  final double[] tailRows;
  final double[] tailAdjoints;
  final double[] tailGradient;

  /// Per parameter, a row.
  final double[] velocities;

  /// Per input of a batch, a row of responses.
  final /* single */ double[] responses;

  /// Per input, a row of sums of responses.
  final double[] sums;

  /// Of the span of the start states.
  final SpanWorkspace ofSpan;

  /// Single rows.
  final double[] angle = new double[LANES];

  final /* single */ double[] row = new /* single */ double[LANES];
  final /* single */ double[] ones = new /* single */ double[LANES];

  final /* single */ double[] rotation = new /* single */ double[2 * LANES];

  /// A row per string of a layer.
  final /* single */ double[] overlaps;

  /// @param plan what runs
  /// @param batch how many inputs go through the kernels together
  /// @param keepsTables whether each diagonal has a place of its own
  /// @param unkept how many shared diagonals are computed for each batch
  /// @param inputs n
  /// @param ofSpan of the span of the start states
  LaneWorkspace(
      LanePlan plan, int batch, boolean keepsTables, int unkept, int inputs, SpanWorkspace ofSpan) {
    this.ofSpan = ofSpan;
    LaneProgram program = plan.program();
    this.batch = batch;
    plane = batch * plan.amplitudes() * LANES;
    int table = plan.amplitudes() * LANES;
    int kept = keepsTables ? plan.tables() : Math.min(1, plan.tables());
    long statesSize = 2L * plane * plan.states();
    long diagonalsSize = 3L * kept * table;
    long size = statesSize + 2L * plane + 2L * table + diagonalsSize;
    boolean together = size < MOST;
    psi = space(together ? size : statesSize);
    lambda = together ? psi : space(2L * plane);
    tables = together ? psi : space(2L * table);
    diagonals = together ? psi : space(diagonalsSize);
    lambdaAt = MARGIN + (together ? (int) statesSize : 0);
    weightsAt = together ? lambdaAt + 2 * plane : MARGIN;
    squaresAt = weightsAt + table;
    diagonalAt = new int[plan.tables()];
    diagonalSumsAt = new int[plan.tables()];
    for (int d = 0; d < plan.tables(); d++) {
      diagonalAt[d] = (together ? squaresAt + table : MARGIN) + (keepsTables ? 3 * d * table : 0);
      diagonalSumsAt[d] = diagonalAt[d] + 2 * table;
    }
    trig = new double[2 * LANES * plan.slots().size()];
    cosines = new double[LANES * plan.slots().size()];
    shared = LaneTangents.shared(plan.tangents().size());
    factors = new /* single */ double[LANES * plan.runs().size()];
    encoded = LaneTangents.alike(plan.encodedTangents().size(), batch);
    paired = LaneTangents.own(plan.pairs().size(), batch);
    pairFactors = new double[LANES * batch * plan.encodedRuns().size()];
    Arrays.fill(pairFactors, 1);
    pairScales = new /* single */ double[LANES * batch * plan.pairs().size()];
    left = new double[LANES * batch];
    overlaps = new /* single */ double[LANES * program.qubits()];
    encodedDiagonals = new /* single */ double[batch * 2 * plan.amplitudes() * unkept];
    residual = new /* single */ double[batch * LANES];
    gradient = new double[LANES * plan.slots().size()];
    int blocks = program.observation().blocks().stream().mapToInt(b -> b.size()).sum();
    blockFactors = new /* single */ double[LANES * blocks];
    blockSums = new /* single */ double[LANES * blocks];
    means = new /* single */ double[batch * AxisBlock.MOST * LANES];
    oddFactors = new /* single */ double[LANES * program.observation().odd().size()];
    LaneTail tail = program.tail();
    tailTrig = new double[2 * LANES * tail.drives().size()];
    tailRows = new double[LANES * tail.strings().size()];
    tailAdjoints = new double[LANES * tail.strings().size()];
    tailGradient = new double[LANES * tail.drives().size()];
    velocities = new double[LANES * program.parameters()];
    responses = new /* single */ double[batch * LANES];
    sums = new double[LANES * inputs];
    Arrays.fill(ones, 1);
  }

  private static /* single */ double[] space(long size) {
    return new /* single */ double[Math.toIntExact(MARGIN + size)];
  }

  /// {@return the tangents of a kind of turns}
  ///
  /// @param kind theirs
  LaneTangents tangents(Kind kind) {
    return switch (kind) {
      case TURN -> shared;
      case ENCODED_TURN -> encoded;
      case PAIR_TURN -> paired;
      case DIAGONAL, ENCODED_DIAGONAL ->
          throw new IllegalArgumentException(kind + " does not turn");
    };
  }

  /// {@return where the states of a place are}
  ///
  /// @param place its number
  int state(int place) {
    return MARGIN + 2 * plane * place;
  }
}
