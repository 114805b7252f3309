package org.meanfield.experts.quantum;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.kernels.pauli.RotationTable;

/// A circuit bound to its inputs, evaluated in the Heisenberg picture: f(θ, x) = Σ_P c_P(θ) p_P(x),
/// lanes are particles.
///
/// The inputs are met once per call, not once per particle: Σᵢ f(θᵢ, x_j) = Σ_P p_P(x_j) Σᵢ
/// c_P(θᵢ), and Σ_j r_j ∇f(θ, x_j) = Σ_P R_P ∇c_P(θ) with R_P = Σ_j r_j p_P(x_j), one sweep forward
/// and one back per particle whatever n.
///
/// Each lane is computed for itself, and sums run over tiles, lanes and strings in their order:
/// bits depend on the particles alone.
final class PauliExpert implements BoundExpert {
  private static final int LANES = PauliLanes.LANES;

  /// Coefficients and adjoints of a tile should stay in a core's own cache: 256 KiB of numbers.
  private static final int NEAR = 1 << 15;

  /// Wider tiles gain nothing more: measured on rings of 4 and 6 qubits.
  private static final int WIDEST = 32;

  private final PauliLanes kernels;
  private final PauliPlan plan;
  private final PauliPart part;
  private final int inputs;
  private final StringMeans means;
  private final int width;
  private final RotationTable table;

  /// Per angle, its parameter or −1.
  private final int[] parameter;

  /// Per angle, the scale of its parameter.
  private final double[] scale;

  /// Whether each parameter has just one angle and that is the parameter itself.
  private final boolean plain;

  /// Per angle, its constant.
  private final double[] constant;

  private final ConcurrentLinkedQueue<PauliWorkspace> idle = new ConcurrentLinkedQueue<>();

  PauliExpert(PauliLanes kernels, PauliPlan plan, Inputs inputs) {
    this.kernels = kernels;
    this.plan = plan;
    this.part = plan.trained();
    this.inputs = inputs.count();
    this.means = new StringMeans(kernels, plan, inputs);
    this.width = width(plan);
    this.table = part.table.wider(width);
    List<Drive> angles = plan.trainedAngles();
    this.parameter = new int[angles.size()];
    this.constant = new double[angles.size()];
    this.scale = new double[angles.size()];
    for (int a = 0; a < angles.size(); a++) {
      switch (angles.get(a)) {
        case Drive.Theta(int k, double factor) -> {
          parameter[a] = k;
          scale[a] = factor;
        }
        case Drive.Data(Encoding encoding) -> {
          parameter[a] = -1;
          constant[a] = encoding.constant();
        }
      }
    }
    this.plain =
        Arrays.stream(parameter).filter(k -> k >= 0).distinct().count() == plan.parameters()
            && Arrays.stream(parameter).filter(k -> k >= 0).count() == plan.parameters()
            && Arrays.stream(scale).allMatch(s -> s == 1 || s == 0);
  }

  /// {@return how many particles a tile has: as many as fit into the cache}
  static int width(PauliPlan plan) {
    long rows = (long) plan.trained().table.rows() + plan.trained().table.adjoints();
    int width = WIDEST;
    while (width > LANES && width * rows > NEAR) {
      width /= 2;
    }
    return width;
  }

  @Override
  public Evaluation at(Particles theta) {
    if (theta.dimension() != plan.parameters()) {
      throw new IllegalArgumentException(
          "the circuit has %d parameters, the particles have dimension %d"
              .formatted(plan.parameters(), theta.dimension()));
    }
    return new Lanes(theta);
  }

  private PauliWorkspace borrow() {
    PauliWorkspace polled = idle.poll();
    PauliWorkspace w = polled == null ? new PauliWorkspace(plan, inputs, width) : polled;
    if (polled == null) {
      for (int a = 0; a < parameter.length; a++) {
        Arrays.fill(w.angles, constant[a]);
        kernels.sineCosine(w.angles, 0, width, w.trig, 2 * a * width);
      }
    }
    return w;
  }

  /// Computes all coefficients of the particles `first` … `first + lanes − 1`; lanes without a
  /// particle get coefficients 0.
  private void forward(PauliWorkspace w, Particles theta, int first, int lanes) {
    Arrays.fill(w.angles, lanes, width, 0);
    for (int a = 0; a < parameter.length; a++) {
      if (parameter[a] >= 0) {
        theta.copyCoordinate(parameter[a], first, lanes, w.angles, 0);
        if (scale[a] != 1) {
          for (int lane = 0; lane < lanes; lane++) {
            w.angles[lane] *= scale[a];
          }
        }
        kernels.sineCosine(w.angles, 0, width, w.trig, 2 * a * width);
      }
    }
    for (int r = 0; r < part.roots.length; r++) {
      Arrays.fill(w.rows, r * width, r * width + lanes, plan.coefficient(r));
      Arrays.fill(w.rows, r * width + lanes, (r + 1) * width, 0);
    }
    kernels.forward(table, w.trig, w.rows);
  }

  /// Computes R_P unless it is there already: a cloud is pulled shard by shard with one residual.
  private void weigh(PauliWorkspace w, double[] residual) {
    if (!w.weighed || !Arrays.equals(residual, w.residual)) {
      System.arraycopy(residual, 0, w.residual, 0, inputs);
      means.weigh(residual, w.weights);
      w.weighed = true;
    }
  }

  private final class Lanes implements Evaluation {
    private final Particles theta;

    Lanes(Particles theta) {
      this.theta = theta;
    }

    @Override
    public void addMean(double[] sums) {
      require(sums.length, "sums");
      PauliWorkspace w = borrow();
      int count = theta.count();
      Arrays.fill(w.laneSums, 0);
      for (int first = 0; first < count; first += width) {
        forward(w, theta, first, Math.min(width, count - first));
        kernels.addRows(part.endRows, width, w.rows, w.laneSums);
      }
      for (int s = 0; s < w.coefficients.length; s++) {
        double sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
          sum += w.laneSums[s * LANES + lane];
        }
        w.coefficients[s] = sum;
      }
      Arrays.fill(w.responses, 0);
      means.addResponses(w.coefficients, w.responses);
      for (int j = 0; j < inputs; j++) {
        sums[j] += w.responses[j];
      }
      idle.add(w);
    }

    @Override
    public void pull(double[] residual, Particles velocity) {
      require(residual.length, "residuals");
      if (velocity.count() != theta.count() || velocity.dimension() != theta.dimension()) {
        throw new IllegalArgumentException(
            "velocities of %d particles of dimension %d do not fit %d particles of dimension %d"
                .formatted(
                    velocity.count(), velocity.dimension(), theta.count(), theta.dimension()));
      }
      PauliWorkspace w = borrow();
      weigh(w, residual);
      if (!plain) {
        velocity.fill(0);
      }
      int count = theta.count();
      for (int first = 0; first < count; first += width) {
        int lanes = Math.min(width, count - first);
        forward(w, theta, first, lanes);
        kernels.broadcast(w.weights, width, w.adjoints);
        Arrays.fill(w.gradient, 0);
        kernels.backward(table, w.trig, w.rows, w.adjoints, w.gradient);
        for (int a = 0; a < parameter.length; a++) {
          if (parameter[a] >= 0) {
            store(w, a, velocity, first, lanes);
          }
        }
      }
      idle.add(w);
    }

    private void store(PauliWorkspace w, int a, Particles velocity, int first, int lanes) {
      if (!plain) {
        velocity.copyCoordinate(parameter[a], first, lanes, w.angles, 0);
        for (int lane = 0; lane < lanes; lane++) {
          w.gradient[a * width + lane] = w.angles[lane] + scale[a] * w.gradient[a * width + lane];
        }
      }
      velocity.setCoordinate(parameter[a], first, lanes, w.gradient, a * width);
    }

    private void require(int length, String what) {
      if (length != inputs) {
        throw new IllegalArgumentException(
            "the circuit is bound to %d inputs, got %d %s".formatted(inputs, length, what));
      }
    }
  }
}
