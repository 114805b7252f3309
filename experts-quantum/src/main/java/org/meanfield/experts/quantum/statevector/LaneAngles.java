package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.state.BatchLanes;

/// The angles of a plan as kernels want them: tangents of their halves, and the cosines that turns
/// leave out. Those of the inputs are computed once, those of the parameters once per particle;
/// those of their sums, once per pair, are [PairAngles]'. Immutable.
///
/// A turn by a = π has no tangent to speak of: tan(a/2) ~ 10^16 times cos(a/2) ~ 10^−16 is still
/// right to the last digits, but many of them in one run leave the range of doubles. A lane whose
/// cosines multiply to less than [LaneRange#SMALLEST] takes each turn as two of half the angle,
/// tan(a/4) = s/(c ± 1), |tan(a/4)| ≤ 1, up to a sign of the state that no mean depends on. Other
/// lanes then take a second turn by 0 and keep their bits.
final class LaneAngles {
  private static final int LANES = BatchLanes.LANES;

  private final BatchLanes kernels;
  private final LanePlan plan;
  private final int[] slotOfRow;

  /// Per slot, its parameter, or −1 for a constant.
  private final int[] parameter;

  /// Per slot, the factor of its parameter, or the constant.
  private final double[] scale;

  private final int[] tailParameter;
  private final double[] tailScale;
  private final int[][] runs;

  /// Per input and row, tan(a/2), or tan(a/4) where the turns are halved.
  private final /* single */ double[] encoded;

  private final boolean encodedTwice;

  /// Per input and run, the product of its cosines.
  private final double[] encodedFactors;

  private final double leastEncoded;

  LaneAngles(BatchLanes kernels, LanePlan plan, Inputs inputs) {
    this.kernels = kernels;
    this.plan = plan;
    this.slotOfRow = plan.tangents().stream().mapToInt(Integer::intValue).toArray();
    List<Drive> slots = plan.slots();
    this.parameter = slots.stream().mapToInt(LaneAngles::parameter).toArray();
    this.scale = slots.stream().mapToDouble(LaneAngles::scale).toArray();
    List<Drive> tail = plan.program().tail().drives();
    this.tailParameter = tail.stream().mapToInt(LaneAngles::parameter).toArray();
    this.tailScale = tail.stream().mapToDouble(LaneAngles::scale).toArray();
    this.runs =
        plan.runs().stream()
            .map(run -> run.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    double[] angles = encodedAngles(plan, inputs);
    this.encodedFactors = new double[inputs.count() * plan.encodedRuns().size()];
    this.encodedTwice = !encodedCosines(angles, false);
    if (encodedTwice) {
      encodedCosines(angles, true);
    }
    this.leastEncoded = Arrays.stream(encodedFactors).map(Math::abs).min().orElse(1);
    for (int i = 0; i < angles.length; i++) {
      angles[i] = tangent(angles[i], encodedTwice);
    }
    this.encoded = Real.of(angles);
  }

  private static int parameter(Drive drive) {
    return drive instanceof Drive.Theta(int k, double _) ? k : -1;
  }

  private static double scale(Drive drive) {
    return switch (drive) {
      case Drive.Theta(int _, double factor) -> factor;
      case Drive.Data(Encoding encoding) -> encoding.constant();
    };
  }

  private static double[] encodedAngles(LanePlan plan, Inputs inputs) {
    List<Drive> rows = plan.encodedTangents();
    double[] angles = new double[Math.multiplyExact(inputs.count(), rows.size())];
    double[] x = new double[inputs.features()];
    for (int j = 0; j < inputs.count(); j++) {
      inputs.copyRow(j, x);
      for (int row = 0; row < rows.size(); row++) {
        angles[j * rows.size() + row] = angle(rows.get(row), x);
      }
    }
    return angles;
  }

  /// {@return the angle of a drive by inputs or a constant}
  static double angle(Drive drive, double[] x) {
    return switch (drive) {
      case Drive.Data(Encoding encoding) -> encoding.at(x);
      case Drive.Theta theta -> throw new IllegalArgumentException(theta + " is no input's");
    };
  }

  /// Multiplies the cosines of each run; false if some product is too small.
  private boolean encodedCosines(double[] angles, boolean halved) {
    List<List<Integer>> all = plan.encodedRuns();
    int rows = plan.encodedTangents().size();
    for (int at = 0; at < encodedFactors.length; at++) {
      double product = 1;
      for (int row : all.get(at % all.size())) {
        double angle = angles[at / all.size() * rows + row];
        double cos = Math.cos(angle / 2);
        double tangent = tangent(angle, halved);
        product *=
            halved
                ? Real.squaredCosine((1 + Math.abs(cos)) / 2, tangent)
                : Real.cosine(cos, tangent);
      }
      encodedFactors[at] = product;
      if (!halved && !(Math.abs(product) >= LaneRange.SMALLEST_ENCODED)) {
        return false;
      }
    }
    return true;
  }

  private static double tangent(double angle, boolean halved) {
    double cos = Math.cos(angle / 2);
    double sin = Math.sin(angle / 2);
    return halved ? halvedTangent(cos, sin) : sin / cos;
  }

  /// {@return tan(a/4) up to a turn by 2π}
  ///
  /// @param cos cos(a/2)
  /// @param sin sin(a/2)
  static double halvedTangent(double cos, double sin) {
    return sin / (cos + Math.copySign(1, cos));
  }

  /// {@return the product of the cosines of an input's run}
  ///
  /// @param input j
  /// @param run of turns by inputs
  double encodedFactor(int input, int run) {
    return encodedFactors[input * plan.encodedRuns().size() + run];
  }

  /// {@return the least product of cosines of any input and run, without its sign}
  double leastEncoded() {
    return leastEncoded;
  }

  /// Writes the rows of tangents of some inputs, input after input.
  ///
  /// @param first input
  /// @param count of inputs
  /// @param tangents receives the rows
  void encode(int first, int count, LaneTangents tangents) {
    int rows = plan.encodedTangents().size();
    kernels.broadcast(count * rows, encoded, first * rows, tangents.first, 0);
    tangents.twice = encodedTwice;
  }

  /// Prepares a tile: cosines and sines of half the angles per slot, tangents per row, products of
  /// cosines per run, and cosines and sines of the tail's angles. Lanes without a particle get
  /// angles 0.
  ///
  /// @param w receives them
  /// @param theta particles
  /// @param first the particle of lane 0
  void prepare(LaneWorkspace w, Particles theta, int first) {
    int lanes = Math.min(LANES, theta.count() - first);
    for (int slot = 0; slot < parameter.length; slot++) {
      angle(w.angle, theta, first, lanes, parameter[slot], scale[slot] / 2);
      int trig = 2 * LANES * slot;
      kernels.sineCosine(w.angle, 0, w.trig, trig);
      for (int lane = 0; lane < LANES; lane++) {
        double cos = w.trig[trig + lane];
        w.cosines[slot * LANES + lane] = Real.cosine(cos, w.trig[trig + LANES + lane] / cos);
      }
    }
    for (int angle = 0; angle < tailParameter.length; angle++) {
      angle(w.angle, theta, first, lanes, tailParameter[angle], tailScale[angle]);
      kernels.sineCosine(w.angle, 0, w.tailTrig, 2 * LANES * angle);
    }
    w.shared.twice = false;
    Arrays.fill(w.halved, false);
    Arrays.fill(w.smallest, 1);
    for (int run = 0; run < runs.length; run++) {
      for (int lane = 0; lane < LANES; lane++) {
        double product = 1;
        for (int slot : runs[run]) {
          product *= w.cosines[slot * LANES + lane];
        }
        w.factors[run * LANES + lane] = Real.of(product);
        w.smallest[lane] = Math.min(w.smallest[lane], Math.abs(product));
        if (!(Math.abs(product) >= LaneRange.SMALLEST)) {
          w.halved[lane] = true;
          w.shared.twice = true;
        }
      }
    }
    tangents(w);
    if (w.shared.twice) {
      halve(w);
    }
  }

  private static void angle(
      double[] to, Particles theta, int first, int lanes, int parameter, double scale) {
    if (parameter < 0) {
      Arrays.fill(to, scale);
    } else {
      Arrays.fill(to, lanes, LANES, 0);
      theta.copyCoordinate(parameter, first, lanes, to, 0);
      for (int lane = 0; lane < lanes; lane++) {
        to[lane] *= scale;
      }
    }
  }

  private void tangents(LaneWorkspace w) {
    for (int row = 0; row < slotOfRow.length; row++) {
      int trig = 2 * LANES * slotOfRow[row];
      for (int lane = 0; lane < LANES; lane++) {
        w.shared.first[row * LANES + lane] =
            Real.of(w.trig[trig + LANES + lane] / w.trig[trig + lane]);
      }
    }
  }

  /// Halves the turns of some lanes; the others' second turns are by 0.
  private void halve(LaneWorkspace w) {
    Arrays.fill(w.shared.second, 0);
    for (int lane = 0; lane < LANES; lane++) {
      if (w.halved[lane]) {
        w.smallest[lane] = 1;
        for (int row = 0; row < slotOfRow.length; row++) {
          int trig = 2 * LANES * slotOfRow[row] + lane;
          double cos = w.trig[trig];
          double tangent = halvedTangent(cos, w.trig[trig + LANES]);
          w.shared.first[row * LANES + lane] = Real.of(tangent);
          w.shared.second[row * LANES + lane] = Real.of(tangent);
        }
        for (int run = 0; run < runs.length; run++) {
          double product = 1;
          for (int slot : runs[run]) {
            double cos = w.trig[2 * LANES * slot + lane];
            double tangent = halvedTangent(cos, w.trig[2 * LANES * slot + LANES + lane]);
            product *= Real.squaredCosine((1 + Math.abs(cos)) / 2, tangent);
          }
          w.smallest[lane] = Math.min(w.smallest[lane], product);
          w.factors[run * LANES + lane] = Real.of(product);
        }
      }
    }
  }

  /// Stores the velocities of a tile: those of a parameter are the sums over its slots and the
  /// tail's angles, each times its scale.
  ///
  /// @param w holds a row of derivatives per slot and per angle of the tail
  /// @param first the particle of lane 0
  /// @param velocity receives the velocities of the particles that have a lane
  void velocities(LaneWorkspace w, int first, Particles velocity) {
    int lanes = Math.min(LANES, velocity.count() - first);
    Arrays.fill(w.velocities, 0);
    addVelocities(w.gradient, parameter, scale, w.velocities);
    addVelocities(w.tailGradient, tailParameter, tailScale, w.velocities);
    for (int k = 0; k < velocity.dimension(); k++) {
      velocity.setCoordinate(k, first, lanes, w.velocities, k * LANES);
    }
  }

  private static void addVelocities(
      double[] gradient, int[] parameter, double[] scale, double[] velocities) {
    for (int slot = 0; slot < parameter.length; slot++) {
      if (parameter[slot] >= 0) {
        for (int lane = 0; lane < LANES; lane++) {
          velocities[parameter[slot] * LANES + lane] += scale[slot] * gradient[slot * LANES + lane];
        }
      }
    }
  }
}
