package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.experts.quantum.program.Idle;
import org.meanfield.experts.quantum.program.Sizes;
import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.state.BatchLanes;

/// A circuit bound to its inputs, evaluated on state vectors: lanes are particles, inputs go by in
/// batches.
///
/// The pull-back is the adjoint method. With ψ the state after a rotation by θ_k and λ = r T ψ
/// swept back to the same place, ∂_k f = Im⟨λ|P|ψ⟩; sums over inputs stay in rows of lanes. It
/// costs two sweeps and one overlap per parameter, whatever d.
///
/// Where inputs are met at the start alone, states are swept for a basis of the start states, or
/// for the squares that Σ_j r_j |ψ_j⟩⟨ψ_j| is made of, instead of for each input: [StartSpan].
///
/// Each lane is computed for itself, and sums run over inputs, tiles and lanes in their order: bits
/// depend on the particles alone.
///
/// **Reference.** T. Jones, J. Gacon, *Efficient calculation of gradients in classical simulations
/// of variational quantum algorithms*, arXiv:2009.02823 (2020), algorithm 1.
final class LaneExpert implements BoundExpert {
  private static final int LANES = BatchLanes.LANES;

  private final BatchLanes kernels;
  private final LanePlan plan;
  private final LaneSweep sweep;
  private final int inputs;
  private final Sizes sizes;
  private final int amplitudes;
  private final int batch;
  private final Idle<LaneWorkspace> idle;

  /// Null where it would not help.
  private final @Nullable StartSpan span;

  /// Its vectors, 2^m numbers each.
  private final /* single */ double[] basis;

  /// Whether the responses come from products of the states of a basis.
  private final boolean multiplies;

  /// Whether the pull-back sweeps squares instead of inputs.
  private final boolean splits;

  LaneExpert(LaneKernels kernels, LanePlan plan, Inputs inputs, LaneStorage storage) {
    this.kernels = kernels.batch();
    this.plan = plan;
    this.sweep = new LaneSweep(kernels, plan, inputs, storage);
    this.inputs = inputs.count();
    this.sizes = new Sizes(plan.program().parameters(), this.inputs);
    this.amplitudes = plan.amplitudes();
    this.batch =
        sweep.batches() ? storage.batch(plan.program().qubits(), plan.states(), this.inputs) : 1;
    StartSpan found = sweep.starts().span();
    LaneWork work = plan.program().work();
    this.multiplies = found != null && work.multiplies(this.inputs, found.dimension());
    this.splits = found != null && work.splits(this.inputs, found.dimension(), amplitudes);
    this.span = multiplies || splits ? found : null;
    this.basis = Real.of(span == null ? new double[0] : span.basis());
    this.idle = new Idle<>(this::workspace);
  }

  @Override
  public Evaluation at(Particles theta) {
    sizes.requireParticles(theta);
    return new Lanes(theta);
  }

  @Override
  public Evaluation at(Particles theta, Evaluation spent) {
    return spent instanceof Lanes lanes && lanes.theta == theta ? spent : at(theta);
  }

  private LaneWorkspace workspace() {
    SpanWorkspace ofSpan =
        span == null
            ? SpanWorkspace.NONE
            : new SpanWorkspace(span, inputs, amplitudes, multiplies, splits);
    return sweep.workspace(batch, inputs, ofSpan);
  }

  private final class Lanes implements Evaluation {
    private final Particles theta;

    Lanes(Particles theta) {
      this.theta = theta;
    }

    @Override
    public void addMean(double[] sums) {
      sizes.requireSums(sums);
      LaneWorkspace w = idle.borrow();
      if (span != null && multiplies) {
        multiply(span, w);
        span.addForms(w.ofSpan.gram, w.ofSpan.row, sums);
      } else {
        respond(w, sums);
      }
      idle.giveBack(w);
    }

    /// Sums up G_ab = Re⟨e_a|U†OU|e_b⟩.
    private void multiply(StartSpan span, LaneWorkspace w) {
      SpanWorkspace s = w.ofSpan;
      int planes = plan.program().work().planes();
      Arrays.fill(s.gram, 0);
      Arrays.fill(w.residual, 1);
      for (int first = 0; first < theta.count(); first += LANES) {
        sweep.prepare(w, theta, first);
        for (int a = 0; a < span.dimension(); a += batch) {
          int count = Math.min(batch, span.dimension() - a);
          sweep.forward(w, basis, a, count, false);
          sweep.observable().apply(w, w.state(0), count);
          int size = count * amplitudes * LANES;
          for (int p = 0; p < planes; p++) {
            int to = s.at(p, a);
            System.arraycopy(w.psi, w.state(0) + p * w.plane, s.states, to, size);
            System.arraycopy(w.lambda, w.lambdaAt + p * w.plane, s.applied, to, size);
          }
        }
        Arrays.fill(s.products, 0);
        for (int p = 0; p < planes; p++) {
          int at = s.at(p, 0);
          kernels.gram(amplitudes, span.dimension(), s.states, at, s.applied, at, s.products, 0);
        }
        s.gather(Math.min(LANES, theta.count() - first));
      }
    }

    private void respond(LaneWorkspace w, double[] sums) {
      Arrays.fill(w.sums, 0);
      for (int first = 0; first < theta.count(); first += LANES) {
        int lanes = Math.min(LANES, theta.count() - first);
        sweep.prepare(w, theta, first);
        for (int j = 0; j < inputs; j += batch) {
          int count = Math.min(batch, inputs - j);
          sweep.forward(w, sweep.starts().shared(), j, count, false);
          sweep.observable().respond(w, w.state(0), count);
          sweep.left(w, j, count);
          for (int state = 0; state < count; state++) {
            for (int lane = 0; lane < lanes; lane++) {
              int at = state * LANES + lane;
              w.sums[j * LANES + at] += w.left[at] * w.responses[at];
            }
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
      LaneWorkspace w = idle.borrow();
      if (span != null && splits && w.ofSpan.split(span, residual)) {
        pull(w, w.ofSpan.vectors, w.ofSpan.weights, w.ofSpan.rank(), velocity);
      } else {
        pull(w, sweep.starts().shared(), residual, inputs, velocity);
      }
      idle.giveBack(w);
    }

    private void pull(
        LaneWorkspace w,
        /* single */ double @Nullable [] real,
        double[] weights,
        int states,
        Particles velocity) {
      for (int first = 0; first < theta.count(); first += LANES) {
        sweep.prepare(w, theta, first);
        sweep.clear(w);
        for (int j = 0; j < states; j += batch) {
          int count = Math.min(batch, states - j);
          sweep.forward(w, real, j, count, true);
          sweep.left(w, j, count);
          for (int at = 0; at < count * LANES; at++) {
            w.residual[at] = Real.of(weights[j + at / LANES] * w.left[at]);
          }
          sweep.backward(w, j, count);
        }
        sweep.settle(w, first, velocity);
      }
    }
  }
}
