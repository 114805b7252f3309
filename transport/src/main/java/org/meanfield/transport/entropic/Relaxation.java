package org.meanfield.transport.entropic;

/// The factor ω of over-relaxed iterations, found from the errors as they come.
///
/// Plain iterations contract by θ in the end; then ω = 2/(1 + √(1 − θ)) contracts by ω − 1, the
/// square root of what is left being gained: to reach an error takes ~1/√(1 − θ) iterations, not
/// 1/(1 − θ). While ω is too small, over-relaxed iterations contract by λ > ω − 1 with (λ + ω − 1)²
/// = λ ω² θ, which gives θ again. Errors that rise make a new, plain beginning; plain iterations
/// always converge.
///
/// **References.** T. Lehmann, M.-K. von Renesse, A. Sambale, A. Uschmajew, *A note on
/// overrelaxation in the Sinkhorn algorithm*, Optimization Letters 16 (2022); D. M. Young,
/// *Iterative solution of large linear systems*, Academic Press (1971), chapters 5 and 6.
final class Relaxation {
  /// Plain iterations before θ is taken from the last two.
  private static final int PLAIN = 4;

  /// Plain iterations before a θ known beforehand is used, and the error that they must reach.
  private static final int FIRST = 1;

  private static final double NEAR = 0.1;

  /// Over-relaxed iterations between two looks at λ.
  private static final int LOOK = 5;

  /// Larger errors than this many times the least so far mean that ω does harm.
  private static final double RISE = 4;

  /// Beginnings after which ω stays at one.
  private static final int PATIENCE = 3;

  private static final double LARGEST = 1 - 1e-9;

  private final double known;
  private double omega = 1;
  private double before = Double.NaN;
  private double atLook = Double.NaN;
  private double least = Double.POSITIVE_INFINITY;
  private int since;
  private int failures;

  /// @param known θ as known beforehand, or zero
  Relaxation(double known) {
    this.known = known;
  }

  /// {@return θ as known now, or zero}
  double theta() {
    return omega > 1 ? plainRate() : known;
  }

  /// {@return ω for the next iteration, in [1, 2)}
  double omega() {
    return omega;
  }

  /// Takes note of an iteration's error.
  void see(double error) {
    since++;
    if (error > RISE * least && omega > 1) {
      omega = 1;
      since = 0;
      failures++;
      least = Double.POSITIVE_INFINITY;
    } else if (failures >= PATIENCE) {
      omega = 1;
    } else if (omega == 1) {
      double contraction = error / before;
      if (failures == 0 && known > 0 && since >= FIRST && error < NEAR) {
        use(known);
      } else if (since >= PLAIN && contraction < 1) {
        use(contraction);
      }
    } else if (since % LOOK == 0) {
      double contraction = Math.pow(error / atLook, 1.0 / LOOK);
      if (contraction > omega - 1 && contraction < 1) {
        double root = (contraction + omega - 1) / omega;
        use(Math.max(root * root / contraction, plainRate()));
      }
      atLook = error;
    }
    if (omega > 1 && Double.isNaN(atLook)) {
      atLook = error;
    }
    least = Math.min(least, error);
    before = error;
  }

  /// The θ that ω is right for.
  private double plainRate() {
    double root = 2 / omega - 1;
    return 1 - root * root;
  }

  private void use(double theta) {
    if (omega == 1) {
      since = 0;
      atLook = Double.NaN;
    }
    omega = 2 / (1 + Math.sqrt(1 - Math.min(theta, LARGEST)));
  }
}
