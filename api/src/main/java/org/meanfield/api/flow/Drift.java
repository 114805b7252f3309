package org.meanfield.api.flow;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expansion;

/// The drift b(θ, μ) = Σ_j ∇f(θ, x_j) r_j (eq. 3.8) on a cloud of N particles, in its two
/// contractions.
///
/// The cloud lies coordinate-major in a larger state: coordinate `k` of particle `i` is
/// `state[offset + k·N + i]`. It is cut into shards of [#SHARD] particles whatever the number of
/// threads, and sums over shards are taken in a fixed tree: the same bits on any machine that
/// computes a shard alike. Where the expert has an [Expansion] it is its functions that are summed
/// and pulled, and inputs are met once per call.
///
/// Working storage is kept from one call for the next.
public final class Drift {
  /// Particles in one piece of work.
  public static final int SHARD = 256;

  /// Sums kept apart at a time; larger clouds add neighbouring shards one after the other.
  private static final int MOST_SUMS = 256;

  private final BoundExpert expert;
  private final @Nullable Expansion expansion;
  private final int particles;
  private final int dimension;
  private final int inputs;
  private final int functions;
  private final Workers workers;
  private final int shards;

  /// Shards added one after the other, a power of two.
  private final int group;

  private final AtomicReference<@Nullable Call> idle = new AtomicReference<>();

  /// @param expert bound to the inputs
  /// @param particles N ≥ 1
  /// @param dimension d, the expert's number of parameters
  /// @param inputs n, the number of inputs it is bound to
  /// @param workers where shards run
  public Drift(BoundExpert expert, int particles, int dimension, int inputs, Workers workers) {
    if (particles < 1) {
      throw new IllegalArgumentException("a cloud needs at least one particle, got " + particles);
    }
    Optional<Expansion> some = expert.expansion();
    this.expansion = some.orElse(null);
    this.expert = some.map(Expansion::functions).orElse(expert);
    this.functions = some.map(Expansion::size).orElse(inputs);
    this.particles = particles;
    this.dimension = dimension;
    this.inputs = inputs;
    this.workers = workers;
    this.shards = (particles + SHARD - 1) / SHARD;
    int together = 1;
    while ((shards + together - 1) / together > MOST_SUMS) {
      together *= 2;
    }
    this.group = together;
  }

  /// {@return the numbers of a state that one cloud takes, N·d}
  public int size() {
    return particles * dimension;
  }

  /// {@return the number of particles N}
  public int particles() {
    return particles;
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
    Call call = borrow();
    call.state = state;
    call.offset = offset;
    workers.each(call.sums.length, call.sum);
    double[] total = tree(call.sums);
    if (expansion == null) {
      System.arraycopy(total, 0, response, 0, inputs);
    } else {
      expansion.responses(total, response);
    }
    for (int j = 0; j < inputs; j++) {
      response[j] /= particles;
    }
    giveBack(call);
  }

  /// Adds in pairs, pairs of pairs and so on: the tree's shape depends on N alone.
  private static double[] tree(double[][] sums) {
    for (int stride = 1; stride < sums.length; stride *= 2) {
      for (int i = 0; i + stride < sums.length; i += 2 * stride) {
        double[] to = sums[i];
        double[] from = sums[i + stride];
        for (int j = 0; j < to.length; j++) {
          to[j] += from[j];
        }
      }
    }
    return sums[0];
  }

  /// Computes the velocity of every particle, Σ_j r_j ∇f(θᵢ, x_j).
  ///
  /// @param state holds the cloud
  /// @param residual n numbers r_j
  /// @param velocity receives the velocities where the state has the cloud; another array
  /// @param offset where the cloud begins, in both
  @SuppressWarnings("ReferenceEquality") // the same array is what must not be
  public void pull(double[] state, double[] residual, double[] velocity, int offset) {
    if (velocity == state) {
      throw new IllegalArgumentException("velocities take the place of no state");
    }
    Call call = borrow();
    call.state = state;
    call.velocity = velocity;
    call.offset = offset;
    if (expansion == null) {
      System.arraycopy(residual, 0, call.weights, 0, inputs);
    } else {
      expansion.weights(residual, call.weights);
    }
    workers.each(shards, call.pull);
    giveBack(call);
  }

  private Call borrow() {
    Call spare = idle.getAndSet(null);
    return spare == null ? new Call() : spare;
  }

  private void giveBack(Call call) {
    idle.set(call);
  }

  private static final double[] NONE = {};

  /// The working storage of a call.
  private final class Call {
    final double[][] sums = new double[(shards + group - 1) / group][functions];
    final double[] weights = new double[functions];
    final IntConsumer sum = this::sum;
    final IntConsumer pull = this::pull;
    double[] state = NONE;
    double[] velocity = NONE;
    int offset;

    /// One per thread, those not in use; the last shard's behind them, if it is shorter.
    private final AtomicReferenceArray<@Nullable Shard> spare =
        new AtomicReferenceArray<>(Math.min(shards, workers.threads()) + 1);

    private void sum(int piece) {
      Arrays.fill(sums[piece], 0);
      int end = Math.min(shards, (piece + 1) * group);
      for (int index = piece * group; index < end; index++) {
        Shard shard = show(index);
        shard.evaluation().addMean(sums[piece]);
        giveBack(shard);
      }
    }

    private void pull(int index) {
      Shard shard = show(index);
      shard.velocity.show(velocity, offset + index * SHARD, particles);
      shard.evaluation().pull(weights, shard.velocity);
      giveBack(shard);
    }

    private Shard show(int index) {
      int count = Math.min(SHARD, particles - index * SHARD);
      Shard shard = null;
      int last = spare.length() - 1;
      for (int i = count < SHARD ? last : 0;
          shard == null && i < (count < SHARD ? last + 1 : last);
          i++) {
        shard = spare.getAndSet(i, null);
      }
      if (shard == null) {
        shard = new Shard(count);
      }
      shard.theta.show(state, offset + index * SHARD, particles);
      return shard;
    }

    private void giveBack(Shard shard) {
      int last = spare.length() - 1;
      if (shard.theta.count() < SHARD) {
        spare.set(last, shard);
        return;
      }
      for (int i = 0; i < last; i++) {
        if (spare.compareAndSet(i, null, shard)) {
          return;
        }
      }
    }
  }

  /// Some particles and what is computed at them.
  private final class Shard {
    final Particles theta;
    final Particles velocity;
    private BoundExpert.@Nullable Evaluation latest;

    Shard(int count) {
      this.theta = new Particles(count, dimension);
      this.velocity = new Particles(count, dimension);
    }

    BoundExpert.Evaluation evaluation() {
      BoundExpert.Evaluation spent = latest;
      BoundExpert.Evaluation now = spent == null ? expert.at(theta) : expert.at(theta, spent);
      latest = now;
      return now;
    }
  }
}
