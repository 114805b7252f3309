package org.meanfield.experts.quantum;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.experts.quantum.LanePlan.Layer;
import org.meanfield.experts.quantum.LanePlan.Turn;
import org.meanfield.kernels.state.StateLanes;

/// A circuit bound to its inputs, evaluated on state vectors: lanes are particles, inputs go by one
/// after the other.
///
/// The pull-back is the adjoint method. With ψ the state after a rotation by θ_k and λ = r O ψ
/// swept back to the same place, ∂_k f = Im⟨λ|P|ψ⟩; sums over inputs stay in rows of lanes. It
/// costs two sweeps and one overlap per parameter, whatever d.
///
/// Each lane is computed for itself, and sums run over inputs, tiles and lanes in their order: bits
/// depend on the particles alone.
///
/// **Reference.** T. Jones, J. Gacon, *Efficient calculation of gradients in classical simulations
/// of variational quantum algorithms*, arXiv:2009.02823 (2020), algorithm 1.
final class LaneExpert implements BoundExpert {
  private static final int LANES = StateLanes.LANES;

  private final StateLanes kernels;
  private final LanePlan plan;
  private final List<Layer> layers;
  private final LaneAngles angles;
  private final LaneStarts starts;
  private final Optional<double[]> weights;
  private final List<LanePlan.Term> terms;
  private final int inputs;
  private final int amplitudes;
  private final int size;
  private final boolean keeps;
  private final ConcurrentLinkedQueue<LaneWorkspace> idle = new ConcurrentLinkedQueue<>();

  LaneExpert(StateLanes kernels, LanePlan plan, Inputs inputs, LaneStorage storage) {
    this.kernels = kernels;
    this.plan = plan;
    this.layers = plan.layers();
    this.angles = new LaneAngles(plan, inputs);
    this.starts = new LaneStarts(kernels, plan, angles, inputs.count(), storage);
    this.weights = plan.weights();
    this.terms = plan.terms();
    this.inputs = inputs.count();
    this.amplitudes = 1 << plan.qubits();
    this.size = StateLanes.size(plan.qubits());
    this.keeps = storage.keepsStates(plan.qubits(), layers.size());
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

  private LaneWorkspace borrow() {
    LaneWorkspace workspace = idle.poll();
    if (workspace == null) {
      workspace = new LaneWorkspace(plan, keeps ? layers.size() + 1 : 1, inputs);
      angles.fixed(workspace.trig);
    }
    return workspace;
  }

  /// Where the state before layer i is.
  private int state(int i) {
    return keeps ? i * size : 0;
  }

  private void prepare(LaneWorkspace w, Particles theta, int first) {
    angles.parameters(w.trig, theta, first);
    for (Layer layer : layers) {
      if (layer instanceof Layer.Phases(List<Turn> turns, _, int table)) {
        double[] phases = w.phases[table];
        Arrays.fill(phases, 0, size / 2, 1);
        Arrays.fill(phases, size / 2, size, 0);
        for (Turn turn : turns) {
          kernels.rotate(turn.axis(), false, phases, 0, phases, 0, w.trig, trig(turn));
        }
      }
    }
  }

  /// Applies a layer, or undoes it: its rotations commute, so in the same order.
  private void turn(
      Layer.Turns layer, boolean back, double[] psi, int from, int to, LaneWorkspace w) {
    List<Turn> turns = layer.turns();
    int at = from;
    int next = 0;
    for (; next < 2 * layer.pairs(); next += 2) {
      Turn one = turns.get(next);
      Turn two = turns.get(next + 1);
      kernels.rotateTwo(
          back ? one.back() : one.axis(),
          back ? two.back() : two.axis(),
          layer.real(),
          psi,
          at,
          psi,
          to,
          w.trig,
          trig(one),
          trig(two));
      at = to;
    }
    for (; next < turns.size(); next++) {
      Turn turn = turns.get(next);
      kernels.rotate(
          back ? turn.back() : turn.axis(), layer.real(), psi, at, psi, to, w.trig, trig(turn));
      at = to;
    }
  }

  private static int trig(Turn turn) {
    return 2 * LANES * turn.slot();
  }

  /// Adds Im⟨λ|P|ψ⟩ of a layer to the rows of its parameters.
  private void overlap(Layer.Turns layer, int psi, LaneWorkspace w) {
    List<Turn> turns = layer.turns();
    int next = 0;
    for (; next < 2 * layer.pairs(); next += 2) {
      Turn one = turns.get(next);
      Turn two = turns.get(next + 1);
      if (one.trained()) {
        kernels.overlapTwo(
            one.axis(),
            two.axis(),
            layer.real(),
            w.lambda,
            0,
            w.psi,
            psi,
            w.gradient,
            LANES * one.slot(),
            LANES * two.slot());
      }
    }
    for (; next < turns.size(); next++) {
      Turn turn = turns.get(next);
      if (turn.trained()) {
        kernels.overlap(
            turn.axis(), layer.real(), w.lambda, 0, w.psi, psi, w.gradient, LANES * turn.slot());
      }
    }
  }

  /// Computes ψ = U(θ, x_j)|0⟩ into the last state.
  private void forward(LaneWorkspace w, int input) {
    angles.features(w.trig, input);
    starts.load(w.psi, !keeps, w.trig, input);
    for (int i = 0; i < layers.size(); i++) {
      int to = state(i + 1);
      switch (layers.get(i)) {
        case Layer.Turns turns -> turn(turns, false, w.psi, state(i), to, w);
        case Layer.Phases(_, boolean real, int table) ->
            kernels.phase(amplitudes, real, false, w.psi, state(i), w.psi, to, w.phases[table], 0);
      }
    }
  }

  /// Computes the row f(θ, x_j) from the last state.
  private void expectation(LaneWorkspace w) {
    int last = state(layers.size());
    if (weights.isPresent()) {
      kernels.expectation(weights.get(), plan.real(), w.psi, last, w.row, 0);
    } else {
      observe(w, 1);
      kernels.dot(amplitudes, w.lambda, 0, w.psi, last, w.row, 0);
    }
  }

  /// Computes λ = r O ψ from the last state.
  private void observe(LaneWorkspace w, double factor) {
    int last = state(layers.size());
    if (weights.isPresent()) {
      kernels.weigh(weights.get(), factor, plan.real(), w.psi, last, w.lambda, 0);
    } else {
      Arrays.fill(w.lambda, 0);
      for (LanePlan.Term term : terms) {
        kernels.addPauli(term.axis(), factor * term.coefficient(), w.psi, last, w.lambda, 0);
      }
    }
  }

  /// Adds r ∂_k f(θ, x_j) to the row of each parameter, diagonals set aside.
  private void backward(LaneWorkspace w, double factor) {
    observe(w, factor);
    for (int i = layers.size() - 1; i >= 0; i--) {
      switch (layers.get(i)) {
        case Layer.Turns turns -> {
          overlap(turns, state(i + 1), w);
          if (i > 0) {
            turn(turns, true, w.lambda, 0, 0, w);
            if (!keeps) {
              turn(turns, true, w.psi, 0, 0, w);
            }
          }
        }
        case Layer.Phases(_, boolean real, int table) -> {
          double[] phases = w.phases[table];
          kernels.phase(amplitudes, false, true, w.lambda, 0, w.lambda, 0, phases, 0);
          if (!keeps) {
            kernels.phase(amplitudes, false, true, w.psi, 0, w.psi, 0, phases, 0);
          }
          kernels.phaseOverlap(
              amplitudes, real, w.lambda, 0, w.psi, state(i), w.phaseOverlaps[table], 0);
        }
      }
    }
  }

  /// Adds what the diagonals set aside to the rows of their parameters.
  private void settle(LaneWorkspace w) {
    for (Layer layer : layers) {
      if (layer instanceof Layer.Phases(List<Turn> turns, _, int table)) {
        for (Turn turn : turns) {
          if (turn.trained()) {
            kernels.contract(
                turn.axis(), w.phaseOverlaps[table], 0, w.gradient, LANES * turn.slot());
          }
        }
        Arrays.fill(w.phaseOverlaps[table], 0);
      }
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
      LaneWorkspace w = borrow();
      Arrays.fill(w.sums, 0);
      for (int first = 0; first < theta.count(); first += LANES) {
        int lanes = Math.min(LANES, theta.count() - first);
        prepare(w, theta, first);
        for (int j = 0; j < inputs; j++) {
          forward(w, j);
          expectation(w);
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
      LaneWorkspace w = borrow();
      for (int first = 0; first < theta.count(); first += LANES) {
        prepare(w, theta, first);
        Arrays.fill(w.gradient, 0);
        for (int j = 0; j < inputs; j++) {
          forward(w, j);
          backward(w, residual[j]);
        }
        settle(w);
        angles.velocities(w.gradient, first, velocity);
      }
      idle.add(w);
    }

    private void require(int length, String what) {
      if (length != inputs) {
        throw new IllegalArgumentException(
            "the circuit is bound to %d inputs, got %d %s".formatted(inputs, length, what));
      }
    }
  }
}
