package org.meanfield.experts.quantum.shots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.experts.quantum.program.Sizes;
import org.meanfield.experts.quantum.shots.ShiftRule.Shift;

/// A circuit bound to its inputs, each Pauli term measured `shots` times: 2K/shots − 1 with K
/// binomial of probability (1 + ⟨P⟩)/2.
///
/// A draw is a hash of the seed, the bits of the particle's angles, the bits of the input, the term
/// and the shift, so there is no state: the same particle shows the same numbers whoever asks, in
/// whatever order and company.
final class ShotsExpert implements BoundExpert {
  /// Names the draws of values beside those of shifts, which count from 1.
  private static final long VALUE = 0;

  private final ShiftRule rule;
  private final List<BoundExpert> means;
  private final List<Double> coefficients = new ArrayList<>();
  private final double constant;
  private final Binomial binomial;
  private final int shots;
  private final long seed;

  /// The hash of each input's bits.
  private final long[] inputs;

  private final Sizes sizes;

  /// @param rule for gradients
  /// @param observable O
  /// @param means of its terms, those of the identity and with coefficient 0 left out
  /// @param shots per term
  /// @param seed of all draws
  /// @param data n inputs
  ShotsExpert(
      ShiftRule rule,
      PauliSum observable,
      List<BoundExpert> means,
      int shots,
      long seed,
      Inputs data) {
    this.rule = rule;
    this.means = List.copyOf(means);
    this.binomial = new Binomial(shots);
    this.shots = shots;
    this.seed = seed;
    double identity = 0;
    for (PauliSum.Term term : observable.terms()) {
      if (term.string().isIdentity()) {
        identity += term.coefficient();
      } else if (term.coefficient() != 0) {
        coefficients.add(term.coefficient());
      }
    }
    this.constant = identity;
    this.inputs = new long[data.count()];
    this.sizes = new Sizes(rule.shifts().size(), data.count());
    double[] x = new double[data.features()];
    for (int j = 0; j < inputs.length; j++) {
      data.copyRow(j, x);
      inputs[j] = hash(0, x);
    }
  }

  private static long hash(long start, double[] numbers) {
    long hash = start;
    for (double number : numbers) {
      hash = mixed(hash, Double.doubleToLongBits(number + 0.0)); // −0 is 0
    }
    return hash;
  }

  /// The finaliser of SplitMix64 between words. **Reference.** G. L. Steele, D. Lea, C. H. Flood,
  /// *Fast splittable pseudorandom number generators*, OOPSLA 2014, figure 14.
  private static long mixed(long hash, long word) {
    long z = (hash ^ word) + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public Evaluation at(Particles theta) {
    sizes.requireParticles(theta);
    return new Samples(theta);
  }

  private final class Samples implements Evaluation {
    private final Particles theta;
    private final Particles one;
    private final double[] row;
    private final double[] exact = new double[inputs.length];
    private final double[] sampled = new double[inputs.length];

    Samples(Particles theta) {
      this.theta = theta;
      this.one = new Particles(1, theta.dimension());
      this.row = new double[theta.dimension()];
    }

    /// Samples f at the angles of `one` and all inputs.
    ///
    /// @param particle the hash of the particle's own angles
    /// @param shift which value of it
    private void sample(long particle, long shift) {
      Arrays.fill(sampled, constant);
      for (int t = 0; t < means.size(); t++) {
        Arrays.fill(exact, 0);
        means.get(t).at(one).addMean(exact);
        long name = mixed(mixed(particle, t), shift);
        for (int j = 0; j < inputs.length; j++) {
          double uniform = (mixed(name, inputs[j]) >>> 11) * 0x1p-53;
          int ups = binomial.draw((1 + exact[j]) / 2, uniform);
          sampled[j] += coefficients.get(t) * (2.0 * ups / shots - 1);
        }
      }
    }

    private long load(int i) {
      theta.copyRow(i, row);
      one.setRow(0, row);
      return hash(seed, row);
    }

    @Override
    public void addMean(double[] sums) {
      sizes.requireSums(sums);
      double[] all = new double[sums.length];
      for (int i = 0; i < theta.count(); i++) {
        sample(load(i), VALUE);
        for (int j = 0; j < all.length; j++) {
          all[j] += sampled[j];
        }
      }
      for (int j = 0; j < all.length; j++) {
        sums[j] += all[j];
      }
    }

    @Override
    public void pull(double[] residual, Particles velocity) {
      sizes.requirePull(residual, velocity, theta);
      for (int i = 0; i < theta.count(); i++) {
        long particle = load(i);
        long shift = VALUE;
        for (int k = 0; k < theta.dimension(); k++) {
          double slope = 0;
          for (Shift s : rule.shifts().get(k)) {
            one.set(0, k, row[k] + s.by());
            sample(particle, ++shift);
            double weighted = 0;
            for (int j = 0; j < inputs.length; j++) {
              weighted += residual[j] * sampled[j];
            }
            slope += s.weight() * weighted;
          }
          one.set(0, k, row[k]);
          velocity.set(i, k, slope);
        }
      }
    }
  }
}
