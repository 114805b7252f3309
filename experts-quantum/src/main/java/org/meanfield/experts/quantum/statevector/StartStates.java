package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.kernels.state.PauliAxis;
import org.meanfield.kernels.state.StateLanes;

/// The states V_0(x_j)|0⟩ in double precision, in the frame in which the first layer finds them.
/// Immutable.
final class StartStates {
  private static final int LANES = StateLanes.LANES;

  private final List<PauliAxis> axes;
  private final double[] trig;
  private final int amplitudes;
  private final boolean real;

  /// @param program whose V_0
  /// @param inputs x_j
  StartStates(LaneProgram program, Inputs inputs) {
    this.amplitudes = 1 << program.qubits();
    this.real = program.startReal();
    this.axes =
        program.prefix().stream().map(r -> LanePlan.axis(program.start().of(r.axis()))).toList();
    this.trig = trig(program.prefix(), inputs);
  }

  private static double[] trig(List<Rotation> prefix, Inputs inputs) {
    double[] trig = new double[Math.multiplyExact(2 * inputs.count(), prefix.size())];
    double[] x = new double[inputs.features()];
    int at = 0;
    for (int j = 0; j < inputs.count(); j++) {
      inputs.copyRow(j, x);
      for (Rotation rotation : prefix) {
        double half = LaneAngles.angle(rotation.drive(), x) / 2;
        trig[at++] = Math.cos(half);
        trig[at++] = Math.sin(half);
      }
    }
    return trig;
  }

  /// {@return the rotations' strings}
  List<PauliAxis> axes() {
    return axes;
  }

  /// {@return per input and rotation, the cosine and sine of half the angle}
  double[] trig() {
    return trig;
  }

  /// {@return real parts state after state, then imaginary parts unless all are real}
  ///
  /// @param count the first so many inputs
  double[] computed(int count) {
    // All kernels agree in every bit; lanes are inputs.
    StateLanes kernels = StateLanes.best();
    int plane = Math.multiplyExact(count, amplitudes);
    double[] starts = new double[Math.multiplyExact(plane, real ? 1 : 2)];
    double[] psi = new double[2 * amplitudes * LANES];
    double[] rows = new double[2 * LANES];
    for (int first = 0; first < count; first += LANES) {
      int lanes = Math.min(LANES, count - first);
      Arrays.fill(psi, 0);
      Arrays.fill(psi, 0, LANES, 1);
      for (int r = 0; r < axes.size(); r++) {
        for (int lane = 0; lane < lanes; lane++) {
          int at = 2 * ((first + lane) * axes.size() + r);
          rows[lane] = trig[at];
          rows[LANES + lane] = trig[at + 1];
        }
        kernels.rotate(axes.get(r), false, psi, 0, psi, 0, rows, 0);
      }
      for (int b = 0; b < amplitudes; b++) {
        for (int lane = 0; lane < lanes; lane++) {
          int to = (first + lane) * amplitudes + b;
          starts[to] = psi[b * LANES + lane];
          if (!real) {
            starts[plane + to] = psi[(amplitudes + b) * LANES + lane];
          }
        }
      }
    }
    return starts;
  }
}
