package org.meanfield.api.flow;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.BoundExpert;

/// The drift b(θ, μ) = Σ_j ∇f(θ, x_j) r_j (eq. 3.8) on a cloud of N particles, in its two
/// contractions.
///
/// The cloud lies coordinate-major in a larger state: coordinate `k` of particle `i` is
/// `state[offset + k·N + i]`. It is cut into shards of [#SHARD] particles whatever the number of
/// threads, and sums over shards are taken in a fixed tree: the same bits on any machine that
/// computes a shard alike.
public final class Drift {
  /// Particles in one piece of work.
  public static final int SHARD = 256;

  private final BoundExpert expert;
  private final int particles;
  private final int dimension;
  private final int inputs;
  private final Workers workers;
  private final int shards;
  private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();

  /// @param expert bound to the inputs
  /// @param particles N ≥ 1
  /// @param dimension d, the expert's number of parameters
  /// @param inputs n, the number of inputs it is bound to
  /// @param workers where shards run
  public Drift(BoundExpert expert, int particles, int dimension, int inputs, Workers workers) {
    if (particles < 1) {
      throw new IllegalArgumentException("a cloud needs at least one particle, got " + particles);
    }
    this.expert = expert;
    this.particles = particles;
    this.dimension = dimension;
    this.inputs = inputs;
    this.workers = workers;
    this.shards = (particles + SHARD - 1) / SHARD;
  }

  /// {@return the numbers of a state that one cloud takes, N·d}
  public int size() {
    return particles * dimension;
  }

  /// {@return the number of inputs n}
  public int inputs() {
    return inputs;
  }

  /// Computes the mixture's responses F(x_j) = (1/N) Σᵢ f(θᵢ, x_j) (eq. 3.1).
  ///
  /// @param state holds the cloud
  /// @param offset where the cloud begins
  /// @param response receives n numbers
  public void response(double[] state, int offset, double[] response) {
    double[][] sums = new double[shards][inputs];
    workers.each(
        shards,
        shard -> {
          Scratch scratch = borrow(shard);
          scratch.theta.load(state, offset + shard * SHARD, particles);
          expert.at(scratch.theta).addMean(sums[shard]);
          giveBack(scratch);
        });
    // Pairwise tree over shards: its shape depends on N alone.
    for (int stride = 1; stride < shards; stride *= 2) {
      for (int shard = 0; shard + stride < shards; shard += 2 * stride) {
        for (int j = 0; j < inputs; j++) {
          sums[shard][j] += sums[shard + stride][j];
        }
      }
    }
    for (int j = 0; j < inputs; j++) {
      response[j] = sums[0][j] / particles;
    }
  }

  /// Computes the velocity of every particle, Σ_j r_j ∇f(θᵢ, x_j).
  ///
  /// @param state holds the cloud
  /// @param residual n numbers r_j
  /// @param velocity receives the velocities where the state has the cloud
  /// @param offset where the cloud begins, in both
  public void pull(double[] state, double[] residual, double[] velocity, int offset) {
    workers.each(
        shards,
        shard -> {
          Scratch scratch = borrow(shard);
          scratch.theta.load(state, offset + shard * SHARD, particles);
          expert.at(scratch.theta).pull(residual, scratch.velocity);
          scratch.velocity.store(velocity, offset + shard * SHARD, particles);
          giveBack(scratch);
        });
  }

  private Scratch borrow(int shard) {
    int count = Math.min(SHARD, particles - shard * SHARD);
    Scratch scratch = count == SHARD ? idle.poll() : null;
    return scratch == null
        ? new Scratch(new Particles(count, dimension), new Particles(count, dimension))
        : scratch;
  }

  // The last shard may be shorter; its storage fits no other.
  private void giveBack(Scratch scratch) {
    if (scratch.theta.count() == SHARD) {
      idle.add(scratch);
    }
  }

  private record Scratch(Particles theta, Particles velocity) {}
}
