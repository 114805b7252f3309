package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.experts.quantum.statevector.LanePlan.Overlap;
import org.meanfield.experts.quantum.statevector.LanePlan.Pass;
import org.meanfield.experts.quantum.statevector.LanePlan.Step;
import org.meanfield.experts.quantum.statevector.LanePlan.Turned;
import org.meanfield.experts.quantum.statevector.LaneProgram.Kind;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.state.AxisBlock;
import org.meanfield.kernels.state.BatchLanes;

/// The states of a tile of particles on their way through the steps of a plan and back. Immutable.
///
/// A warm sweep allocates nothing: loops over lists go by number, for iterators would be allocated.
final class LaneSweep {
  private static final int LANES = BatchLanes.LANES;

  private final BatchLanes kernels;
  private final LanePlan plan;
  private final List<Step> steps;
  private final List<Step.Diagonal> diagonalSteps;
  private final LaneAngles angles;
  private final PairAngles pairs;
  private final LaneStarts starts;
  private final LaneDiagonals diagonals;
  private final LaneObservable observable;
  private final int amplitudes;
  private final boolean keepsTables;

  LaneSweep(LaneKernels kernels, LanePlan plan, Inputs inputs, LaneStorage storage) {
    this.kernels = kernels.batch();
    this.plan = plan;
    this.steps = plan.steps();
    this.diagonalSteps = plan.steps(Step.Diagonal.class);
    this.angles = new LaneAngles(this.kernels, plan, inputs);
    this.pairs = new PairAngles(this.kernels, angles, plan, inputs);
    this.starts = new LaneStarts(kernels, plan.program(), inputs, storage);
    this.diagonals = new LaneDiagonals(kernels, plan, inputs, storage);
    this.observable = new LaneObservable(kernels, plan.program());
    this.amplitudes = plan.amplitudes();
    this.keepsTables = storage.keepsTables(plan.program().qubits(), plan.tables());
  }

  /// {@return the start states}
  LaneStarts starts() {
    return starts;
  }

  /// {@return the observable of the last states}
  LaneObservable observable() {
    return observable;
  }

  /// {@return whether several states can go through the kernels together}
  boolean batches() {
    return starts.batches() && keepsTables;
  }

  /// {@return working storage for one thread}
  ///
  /// @param batch how many states go through the kernels together
  /// @param inputs n
  /// @param ofSpan of the span of the start states
  LaneWorkspace workspace(int batch, int inputs, SpanWorkspace ofSpan) {
    return new LaneWorkspace(plan, batch, keepsTables, diagonals.unkept(), inputs, ofSpan);
  }

  /// Prepares a tile of particles.
  ///
  /// @param w receives angles, coefficients and diagonals
  /// @param theta particles
  /// @param first the particle of lane 0
  void prepare(LaneWorkspace w, Particles theta, int first) {
    angles.prepare(w, theta, first);
    observable.prepare(w);
    if (keepsTables) {
      for (int d = 0; d < diagonalSteps.size(); d++) {
        diagonals.prepare(diagonalSteps.get(d), w);
      }
    }
  }

  /// Computes ψ = L_K … L_1 ψ_j for start states j = first … first + count − 1.
  ///
  /// @param real the start states where they are real and kept, 2^m numbers each; else null, and
  ///   they are those of the inputs
  /// @param keeps whether states are put where the plan has them, for the way back; else all are in
  ///   the first place, one after the other
  void forward(
      LaneWorkspace w, /* single */ double @Nullable [] real, int first, int count, boolean keeps) {
    angles.encode(first, count, w.encoded);
    pairs.encode(first, count, w);
    diagonals.encode(first, count, w);
    int next = real == null ? load(w, first, count) : loadReal(w, real, first, count);
    for (int i = next; i < steps.size(); i++) {
      int from = w.state(keeps ? plan.place(i) : 0);
      int to = w.state(keeps ? plan.place(i + 1) : 0);
      apply(steps.get(i), w, first, count, from, to);
    }
  }

  private int load(LaneWorkspace w, int first, int count) {
    starts.load(first, count, w);
    return 0;
  }

  /// Loads real states; where the first step is a turn, straight into its first pass.
  ///
  /// @return the first step that is left to do
  private int loadReal(LaneWorkspace w, /* single */ double[] real, int first, int count) {
    if (!steps.isEmpty()
        && steps.getFirst() instanceof Step.Turn turn
        && turn.kind() == Kind.TURN) {
      int to = w.state(0);
      Pass pass = turn.passes().getFirst();
      kernels.turnShared(
          pass.block(),
          count,
          real,
          first * amplitudes,
          w.psi,
          to,
          w.shared.first,
          pass.row() * LANES);
      if (w.shared.twice) {
        turn(pass, false, count, w.psi, to, to, w.shared.second, 0);
      }
      for (int p = 1; p < turn.passes().size(); p++) {
        turn(turn.passes().get(p), false, count, w.psi, to, to, w.shared);
      }
      return 1;
    }
    kernels.broadcast(count * amplitudes, real, first * amplitudes, w.psi, w.state(0));
    return 0;
  }

  private void apply(Step step, LaneWorkspace w, int first, int count, int from, int to) {
    switch (step) {
      case Step.Turn turn -> turn(turn, false, w, count, w.psi, from, to);
      case Step.Diagonal diagonal -> {
        if (!keepsTables) {
          diagonals.prepare(diagonal, w);
        }
        multiply(diagonal, false, w, count, from, to);
      }
      case Step.Shared shared ->
          diagonals.multiply(shared, false, first, count, w, w.psi, from, to);
      case Step.Signs signs -> diagonals.sign(signs, count, w.plane, w.psi, from, to);
      case Step.Scale scale -> {
        if (from != to) {
          int size = count * amplitudes * LANES;
          for (int p = 0; p < scale.planes(); p++) {
            System.arraycopy(w.psi, from + p * w.plane, w.psi, to + p * w.plane, size);
          }
        }
        scale(scale, w, first, count, w.psi, to);
      }
    }
  }

  /// Undoes a step on ψ, where no states are kept: then scales follow all turns, and diagonals are
  /// phases.
  private void undo(Step step, LaneWorkspace w, int first, int count) {
    int psi = w.state(0);
    switch (step) {
      case Step.Diagonal diagonal -> multiply(diagonal, true, w, count, psi, psi);
      default -> back(step, w, first, count, w.psi, psi);
    }
  }

  private void multiply(
      Step.Diagonal step, boolean back, LaneWorkspace w, int count, int from, int to) {
    kernels.multiply(
        amplitudes,
        step.real() && !back,
        back,
        count,
        w.psi,
        from,
        w.psi,
        to,
        w.plane,
        w.diagonals,
        w.diagonalAt[step.table()]);
  }

  /// Applies the transpose of a step that is none of a diagonal of parameters.
  private void back(
      Step step, LaneWorkspace w, int first, int count, /* single */ double[] states, int at) {
    switch (step) {
      case Step.Turn turn -> turn(turn, true, w, count, states, at, at);
      case Step.Shared shared -> diagonals.multiply(shared, true, first, count, w, states, at, at);
      case Step.Signs signs -> diagonals.sign(signs, count, w.plane, states, at, at);
      case Step.Scale scale -> scale(scale, w, first, count, states, at);
      case Step.Diagonal diagonal ->
          throw new IllegalArgumentException(diagonal + " needs a place for its overlaps");
    }
  }

  private void turn(
      Step.Turn step,
      boolean back,
      LaneWorkspace w,
      int count, /* single */
      double[] states,
      int from,
      int to) {
    for (int p = 0; p < step.planes(); p++) {
      int plane = p * w.plane;
      turnPlane(step, back, w, count, states, from + plane, to + plane);
    }
  }

  /// Turns one plane by all strings: it fits into a nearer cache than both.
  private void turnPlane(
      Step.Turn step,
      boolean back,
      LaneWorkspace w,
      int count,
      /* single */ double[] states,
      int from,
      int to) {
    LaneTangents tangents = w.tangents(step.kind());
    for (int i = 0; i < step.passes().size(); i++) {
      turn(step.passes().get(i), back, count, states, i == 0 ? from : to, to, tangents);
    }
    if (step.kind() == Kind.PAIR_TURN && tangents.twice) {
      int scales = step.passes().getFirst().row() * w.batch;
      for (int state = 0; state < count; state++) {
        int at = to + state * amplitudes * LANES;
        kernels.scale(amplitudes, w.pairScales, (scales + state) * LANES, states, at);
      }
    }
  }

  private void turn(
      Pass pass,
      boolean back,
      int count,
      /* single */ double[] states,
      int from,
      int to,
      LaneTangents tangents) {
    turn(pass, back, count, states, from, to, tangents.first, tangents.step);
    if (tangents.twice) {
      turn(pass, back, count, states, to, to, tangents.second, tangents.step);
    }
  }

  private void turn(
      Pass pass,
      boolean back,
      int count,
      /* single */ double[] states,
      int from,
      int to,
      /* single */ double[] tangents,
      int step) {
    kernels.turn(
        pass.block(), back, count, states, from, states, to, tangents, pass.row() * LANES, step);
  }

  private void scale(
      Step.Scale step,
      LaneWorkspace w,
      int first,
      int count, /* single */
      double[] states,
      int at) {
    for (int state = 0; state < count; state++) {
      double encoded = angles.encodedFactor(first + state, step.encodedRun());
      int paired = (step.encodedRun() * w.batch + state) * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        double own = w.factors[step.run() * LANES + lane] * w.pairFactors[paired + lane];
        w.row[lane] = Real.of(encoded * own);
      }
      for (int p = 0; p < step.planes(); p++) {
        int here = at + p * w.plane + state * amplitudes * LANES;
        kernels.scale(amplitudes, w.row, 0, states, here);
      }
    }
  }

  /// Computes the squares of what the last turns by inputs, and by sums with them, left out.
  ///
  /// @param w receives a row per state
  /// @param first input
  /// @param count of inputs
  void left(LaneWorkspace w, int first, int count) {
    int last = plan.encodedRuns().size() - 1;
    for (int state = 0; state < count; state++) {
      double encoded = angles.encodedFactor(first + state, last);
      int paired = (last * w.batch + state) * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        double factor = encoded * w.pairFactors[paired + lane];
        w.left[state * LANES + lane] = factor * factor;
      }
    }
  }

  /// Sets what [#backward] adds to to 0.
  ///
  /// @param w holds it
  void clear(LaneWorkspace w) {
    observable.clear(w);
    Arrays.fill(w.gradient, 0);
  }

  /// Adds r ∂f(θ, x_j) of states that went forward and were kept to the rows of the slots,
  /// diagonals and the tail set aside.
  ///
  /// @param w holds states and residuals
  /// @param first input
  /// @param count of inputs
  void backward(LaneWorkspace w, int first, int count) {
    observable.observe(w, w.state(plan.place(steps.size())), count);
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      switch (step) {
        case Step.Turn turn -> backThrough(turn, w, count, i);
        case Step.Diagonal diagonal -> backThrough(diagonal, w, first, count, i);
        default -> {
          if (i > 0) {
            back(step, w, first, count, w.lambda, w.lambdaAt);
          }
        }
      }
      if (plan.sweeps() && i > 0 && !(step instanceof Step.Diagonal)) {
        undo(step, w, first, count);
      }
    }
  }

  private void backThrough(Step.Diagonal step, LaneWorkspace w, int first, int count, int i) {
    if (!keepsTables) {
      diagonals.prepare(step, w);
    }
    if (plan.sweeps()) {
      undo(step, w, first, count);
    }
    kernels.multiplyBack(
        amplitudes,
        step.real(),
        count,
        w.lambda,
        w.lambdaAt,
        w.psi,
        w.state(plan.place(i)),
        w.plane,
        w.diagonals,
        w.diagonalAt[step.table()],
        w.diagonals,
        w.diagonalSumsAt[step.table()]);
    if (!keepsTables) {
      settle(step, w);
    }
  }

  /// Takes overlaps and turns λ back, one plane after the other; before the first step λ is of no
  /// use.
  private void backThrough(Step.Turn step, LaneWorkspace w, int count, int i) {
    int psi = w.state(plan.place(i + 1));
    List<Overlap> overlaps = step.overlaps();
    Arrays.fill(w.overlaps, 0);
    for (int p = 0; p < step.planes(); p++) {
      int lambda = w.lambdaAt + p * w.plane;
      int at = 0;
      for (int o = 0; o < overlaps.size(); o++) {
        AxisBlock block = overlaps.get(o).block();
        kernels.overlap(block, count, w.lambda, lambda, w.psi, psi + p * w.plane, w.overlaps, at);
        at += block.size() * LANES;
      }
      if (i > 0) {
        turnPlane(step, true, w, count, w.lambda, lambda, lambda);
      }
    }
    int row = 0;
    for (int o = 0; o < overlaps.size(); o++) {
      List<Integer> slots = overlaps.get(o).slots();
      for (int s = 0; s < slots.size(); s++) {
        for (int lane = 0; lane < LANES; lane++) {
          w.gradient[slots.get(s) * LANES + lane] += w.overlaps[row * LANES + lane];
        }
        row++;
      }
    }
  }

  /// Ends the way back: stores the velocities of the tile.
  ///
  /// @param w holds what was added up
  /// @param first the particle of lane 0
  /// @param velocity receives them
  void settle(LaneWorkspace w, int first, Particles velocity) {
    if (keepsTables) {
      for (int d = 0; d < diagonalSteps.size(); d++) {
        settle(diagonalSteps.get(d), w);
      }
    }
    observable.settle(w);
    angles.velocities(w, first, velocity);
  }

  /// Adds what a diagonal set aside to the rows of its slots.
  private void settle(Step.Diagonal step, LaneWorkspace w) {
    int sums = w.diagonalSumsAt[step.table()];
    for (int i = 0; i < step.turned().size(); i++) {
      Turned turned = step.turned().get(i);
      Arrays.fill(w.row, 0);
      kernels.sum(turned.axis(), w.diagonals, sums, w.row, 0);
      for (int lane = 0; lane < LANES; lane++) {
        w.gradient[LANES * turned.slot() + lane] += w.row[lane];
      }
    }
    Arrays.fill(w.diagonals, sums, sums + amplitudes * LANES, 0);
  }
}
