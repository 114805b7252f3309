package org.meanfield.experts.quantum.shots;

/// The binomial law of n trials with probability p, drawn by inversion: one uniform number makes
/// one draw, with about √(np(1 − p)) steps.
///
/// Probabilities are subtracted from the uniform number from the mode outwards, one above, one
/// below, until it is used up. **Reference.** L. Devroye, *Non-Uniform Random Variate Generation*
/// (1986), section III.2 on sequential search and its start at the mode.
final class Binomial {
  private final int trials;

  /// log k! for k = 0 … n.
  private final double[] logFactorials;

  /// @param trials n ≥ 1
  Binomial(int trials) {
    this.trials = trials;
    this.logFactorials = new double[trials + 1];
    for (int k = 2; k <= trials; k++) {
      logFactorials[k] = logFactorials[k - 1] + Math.log(k);
    }
  }

  /// {@return a draw}
  ///
  /// @param p in [0, 1]
  /// @param uniform in [0, 1)
  int draw(double p, double uniform) {
    if (p <= 0 || p >= 1) {
      return p <= 0 ? 0 : trials;
    }
    int mode = (int) Math.min(trials, Math.floor((trials + 1) * p));
    double odds = p / (1 - p);
    double atMode =
        Math.exp(
            logFactorials[trials]
                - logFactorials[mode]
                - logFactorials[trials - mode]
                + mode * Math.log(p)
                + (trials - mode) * Math.log1p(-p));
    double rest = uniform - atMode;
    int low = mode;
    int high = mode;
    double below = atMode;
    double above = atMode;
    while (rest >= 0 && (low > 0 || high < trials)) {
      if (high < trials) {
        above *= odds * (trials - high) / (high + 1);
        high++;
        rest -= above;
        if (rest < 0) {
          return high;
        }
      }
      if (low > 0) {
        below *= low / (odds * (trials - low + 1));
        low--;
        rest -= below;
        if (rest < 0) {
          return low;
        }
      }
      // What rounding leaves lies beyond every probability that counts.
      if (above + below == 0) {
        return mode;
      }
    }
    return mode;
  }
}
