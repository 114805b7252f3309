package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.Inputs;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.state.BatchLanes;
import org.meanfield.kernels.state.PauliAxis;

/// The states V_0(x_j)|0⟩, in the frame in which the first layer finds them, the same for every
/// particle: kept where they take little space, else computed each time. Immutable.
final class LaneStarts {
  private static final int LANES = BatchLanes.LANES;

  private final LaneKernels kernels;
  private final List<PauliAxis> axes;
  private final int amplitudes;
  private final boolean real;

  /// Per input and rotation, the cosine and sine of half the angle.
  private final /* single */ double[] trig;

  /// Whether the state depends on the input.
  private final boolean encodes;

  /// Real parts state after state, then imaginary parts unless all are real; null if they take too
  /// much space.
  private final /* single */ double @Nullable [] kept;

  private final @Nullable StartSpan span;

  /// @param kernels to compute with
  /// @param program whose V_0
  /// @param inputs x_j
  /// @param storage whether states are kept
  LaneStarts(LaneKernels kernels, LaneProgram program, Inputs inputs, LaneStorage storage) {
    this.kernels = kernels;
    this.amplitudes = 1 << program.qubits();
    this.real = program.startReal();
    this.encodes = program.prefixEncodes();
    StartStates states = new StartStates(program, inputs);
    this.axes = states.axes();
    this.trig = Real.of(states.trig());
    int different = encodes ? inputs.count() : 1;
    double[] computed =
        storage.keepsStarts(program.qubits(), different) ? states.computed(different) : null;
    this.kept = computed == null ? null : Real.of(computed);
    this.span =
        computed != null && real && program.meetsInputsAtStart()
            ? StartSpan.of(computed, different, amplitudes).orElse(null)
            : null;
  }

  private void compute(int input, /* single */ double[] psi, int p, /* single */ double[] rows) {
    Arrays.fill(psi, p, p + 2 * amplitudes * LANES, 0);
    Arrays.fill(psi, p, p + LANES, 1);
    for (int r = 0; r < axes.size(); r++) {
      int at = 2 * (input * axes.size() + r);
      kernels.batch().broadcast(2, trig, at, rows, 0);
      kernels.state().rotate(axes.get(r), false, psi, p, psi, p, rows, 0);
    }
  }

  /// {@return whether several states can be loaded at once}
  boolean batches() {
    return kept != null;
  }

  /// {@return the space of the states, in double precision; null if it is too large or would not
  /// help}
  @Nullable StartSpan span() {
    return span;
  }

  /// {@return the states of all inputs, 2^m real numbers each; null unless they are real and kept}
  /* single */ double @Nullable [] shared() {
    return real && encodes ? kept : null;
  }

  /// Sets states to V_0(x_j)|0⟩ in every lane.
  ///
  /// @param first input
  /// @param count of inputs; 1 unless states are kept
  /// @param w its first state is set
  void load(int first, int count, LaneWorkspace w) {
    int psi = w.state(0);
    if (kept == null) {
      compute(first, w.psi, psi, w.rotation);
    } else {
      for (int plane = 0; plane < (real ? 1 : 2); plane++) {
        int from = plane * kept.length / 2;
        int to = psi + plane * w.plane;
        if (encodes) {
          kernels.batch().broadcast(count * amplitudes, kept, from + first * amplitudes, w.psi, to);
        } else {
          for (int state = 0; state < count; state++) {
            kernels
                .batch()
                .broadcast(amplitudes, kept, from, w.psi, to + state * amplitudes * LANES);
          }
        }
      }
    }
  }
}
