package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.experts.quantum.statevector.LanePlan.Change;
import org.meanfield.experts.quantum.statevector.LanePlan.Step;
import org.meanfield.experts.quantum.statevector.LanePlan.Turned;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.state.BatchLanes;

/// The diagonals of a plan: those of the parameters, one per particle; those of the inputs, the
/// same for all particles and kept where they take little space; changes of frame. Immutable.
final class LaneDiagonals {
  private static final int LANES = BatchLanes.LANES;

  private final LaneKernels kernels;
  private final int amplitudes;

  /// Per diagonal of parameters, its change of frame: 2^m real parts, then 2^m imaginary parts.
  private final /* single */ double[][] changes;

  /// Per change of sign, 2^m numbers.
  private final /* single */ double[][] signs;

  /// Per shared diagonal, that of each input; of a mere change of frame one; of one that is not
  /// kept its change of frame.
  private final /* single */ double[][] shared;

  /// Per shared diagonal, its rotations; none where it is a mere change of frame.
  private final List<Step.Shared> sharedSteps;

  private final boolean keeps;

  /// Per shared diagonal, input and rotation, the cosine and sine of half the angle.
  private final double[][] trig;

  LaneDiagonals(LaneKernels kernels, LanePlan plan, Inputs inputs, LaneStorage storage) {
    this.kernels = kernels;
    this.amplitudes = plan.amplitudes();
    this.changes =
        plan.steps(Step.Diagonal.class).stream()
            .map(d -> Real.of(numbers(d.change(), amplitudes)))
            .toArray(/* single */ double[][]::new);
    this.signs =
        plan.steps(Step.Signs.class).stream()
            .map(d -> Real.of(Arrays.copyOf(numbers(d.change(), amplitudes), amplitudes)))
            .toArray(/* single */ double[][]::new);
    this.sharedSteps = plan.steps(Step.Shared.class);
    long encoding = sharedSteps.stream().filter(s -> !s.rotations().isEmpty()).count();
    this.keeps = 2.0 * encoding * inputs.count() * amplitudes <= storage.starts();
    this.trig = new double[sharedSteps.size()][];
    this.shared = new /* single */ double[sharedSteps.size()][];
    for (int d = 0; d < shared.length; d++) {
      Step.Shared step = sharedSteps.get(d);
      shared[d] = Real.of(numbers(step.change(), amplitudes));
      trig[d] = trig(step.rotations(), inputs);
      if (keeps && !step.rotations().isEmpty()) {
        /* single */ double[] all = new /* single */ double[inputs.count() * 2 * amplitudes];
        for (int j = 0; j < inputs.count(); j++) {
          fill(d, j, all, 2 * j * amplitudes);
        }
        shared[d] = all;
      }
    }
  }

  private static double[] numbers(Change change, int amplitudes) {
    double[] numbers = new double[2 * amplitudes];
    for (int b = 0; b < amplitudes; b++) {
      int power = change.power(b);
      numbers[b + (power % 2) * amplitudes] = power < 2 ? 1 : -1;
    }
    return numbers;
  }

  private static double[] trig(List<Rotation> rotations, Inputs inputs) {
    double[] trig = new double[2 * inputs.count() * rotations.size()];
    double[] x = new double[inputs.features()];
    int at = 0;
    for (int j = 0; j < inputs.count(); j++) {
      inputs.copyRow(j, x);
      for (Rotation rotation : rotations) {
        double half = LaneAngles.angle(rotation.drive(), x) / 2;
        trig[at++] = Math.cos(half);
        trig[at++] = Math.sin(half);
      }
    }
    return trig;
  }

  /// Writes one input's diagonal, Π exp(−ia_iP_i/2) times the change of frame.
  private void fill(int d, int input, /* single */ double[] to, int at) {
    System.arraycopy(shared[d], 0, to, at, 2 * amplitudes);
    List<Rotation> rotations = sharedSteps.get(d).rotations();
    for (int r = 0; r < rotations.size(); r++) {
      long z = rotations.get(r).axis().string().z();
      double cos = trig[d][2 * (input * rotations.size() + r)];
      double sin = trig[d][2 * (input * rotations.size() + r) + 1];
      double sense = rotations.get(r).axis().sign() * sin;
      for (int b = 0; b < amplitudes; b++) {
        double s = (Long.bitCount(b & z) & 1) == 0 ? sense : -sense;
        double re = to[at + b];
        double im = to[at + amplitudes + b];
        to[at + b] = Real.of(re * cos + im * s);
        to[at + amplitudes + b] = Real.of(im * cos - re * s);
      }
    }
  }

  /// {@return how many shared diagonals are computed for each batch}
  int unkept() {
    return keeps ? 0 : sharedSteps.size();
  }

  /// Computes the shared diagonals that are not kept.
  ///
  /// @param first input
  /// @param count of inputs
  /// @param w receives them
  void encode(int first, int count, LaneWorkspace w) {
    for (int d = 0; d < unkept(); d++) {
      if (!sharedSteps.get(d).rotations().isEmpty()) {
        for (int j = 0; j < count; j++) {
          fill(d, first + j, w.encodedDiagonals, 2 * amplitudes * (d * w.batch + j));
        }
      }
    }
  }

  /// Multiplies states by a shared diagonal.
  ///
  /// @param step which
  /// @param conjugate whether to undo it
  /// @param first input
  /// @param count of inputs
  /// @param w working storage
  /// @param states holds them
  /// @param from where
  /// @param to where they go
  void multiply(
      Step.Shared step,
      boolean conjugate,
      int first,
      int count,
      LaneWorkspace w,
      /* single */ double[] states,
      int from,
      int to) {
    boolean encodes = !step.rotations().isEmpty();
    boolean computed = encodes && !keeps;
    kernels
        .batch()
        .multiplyShared(
            amplitudes,
            step.real() && !conjugate,
            conjugate,
            count,
            states,
            from,
            states,
            to,
            w.plane,
            computed ? w.encodedDiagonals : shared[step.table()],
            2 * amplitudes * (computed ? step.table() * w.batch : encodes ? first : 0),
            encodes ? 2 * amplitudes : 0);
  }

  /// Writes the diagonal of a tile: the cosines that its run left out, times the change of frame,
  /// times the rotations.
  ///
  /// @param step which
  /// @param w receives it
  void prepare(Step.Diagonal step, LaneWorkspace w) {
    int at = w.diagonalAt[step.table()];
    kernels.batch().broadcast(2 * amplitudes, changes[step.table()], 0, w.diagonals, at);
    kernels.batch().scale(2 * amplitudes, w.factors, step.run() * LANES, w.diagonals, at);
    for (int d = 0; d < step.turned().size(); d++) {
      Turned turned = step.turned().get(d);
      int trig = 2 * LANES * turned.slot();
      for (int i = 0; i < 2 * LANES; i++) {
        w.rotation[i] = Real.of(w.trig[trig + i]);
      }
      kernels.state().rotate(turned.axis(), false, w.diagonals, at, w.diagonals, at, w.rotation, 0);
    }
  }

  /// Multiplies states by signs.
  ///
  /// @param step which
  /// @param count of inputs
  /// @param plane from real to imaginary parts
  /// @param states holds them
  /// @param from where
  /// @param to where they go
  void sign(Step.Signs step, int count, int plane, /* single */ double[] states, int from, int to) {
    for (int p = 0; p < step.planes(); p++) {
      kernels
          .batch()
          .sign(
              amplitudes,
              count,
              states,
              from + p * plane,
              states,
              to + p * plane,
              signs[step.table()]);
    }
  }
}
