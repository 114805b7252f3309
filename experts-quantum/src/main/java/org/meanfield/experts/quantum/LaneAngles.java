package org.meanfield.experts.quantum;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.kernels.state.StateLanes;

/// Fills the slots of a plan: cosines and sines of half the angles. Those of the features are
/// computed once, those of the parameters once per particle, never per pair. Immutable.
final class LaneAngles {
  private static final int LANES = StateLanes.LANES;

  private record Trained(int slot, int parameter, double scale) {}

  private record Encoded(int slot, Encoding encoding) {}

  private final List<Trained> trained = new ArrayList<>();
  private final List<Encoded> encoded = new ArrayList<>();
  private final double[] fixed;
  private final double[] cosines;
  private final double[] sines;

  LaneAngles(LanePlan plan, Inputs inputs) {
    List<Drive> angles = plan.angles();
    fixed = new double[2 * LANES * angles.size()];
    for (int slot = 0; slot < angles.size(); slot++) {
      switch (angles.get(slot)) {
        case Drive.Theta(int k, double scale) -> trained.add(new Trained(slot, k, scale));
        case Drive.Data(Encoding encoding) when encoding.isConstant() -> {
          for (int lane = 0; lane < LANES; lane++) {
            set(fixed, slot, lane, encoding.constant());
          }
        }
        case Drive.Data(Encoding encoding) -> encoded.add(new Encoded(slot, encoding));
      }
    }
    int count = Math.multiplyExact(inputs.count(), encoded.size());
    cosines = new double[count];
    sines = new double[count];
    double[] x = new double[inputs.features()];
    for (int at = 0; at < count; at++) {
      inputs.copyRow(at / encoded.size(), x);
      double half = encoded.get(at % encoded.size()).encoding().at(x) / 2;
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
        double value = lane < lanes ? theta.get(first + lane, angle.parameter()) : 0;
        set(trig, angle.slot(), lane, angle.scale() * value);
      }
    }
  }

  /// Stores the velocities: those of a parameter are the sums over its slots, each times its scale.
  ///
  /// @param gradient one row per slot
  /// @param first the particle of lane 0
  /// @param velocity receives the velocities of the particles that have a lane
  void velocities(double[] gradient, int first, Particles velocity) {
    int lanes = Math.min(LANES, velocity.count() - first);
    for (int k = 0; k < velocity.dimension(); k++) {
      for (int lane = 0; lane < lanes; lane++) {
        velocity.set(first + lane, k, 0);
      }
    }
    for (Trained angle : trained) {
      for (int lane = 0; lane < lanes; lane++) {
        double sum = velocity.get(first + lane, angle.parameter());
        double share = gradient[angle.slot() * LANES + lane];
        velocity.set(first + lane, angle.parameter(), sum + angle.scale() * share);
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
