package org.meanfield.experts.quantum.pauli;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.pauli.RotationTable;

/// The coefficients c_P(θ) of all live strings in the place of inputs: one sweep forward and one
/// back per particle. Lanes are particles.
///
/// Each lane is computed for itself; of each plane the halves are added, then plane after plane,
/// then lane after lane: bits depend on the particles alone.
final class PauliStrings implements BoundExpert {
  private static final int LANES = PauliLanes.LANES;

  /// A tile should stay in a core's own cache: 512 KiB.
  private static final int NEAR = 1 << 19;

  /// Particles whose angles are read at once, a whole number of tiles: a few long copies take less
  /// time than many short ones.
  static final int BLOCK = 256;

  /// More planes in a tile gain nothing more: measured on rings of 4 and 6 qubits.
  private static final int MOST_PLANES = 4;

  private final PauliLanes kernels;
  private final PauliPlan plan;
  private final PauliPart part;
  private final int planes;

  /// Particles in a tile.
  private final int width;

  private final RotationTable table;

  /// Per angle, its parameter or −1.
  private final int[] parameter;

  /// Per angle, the scale of its parameter.
  private final double[] scale;

  /// Per angle, whether it is the first one of its parameter.
  private final boolean[] first;

  /// Per angle, its constant.
  private final double[] constant;

  /// The parameters without an angle: f does not depend on them.
  private final int[] inert;

  private final double[] zeros;

  PauliStrings(PauliLanes kernels, PauliPlan plan) {
    this.kernels = kernels;
    this.plan = plan;
    this.part = plan.trained();
    this.planes = planes(plan);
    this.width = planes * LANES;
    this.table = part.table.ofLanes(LANES);
    List<Drive> angles = plan.trainedAngles();
    this.parameter = new int[angles.size()];
    this.constant = new double[angles.size()];
    this.scale = new double[angles.size()];
    this.first = new boolean[angles.size()];
    BitSet seen = new BitSet();
    for (int a = 0; a < angles.size(); a++) {
      switch (angles.get(a)) {
        case Drive.Theta(int k, double factor) -> {
          parameter[a] = k;
          scale[a] = factor;
          first[a] = !seen.get(k);
          seen.set(k);
        }
        case Drive.Data(var encoding) -> {
          parameter[a] = -1;
          constant[a] = encoding.constant();
        }
      }
    }
    seen.flip(0, plan.parameters());
    this.inert = seen.stream().toArray();
    this.zeros = new double[BLOCK];
  }

  /// {@return how many planes of particles a tile has: as many as fit into the cache}
  static int planes(PauliPlan plan) {
    // As many bytes in single precision.
    long plane = (long) Double.BYTES * plan.trained().table.numbers(1);
    int planes = MOST_PLANES;
    while (planes > 1 && planes * plane > NEAR) {
      planes /= 2;
    }
    return planes;
  }

  @Override
  public Evaluation at(Particles theta) {
    return at(theta, new PauliWorkspace(table, planes));
  }

  @Override
  public Evaluation at(Particles theta, Evaluation spent) {
    if (!(spent instanceof Lanes lanes) || lanes.owner() != this) {
      throw new IllegalArgumentException("the evaluation is another expert's");
    }
    return lanes.theta == theta ? lanes : at(theta, lanes.w);
  }

  private Lanes at(Particles theta, PauliWorkspace workspace) {
    if (theta.dimension() != plan.parameters()) {
      throw new IllegalArgumentException(
          "the circuit has %d parameters, the particles have dimension %d"
              .formatted(plan.parameters(), theta.dimension()));
    }
    return new Lanes(theta, workspace);
  }

  private final class Lanes implements Evaluation {
    private final Particles theta;
    private final PauliWorkspace w;

    Lanes(Particles theta, PauliWorkspace workspace) {
      this.theta = theta;
      this.w = workspace;
    }

    PauliStrings owner() {
      return PauliStrings.this;
    }

    /// Reads the angles of the particles `block` … `block + count − 1`; those of lanes without a
    /// particle are 0.
    private void read(int block, int count) {
      int used = Math.ceilDiv(count, LANES) * LANES;
      for (int a = 0; a < parameter.length; a++) {
        int at = a * BLOCK;
        if (parameter[a] < 0) {
          Arrays.fill(w.angles, at, at + count, constant[a]);
        } else {
          theta.copyCoordinate(parameter[a], block, count, w.angles, at);
          scale(a, count);
        }
        Arrays.fill(w.angles, at + count, at + used, 0);
      }
    }

    /// Sets roots and angles of the tile that begins with particle `from` of the block; lanes
    /// without a particle get coefficients 0.
    ///
    /// @return how many particles the tile has
    private int prepare(int from, int count) {
      int lanes = Math.min(width, count - from);
      int filled = Math.ceilDiv(lanes, LANES);
      kernels.sineCosine(table, lanes, w.angles, from, BLOCK, w.numbers);
      for (int r = 0; r < part.roots.length; r++) {
        /* single */ double coefficient = Real.of(plan.coefficient(r));
        for (int plane = 0; plane < filled; plane++) {
          int at = table.place(1 + r, plane);
          int used = Math.min(LANES, lanes - plane * LANES);
          Arrays.fill(w.numbers, at, at + used, coefficient);
          Arrays.fill(w.numbers, at + used, at + LANES, 0);
        }
      }
      return lanes;
    }

    private void scale(int a, int count) {
      if (scale[a] != 1) {
        for (int at = a * BLOCK; at < a * BLOCK + count; at++) {
          // Plus 0, so that nothing times a negative scale is 0.
          w.angles[at] = w.angles[at] * scale[a] + 0.0;
        }
      }
    }

    @Override
    public void addMean(double[] sums) {
      require(sums.length, "sums");
      Arrays.fill(w.laneSums, 0);
      for (int block = 0; block < theta.count(); block += BLOCK) {
        int count = Math.min(BLOCK, theta.count() - block);
        read(block, count);
        for (int from = 0; from < count; from += width) {
          int lanes = prepare(from, count);
          kernels.forward(table, lanes, w.numbers);
          kernels.addEnds(table, lanes, w.numbers, w.laneSums);
        }
      }
      for (int s = 0; s < sums.length; s++) {
        double sum = 0;
        for (int lane = 0; lane < PauliLanes.HALF; lane++) {
          sum += w.laneSums[part.endNumbers[s] * PauliLanes.HALF + lane];
        }
        sums[s] += sum;
      }
    }

    @Override
    public void pull(double[] weights, Particles velocity) {
      require(weights.length, "weights");
      if (velocity.count() != theta.count() || velocity.dimension() != theta.dimension()) {
        throw new IllegalArgumentException(
            "velocities of %d particles of dimension %d do not fit %d particles of dimension %d"
                .formatted(
                    velocity.count(), velocity.dimension(), theta.count(), theta.dimension()));
      }
      for (int s = 0; s < weights.length; s++) {
        w.weights[part.endNumbers[s]] = Real.of(weights[s]);
      }
      for (int block = 0; block < theta.count(); block += BLOCK) {
        int count = Math.min(BLOCK, theta.count() - block);
        read(block, count);
        for (int from = 0; from < count; from += width) {
          int lanes = prepare(from, count);
          kernels.forward(table, lanes, w.numbers);
          kernels.backward(table, lanes, w.numbers, w.weights);
          // They take the place of the tile's angles.
          kernels.slopes(table, lanes, w.numbers, w.angles, from, BLOCK);
        }
        for (int a = 0; a < parameter.length; a++) {
          if (parameter[a] >= 0) {
            store(a, velocity, block, count);
          }
        }
        for (int k : inert) {
          velocity.setCoordinate(k, block, count, zeros, 0);
        }
      }
    }

    /// The derivative by a parameter that drives several angles is the sum of theirs.
    private void store(int a, Particles velocity, int block, int count) {
      scale(a, count);
      if (!first[a]) {
        velocity.copyCoordinate(parameter[a], block, count, w.sum, 0);
        for (int i = 0; i < count; i++) {
          w.angles[a * BLOCK + i] += w.sum[i];
        }
      }
      velocity.setCoordinate(parameter[a], block, count, w.angles, a * BLOCK);
    }

    private void require(int length, String what) {
      if (length != plan.liveStrings()) {
        throw new IllegalArgumentException(
            "the circuit has %d strings, got %d %s".formatted(plan.liveStrings(), length, what));
      }
    }
  }
}
