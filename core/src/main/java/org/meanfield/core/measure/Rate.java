package org.meanfield.core.measure;

/// How fast a quantity falls with N: a row of `rates.csv`.
///
/// @param quantity what was measured, at the horizon T
/// @param slope of log mean against log N
/// @param ciLow lower end of the 90 % interval
/// @param ciHigh upper end of the 90 % interval
/// @param predicted the slope of the theory
/// @param verdict what follows
public record Rate(
    String quantity, double slope, double ciLow, double ciHigh, double predicted, Verdict verdict) {
  /// How far a prediction may be missed by an interval that still confirms it.
  public static final double MARGIN = 0.1;

  /// What an interval says of a prediction.
  public enum Verdict {
    /// the interval lies within the prediction ± [#MARGIN]
    AS_PREDICTED,
    /// the whole interval lies below the prediction and its margin: it falls faster than the bound,
    /// which passes
    FASTER,
    /// the whole interval lies above the prediction and its margin
    SLOWER,
    /// the interval is too wide to say, or rests on too few replicates
    INCONCLUSIVE,
    /// the prediction is not that of a straight line between these N
    NOT_JUDGED;

    /// {@return the words in tables}
    public String words() {
      return switch (this) {
        case AS_PREDICTED -> "pass";
        case FASTER -> "pass: faster than the bound";
        case SLOWER -> "slower than predicted";
        case INCONCLUSIVE -> "inconclusive";
        case NOT_JUDGED -> "not judged";
      };
    }

    static Verdict of(double ciLow, double ciHigh, double predicted) {
      if (ciLow >= predicted - MARGIN && ciHigh <= predicted + MARGIN) {
        return AS_PREDICTED;
      }
      if (ciHigh < predicted - MARGIN) {
        return FASTER;
      }
      return ciLow > predicted + MARGIN ? SLOWER : INCONCLUSIVE;
    }
  }

  /// {@return this rate without a verdict}
  public Rate unjudged() {
    return new Rate(quantity, slope, ciLow, ciHigh, predicted, Verdict.NOT_JUDGED);
  }
}
