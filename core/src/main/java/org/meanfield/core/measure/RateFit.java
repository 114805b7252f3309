package org.meanfield.core.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.meanfield.api.Seeds;

/// The slope of log mean against log N by weighted least squares, with a bootstrap interval.
///
/// The weight of log m is (m/SE)², one over its variance to first order. Replicates of one number
/// share their start with those of the others (the smaller cloud is the beginning of the larger),
/// so whole replicates are drawn, the same for all N; the interval is the 5 % to 95 % range of the
/// slopes of [#DRAWS] such draws. With few replicates it is an indication, not a test.
///
/// **Reference.** B. Efron, R. Tibshirani, *An Introduction to the Bootstrap*, Chapman & Hall
/// (1993), section 13.3.
public final class RateFit {
  /// Draws of the bootstrap.
  public static final int DRAWS = 2000;

  /// The least number of N for a slope to say anything.
  public static final int SIZES = 3;

  private final double[] logSizes;
  private final double[][] values;
  private final double[] weights;
  private final int replicates;

  private RateFit(double[] logSizes, double[][] values) {
    this.logSizes = logSizes;
    this.values = values;
    this.replicates = values[0].length;
    this.weights = new double[values.length];
    boolean spread = true;
    for (int s = 0; s < values.length; s++) {
      Estimate estimate = Estimate.of(Arrays.stream(values[s]).boxed().toList()).orElseThrow();
      double relative = estimate.standardError().orElse(0) / estimate.mean();
      weights[s] = 1 / (relative * relative);
      spread &= relative > 0;
    }
    if (!spread) {
      Arrays.fill(weights, 1); // equal replicates say nothing of their error
    }
  }

  /// {@return the rate of a quantity; empty with fewer than [#SIZES] numbers N, fewer than 2
  /// replicates, or a mean of 0}
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
    double low = slopes[DRAWS / 20];
    double high = slopes[DRAWS - 1 - DRAWS / 20];
    return new Rate(
        quantity, slope(all), low, high, predicted, Rate.Verdict.of(low, high, predicted));
  }

  private double slope(int[] drawn) {
    double sumW = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int s = 0; s < logSizes.length; s++) {
      double mean = 0;
      for (int r : drawn) {
        mean += values[s][r];
      }
      double w = weights[s];
      double x = logSizes[s];
      double y = Math.log(mean / drawn.length);
      sumW += w;
      sumX += w * x;
      sumY += w * y;
      sumXx += w * x * x;
      sumXy += w * x * y;
    }
    return (sumW * sumXy - sumX * sumY) / (sumW * sumXx - sumX * sumX);
  }
}
