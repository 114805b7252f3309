package org.meanfield.core.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.meanfield.api.Seeds;

/// The slope of log mean against log N by weighted least squares, with a bootstrap interval.
///
/// The weight of log m is (m/SE)², one over its variance to first order. Replicates of one number
/// share their start with those of the others (the smaller cloud is the beginning of the larger),
/// so whole replicates are drawn, the same for all N, and weighted anew. The interval is the 5 % to
/// 95 % range of the slopes of [#DRAWS] such draws, stretched about the slope by t/z · √(R/(R − 1))
/// for R replicates. Where values are known up to a certified gap only, it is widened by as far as
/// the slope moves if every mean is smaller by up to its mean gap. Below [#REPLICATES] it still is
/// too short for heavy tails, and no verdict is given.
///
/// **Reference.** B. Efron, R. Tibshirani, *An Introduction to the Bootstrap*, Chapman & Hall
/// (1993), section 13.3.
public final class RateFit {
  /// Draws of the bootstrap.
  public static final int DRAWS = 2000;

  /// The least number of N for a slope to say anything.
  public static final int SIZES = 3;

  /// The least number of replicates for a verdict.
  public static final int REPLICATES = 20;

  private static final double LEVEL = 0.95;

  private final double[] logSizes;
  private final double[][] values;
  private final double[] gaps;
  private final int replicates;

  private RateFit(double[] logSizes, double[][] values, double[] gaps) {
    this.logSizes = logSizes;
    this.values = values;
    this.gaps = gaps;
    this.replicates = values[0].length;
  }

  /// {@return the rate of a quantity; empty with fewer than [#SIZES] numbers N, fewer than 2
  /// replicates, or a value that has no logarithm}
  ///
  /// @param quantity its name
  /// @param sizes the numbers of particles N
  /// @param values one row per N with one number ≥ 0 per replicate, the same replicates in each
  /// @param gaps one number ≥ 0 per N: by how much the mean of its values may be too large
  /// @param predicted the slope of the theory
  /// @param seeds for the bootstrap
  public static Optional<Rate> of(
      String quantity,
      int[] sizes,
      double[][] values,
      double[] gaps,
      double predicted,
      Seeds seeds) {
    if (sizes.length < SIZES || values[0].length < 2) {
      return Optional.empty();
    }
    for (double[] row : values) {
      if (!(Arrays.stream(row).min().orElseThrow() > 0)) {
        return Optional.empty(); // no logarithm
      }
    }
    RateFit fit = new RateFit(Arrays.stream(sizes).mapToDouble(Math::log).toArray(), values, gaps);
    return Optional.of(fit.rate(quantity, predicted, seeds.at(quantity).generator()));
  }

  private Rate rate(String quantity, double predicted, RandomGenerator random) {
    int[] all = new int[replicates];
    Arrays.setAll(all, r -> r);
    double[] slopes = new double[DRAWS];
    int[] drawn = new int[replicates];
    for (int draw = 0; draw < DRAWS; draw++) {
      Arrays.setAll(drawn, _ -> random.nextInt(replicates));
      slopes[draw] = slope(drawn);
    }
    Arrays.sort(slopes);
    double slope = slope(all);
    double stretch = stretch();
    double[] certified = certified(all);
    double low = slope + stretch * (slopes[DRAWS / 20] - slope) + certified[0];
    double high = slope + stretch * (slopes[DRAWS - 1 - DRAWS / 20] - slope) + certified[1];
    return new Rate(
        quantity,
        slope,
        low,
        high,
        predicted,
        replicates < REPLICATES
            ? Rate.Verdict.INCONCLUSIVE
            : Rate.Verdict.of(low, high, predicted));
  }

  // The bootstrap's variance lacks the factor R/(R − 1), and its tails are normal, not Student's.
  private double stretch() {
    double t = new TDistribution(replicates - 1.0).inverseCumulativeProbability(LEVEL);
    double z = new NormalDistribution().inverseCumulativeProbability(LEVEL);
    return t / z * Math.sqrt(replicates / (replicates - 1.0));
  }

  /// {@return how far down and up the slope moves if each mean is smaller by up to its gap}
  private double[] certified(int[] all) {
    double[] move = new double[2];
    Line line = line(all);
    for (int s = 0; s < gaps.length; s++) {
      double lower = gaps[s] == 0 ? 0 : Math.log(Math.max(0, 1 - gaps[s] / line.means[s]));
      double share = line.shares[s] * lower;
      if (share < 0) {
        move[0] += share;
      } else if (share > 0) {
        move[1] += share;
      }
    }
    return move;
  }

  private double slope(int[] drawn) {
    Line line = line(drawn);
    double slope = 0;
    for (int s = 0; s < logSizes.length; s++) {
      slope += line.shares[s] * Math.log(line.means[s]);
    }
    return slope;
  }

  /// A fitted line: its slope is Σ_s shares_s log means_s.
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Line(double[] means, double[] shares) {}

  private Line line(int[] drawn) {
    double[] means = new double[logSizes.length];
    double[] weights = new double[logSizes.length];
    boolean spread = true;
    for (int s = 0; s < logSizes.length; s++) {
      for (int r : drawn) {
        means[s] += values[s][r] / drawn.length;
      }
      double squares = 0;
      for (int r : drawn) {
        squares += (values[s][r] - means[s]) * (values[s][r] - means[s]);
      }
      weights[s] = means[s] * means[s] / squares;
      spread &= squares > 0;
    }
    if (!spread) {
      Arrays.fill(weights, 1); // equal replicates say nothing of their error
    }
    double sumW = 0;
    double sumX = 0;
    for (int s = 0; s < logSizes.length; s++) {
      sumW += weights[s];
      sumX += weights[s] * logSizes[s];
    }
    double[] shares = new double[logSizes.length];
    double sumXx = 0;
    for (int s = 0; s < logSizes.length; s++) {
      double off = logSizes[s] - sumX / sumW;
      shares[s] = weights[s] * off;
      sumXx += weights[s] * off * off;
    }
    for (int s = 0; s < logSizes.length; s++) {
      shares[s] /= sumXx;
    }
    return new Line(means, shares);
  }
}
