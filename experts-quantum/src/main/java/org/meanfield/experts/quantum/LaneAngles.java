package org.meanfield.experts.quantum;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.quantum.Angle;
import org.meanfield.kernels.state.StateLanes;

/// Fills the slots of a plan: cosines and sines of half the angles. Those of the features are
/// computed once, those of the parameters once per particle, never per pair. Immutable.
final class LaneAngles {
  private static final int LANES = StateLanes.LANES;

  private record Trained(int slot, int parameter) {}

  private record Encoded(int slot, int feature) {}

  private final List<Trained> trained = new ArrayList<>();
  private final List<Encoded> encoded = new ArrayList<>();
  private final double[] fixed;
  private final double[] cosines;
  private final double[] sines;

  LaneAngles(LanePlan plan, Inputs inputs) {
    List<Angle> angles = plan.angles();
    fixed = new double[2 * LANES * angles.size()];
    for (int slot = 0; slot < angles.size(); slot++) {
      switch (angles.get(slot)) {
        case Angle.Theta(int k) -> trained.add(new Trained(slot, k));
        case Angle.Feature(int k) -> {
          if (inputs.features() == 0) {
            throw new IllegalArgumentException(
                "the circuit encodes features, the inputs have none");
          }
          encoded.add(new Encoded(slot, k % inputs.features()));
        }
        case Angle.Fixed(double radians) -> {
          for (int lane = 0; lane < LANES; lane++) {
            set(fixed, slot, lane, radians);
          }
        }
      }
    }
    int count = Math.multiplyExact(inputs.count(), encoded.size());
    cosines = new double[count];
    sines = new double[count];
    for (int at = 0; at < count; at++) {
      int feature = encoded.get(at % encoded.size()).feature();
      double half = inputs.get(at / encoded.size(), feature) / 2;
      cosines[at] = Math.cos(half);
      sines[at] = Math.sin(half);
    }
  }

  /// Sets the slots of the constants.
  ///
  /// @param trig the slots
  void fixed(double[] trig) {
    System.arraycopy(fixed, 0, trig, 0, fixed.length);
  }

  /// Sets the slots of the parameters, one particle per lane; lanes without a particle get angle 0.
  ///
  /// @param trig the slots
  /// @param theta particles
  /// @param first the particle of lane 0
  void parameters(double[] trig, Particles theta, int first) {
    int lanes = Math.min(LANES, theta.count() - first);
    for (Trained angle : trained) {
      for (int lane = 0; lane < LANES; lane++) {
        double radians = lane < lanes ? theta.get(first + lane, angle.parameter()) : 0;
        set(trig, angle.slot(), lane, radians);
      }
    }
  }

  /// Sets the slots of the features to the same input in every lane.
  ///
  /// @param trig the slots
  /// @param input j
  void features(double[] trig, int input) {
    for (int e = 0; e < encoded.size(); e++) {
      int at = 2 * LANES * encoded.get(e).slot();
      double cos = cosines[input * encoded.size() + e];
      double sin = sines[input * encoded.size() + e];
      for (int lane = 0; lane < LANES; lane++) {
        trig[at + lane] = cos;
        trig[at + LANES + lane] = sin;
      }
    }
  }

  private static void set(double[] trig, int slot, int lane, double radians) {
    int at = 2 * LANES * slot + lane;
    trig[at] = Math.cos(radians / 2);
    trig[at + LANES] = Math.sin(radians / 2);
  }
}
