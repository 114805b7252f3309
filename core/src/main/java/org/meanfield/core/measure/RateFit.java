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
/// for R replicates. Below [#REPLICATES] it still is too short for heavy tails, and no verdict is
/// given.
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
  private final int replicates;

  private RateFit(double[] logSizes, double[][] values) {
    this.logSizes = logSizes;
    this.values = values;
    this.replicates = values[0].length;
  }

  /// {@return the rate of a quantity; empty with fewer than [#SIZES] numbers N, fewer than 2
  /// replicates, or a value that has no logarithm}
  ///
  /// @param quantity its name
  /// @param sizes the numbers of particles N
  /// @param values one row per N with one number ≥ 0 per replicate, the same replicates in each
  /// @param predicted the slope of the theory
  /// @param seeds for the bootstrap
  public static Optional<Rate> of(
      String quantity, int[] sizes, double[][] values, double predicted, Seeds seeds) {
    if (sizes.length < SIZES || values[0].length < 2) {
      return Optional.empty();
    }
    for (double[] row : values) {
      if (!(Arrays.stream(row).min().orElseThrow() > 0)) {
        return Optional.empty(); // no logarithm
      }
    }
    RateFit fit = new RateFit(Arrays.stream(sizes).mapToDouble(Math::log).toArray(), values);
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
    double low = slope + stretch * (slopes[DRAWS / 20] - slope);
    double high = slope + stretch * (slopes[DRAWS - 1 - DRAWS / 20] - slope);
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

  private double slope(int[] drawn) {
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
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int s = 0; s < logSizes.length; s++) {
      double w = weights[s];
      double x = logSizes[s];
      double y = Math.log(means[s]);
      sumW += w;
      sumX += w * x;
      sumY += w * y;
      sumXx += w * x * x;
      sumXy += w * x * y;
    }
    return (sumW * sumXy - sumX * sumY) / (sumW * sumXx - sumX * sumX);
  }
}
