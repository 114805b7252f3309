package org.meanfield.experts.quantum.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.experts.quantum.density.DensityPlan.Mixing;
import org.meanfield.experts.quantum.density.DensityPlan.Step;
import org.meanfield.experts.quantum.program.Idle;
import org.meanfield.experts.quantum.program.Sizes;
import org.meanfield.kernels.state.StateLanes;

/// A circuit with channels bound to its inputs, f(θ, x) = Tr(O ρ(θ, x)), lanes are particles.
///
/// With ρ after a rotation by θ_k and O swept back to the same place, ∂_k f = −(i/2) Tr(O [P, ρ]) =
/// Im Tr(O P ρ). Channels cannot be undone, so matrices on the way forward are kept, one per
/// segment, and the others of a segment computed again.
///
/// Everything is linear in ρ: where no feature enters after a parameter, Σᵢ f(θᵢ, x_j) = Tr((Σᵢ
/// O(θᵢ)) ρ₀(x_j)) with O swept back to V_0, and the pull-back starts from Σ_j r_j ρ₀(x_j) once for
/// all inputs.
///
/// Each lane is computed for itself, and sums run over inputs, tiles and lanes in their order: bits
/// depend on the particles alone.
final class DensityExpert implements BoundExpert {
  private static final int LANES = StateLanes.LANES;

  private final StateLanes kernels;
  private final DensityPlan plan;
  private final List<Step> steps;
  private final List<Step> adjoints;
  private final List<Drive> angles;
  private final int inputs;
  private final Sizes sizes;
  private final int entries;
  private final int size;
  private final int segment;
  private final double[] observable;

  /// ρ₀(x_j), matrix after matrix; one alone if no feature enters before the first parameter.
  private final double[] starts;

  /// (cos, sin) of half of each angle at each input: input after input, slot after slot.
  private final double[] encoded;

  private final Idle<Workspace> idle = new Idle<>(Workspace::new);

  /// @param kernels on states of 2m qubits
  /// @param plan the circuit
  /// @param segment how many steps lie between two kept matrices
  /// @param data n inputs
  DensityExpert(StateLanes kernels, DensityPlan plan, int segment, Inputs data) {
    this.kernels = kernels;
    this.plan = plan;
    this.steps = plan.suffix();
    this.adjoints = steps.stream().map(Step::adjoint).toList();
    this.angles = plan.angles();
    this.inputs = data.count();
    this.sizes = new Sizes(plan.parameters(), data.count());
    this.entries = plan.entries();
    this.size = StateLanes.size(2 * plan.qubits());
    this.segment = segment;
    this.observable = plan.observable();
    this.encoded = encoded(data);
    this.starts = starts();
  }

  private double[] encoded(Inputs data) {
    double[] halves = new double[2 * Math.multiplyExact(Math.max(1, inputs), angles.size())];
    double[] x = new double[data.features()];
    for (int j = 0; j < Math.max(1, inputs); j++) {
      if (inputs > 0) {
        data.copyRow(j, x);
      }
      for (int slot = 0; slot < angles.size(); slot++) {
        if (angles.get(slot) instanceof Drive.Data(Encoding encoding)
            && (inputs > 0 || encoding.isConstant())) {
          double half = encoding.at(x) / 2;
          halves[2 * (j * angles.size() + slot)] = Math.cos(half);
          halves[2 * (j * angles.size() + slot) + 1] = Math.sin(half);
        }
      }
    }
    return halves;
  }

  /// The matrices before the first parameter, one input per lane.
  private double[] starts() {
    int different = plan.prefixEncodes() ? inputs : 1;
    double[] matrices = new double[Math.multiplyExact(different, 2 * entries)];
    double[] rho = new double[size];
    double[] trig = new double[2 * LANES * angles.size()];
    for (int first = 0; first < different; first += LANES) {
      int lanes = Math.min(LANES, different - first);
      for (int lane = 0; lane < LANES; lane++) {
        load(trig, lane, Math.min(first + lane, different - 1));
      }
      Arrays.fill(rho, 0);
      Arrays.fill(rho, 0, LANES, 1);
      for (Step step : plan.prefix()) {
        apply(step, rho, rho, trig);
      }
      for (int lane = 0; lane < lanes; lane++) {
        for (int row = 0; row < 2 * entries; row++) {
          matrices[(first + lane) * 2 * entries + row] = rho[row * LANES + lane];
        }
      }
    }
    return matrices;
  }

  /// Sets the slots of features and constants in one lane.
  private void load(double[] trig, int lane, int input) {
    for (int slot = 0; slot < angles.size(); slot++) {
      if (angles.get(slot) instanceof Drive.Data) {
        int at = 2 * (input * angles.size() + slot);
        trig[2 * LANES * slot + lane] = encoded[at];
        trig[2 * LANES * slot + LANES + lane] = encoded[at + 1];
      }
    }
  }

  private void apply(Step step, double[] from, double[] to, double[] trig) {
    switch (step) {
      case Step.Turn turn -> {
        int at = 2 * LANES * turn.slot();
        if (turn.row().crosses(turn.column())) {
          kernels.rotateTwo(turn.row(), turn.column(), false, from, 0, to, 0, trig, at, at);
        } else {
          kernels.rotate(turn.row(), false, from, 0, to, 0, trig, at);
          kernels.rotate(turn.column(), false, to, 0, to, 0, trig, at);
        }
      }
      case Step.Mix(Mixing mixing, int qubit) -> mix(mixing, qubit, from, to);
    }
  }

  /// The rows 00, 01, 10, 11 of a qubit are read before any is written: `from` may be `to`.
  private void mix(Mixing m, int qubit, double[] from, double[] to) {
    int column = (1 << (plan.qubits() - 1 - qubit)) * LANES;
    int row = column << plan.qubits();
    for (int at = 0; at < 2 * entries * LANES; at++) {
      if ((at & (row | column)) == 0) {
        double v00 = from[at];
        double v01 = from[at + column];
        double v10 = from[at + row];
        double v11 = from[at + row + column];
        to[at] = m.a() * v00 + m.b() * v11;
        to[at + column] = m.g() * v01 + m.h() * v10;
        to[at + row] = m.h() * v01 + m.g() * v10;
        to[at + row + column] = m.c() * v00 + m.d() * v11;
      }
    }
  }

  @Override
  public Evaluation at(Particles theta) {
    sizes.requireParticles(theta);
    return new Lanes(theta);
  }

  private final class Workspace {
    final double[] trig = new double[2 * LANES * angles.size()];
    final double[] gradient = new double[LANES * angles.size()];
    final double[] row = new double[LANES];
    final double[] sums = new double[LANES * inputs];

    /// O, swept back.
    final double[] lambda = new double[size];

    /// Σᵢ O(θᵢ), or Σ_j r_j ρ₀(x_j).
    final double[] total = new double[2 * entries];

    /// ρ at the beginning of each segment.
    final List<double[]> marks = new ArrayList<>();

    /// ρ before and after each step of one segment.
    final List<double[]> states = new ArrayList<>();

    Workspace() {
      for (int at = 0; at < steps.size(); at += segment) {
        marks.add(new double[size]);
      }
      for (int i = 0; i <= Math.min(segment, steps.size()); i++) {
        states.add(new double[size]);
      }
      for (int lane = 0; lane < LANES; lane++) {
        load(trig, lane, 0);
      }
    }

    void input(int j) {
      for (int lane = 0; lane < LANES; lane++) {
        load(trig, lane, j);
      }
    }

    void particles(Particles theta, int first) {
      int lanes = Math.min(LANES, theta.count() - first);
      for (int slot = 0; slot < angles.size(); slot++) {
        if (angles.get(slot) instanceof Drive.Theta(int k, double scale)) {
          for (int lane = 0; lane < LANES; lane++) {
            double half = lane < lanes ? scale * theta.get(first + lane, k) / 2 : 0;
            trig[2 * LANES * slot + lane] = Math.cos(half);
            trig[2 * LANES * slot + LANES + lane] = Math.sin(half);
          }
        }
      }
    }

    void velocities(Particles velocity, int first) {
      int lanes = Math.min(LANES, velocity.count() - first);
      for (int k = 0; k < velocity.dimension(); k++) {
        for (int lane = 0; lane < lanes; lane++) {
          velocity.set(first + lane, k, 0);
        }
      }
      for (int slot = 0; slot < angles.size(); slot++) {
        if (angles.get(slot) instanceof Drive.Theta(int k, double scale)) {
          for (int lane = 0; lane < lanes; lane++) {
            double share = scale * gradient[LANES * slot + lane];
            velocity.set(first + lane, k, velocity.get(first + lane, k) + share);
          }
        }
      }
    }

    /// Carries a matrix through all steps, in place.
    void forward(double[] rho) {
      for (Step step : steps) {
        apply(step, rho, rho, trig);
      }
    }

    /// Sets O, times a factor, in every lane.
    void observe(double factor) {
      kernels.broadcast(2 * entries, observable, 0, lambda, 0);
      if (factor != 1) {
        for (int at = 0; at < size; at++) {
          lambda[at] *= factor;
        }
      }
    }

    /// Carries O back through all steps.
    void heisenberg() {
      for (Step step : adjoints.reversed()) {
        apply(step, lambda, lambda, trig);
      }
    }

    /// Adds the derivatives of Tr(O ρ) to the rows of the slots, with O times a factor.
    ///
    /// @param numbers holds ρ before the first step
    /// @param n where
    void backward(double[] numbers, int n, double factor) {
      kernels.broadcast(2 * entries, numbers, n, marks.getFirst(), 0);
      for (int mark = 0; mark + 1 < marks.size(); mark++) {
        double[] next = marks.get(mark + 1);
        System.arraycopy(marks.get(mark), 0, next, 0, size);
        for (Step step : steps.subList(mark * segment, (mark + 1) * segment)) {
          apply(step, next, next, trig);
        }
      }
      observe(factor);
      for (int mark = marks.size() - 1; mark >= 0; mark--) {
        int begin = mark * segment;
        int end = Math.min(steps.size(), begin + segment);
        System.arraycopy(marks.get(mark), 0, states.getFirst(), 0, size);
        for (int i = begin; i < end; i++) {
          apply(steps.get(i), states.get(i - begin), states.get(i - begin + 1), trig);
        }
        for (int i = end - 1; i >= begin; i--) {
          if (steps.get(i) instanceof Step.Turn turn && turn.trained()) {
            double[] rho = states.get(i - begin + 1);
            kernels.overlap(turn.row(), false, lambda, 0, rho, 0, gradient, LANES * turn.slot());
          }
          apply(adjoints.get(i), lambda, lambda, trig);
        }
      }
    }
  }

  /// Where ρ₀(x_j) is.
  private int start(int j) {
    return plan.prefixEncodes() ? j * 2 * entries : 0;
  }

  private final class Lanes implements Evaluation {
    private final Particles theta;

    Lanes(Particles theta) {
      this.theta = theta;
    }

    @Override
    public void addMean(double[] sums) {
      sizes.requireSums(sums);
      Workspace w = idle.borrow();
      if (plan.suffixEncodes()) {
        eachInput(w, sums);
      } else {
        together(w, sums);
      }
      idle.giveBack(w);
    }

    private void together(Workspace w, double[] sums) {
      Arrays.fill(w.total, 0);
      for (int first = 0; first < theta.count(); first += LANES) {
        int lanes = Math.min(LANES, theta.count() - first);
        w.particles(theta, first);
        w.observe(1);
        w.heisenberg();
        for (int row = 0; row < 2 * entries; row++) {
          for (int lane = 0; lane < lanes; lane++) {
            w.total[row] += w.lambda[row * LANES + lane];
          }
        }
      }
      for (int j = 0; j < inputs; j++) {
        double sum = 0;
        for (int row = 0; row < 2 * entries; row++) {
          sum += w.total[row] * starts[start(j) + row];
        }
        sums[j] += sum;
      }
    }

    private void eachInput(Workspace w, double[] sums) {
      double[] rho = w.states.getFirst();
      Arrays.fill(w.sums, 0);
      for (int first = 0; first < theta.count(); first += LANES) {
        int lanes = Math.min(LANES, theta.count() - first);
        w.particles(theta, first);
        w.observe(1);
        for (int j = 0; j < inputs; j++) {
          w.input(j);
          kernels.broadcast(2 * entries, starts, start(j), rho, 0);
          w.forward(rho);
          kernels.dot(entries, w.lambda, 0, rho, 0, w.row, 0);
          for (int lane = 0; lane < lanes; lane++) {
            w.sums[j * LANES + lane] += w.row[lane];
          }
        }
      }
      for (int j = 0; j < inputs; j++) {
        double sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
          sum += w.sums[j * LANES + lane];
        }
        sums[j] += sum;
      }
    }

    @Override
    public void pull(double[] residual, Particles velocity) {
      sizes.requirePull(residual, velocity, theta);
      Workspace w = idle.borrow();
      boolean together = !plan.suffixEncodes();
      if (together) {
        Arrays.fill(w.total, 0);
        for (int j = 0; j < inputs; j++) {
          for (int row = 0; row < 2 * entries; row++) {
            w.total[row] += residual[j] * starts[start(j) + row];
          }
        }
      }
      for (int first = 0; first < theta.count(); first += LANES) {
        w.particles(theta, first);
        Arrays.fill(w.gradient, 0);
        if (together) {
          w.backward(w.total, 0, 1);
        } else {
          for (int j = 0; j < inputs; j++) {
            w.input(j);
            w.backward(starts, start(j), residual[j]);
          }
        }
        w.velocities(velocity, first);
      }
      idle.giveBack(w);
    }
  }
}
