package org.meanfield.core.run;

import java.util.Optional;

/// Holds the loss of a path against L′ = −(1/N) Σᵢ ‖bᵢ‖², integrated: L(t) + ∫₀ᵗ (1/N) Σᵢ ‖bᵢ‖² ds
/// does not change along the flow.
///
/// Along a computed path it changes by what the steps leave unresolved. Let P be what is dissipated
/// in a step per time, and ρ the change of P from one step to the next in units of the smaller, the
/// larger of this step's and the last one's. A method of order p errs by about P h ρ^p in a step
/// (Euler by ¼ P h ρ), and the sum of these is allowed: more is no matter of the step, but of
/// velocities that are not those of the loss. [#FLOOR] per datum is allowed besides.
final class LossBalance {
  /// Allowed per datum whatever the steps: what responses rounded to 24 bits may come to.
  static final double FLOOR = 1e-6;

  private final int order;
  private final double floor;
  private double time = Double.NaN;
  private double dissipated;
  private double first;
  private double firstFell;
  private double power = Double.NaN;
  private double change = Double.NaN;
  private double allowed;
  private double defect;
  private double excess;
  private String sentence = "";

  /// @param order p of the integrator
  /// @param data n
  LossBalance(int order, int data) {
    this.order = order;
    this.floor = FLOOR * data;
  }

  /// Takes the state after a step.
  ///
  /// @param t the time
  /// @param loss L(t), finite
  /// @param dissipatedNow ∫₀ᵗ (1/N) Σᵢ ‖bᵢ‖² ds
  void at(double t, double loss, double dissipatedNow) {
    if (Double.isNaN(time)) {
      first = loss;
    } else if (t > time) {
      double fell = dissipatedNow - dissipated;
      double powerNow = fell / (t - time);
      if (Double.isNaN(power)) {
        firstFell = fell; // its ρ shows only with the next step
        allowed = fell;
      } else {
        double changeNow = share(power, powerNow);
        if (Double.isNaN(change)) {
          allowed = firstFell * Math.pow(changeNow, order);
          change = changeNow;
        }
        allowed += fell * Math.pow(Math.max(change, changeNow), order);
        change = changeNow;
      }
      power = powerNow;
      defect = loss - first + dissipatedNow;
      judge(t, loss, dissipatedNow);
    }
    time = t;
    dissipated = dissipatedNow;
  }

  private static double share(double a, double b) {
    return a == b ? 0 : Math.abs(a - b) / Math.max(Math.min(a, b), Double.MIN_NORMAL);
  }

  private void judge(double t, double loss, double dissipatedNow) {
    double beyond = Math.abs(defect) - allowed - floor;
    if (beyond > excess) {
      excess = beyond;
      sentence =
          ("the loss fell by %.6g to t = %.6g, but ∫ (1/N) Σ ‖b‖² dt is %.6g; steps of this length"
                  + " explain a difference of %.3g")
              .formatted(first - loss, t, dissipatedNow, allowed + floor);
    }
  }

  /// {@return L(t) − L(0) + ∫₀ᵗ (1/N) Σᵢ ‖bᵢ‖² ds after the last step}
  double defect() {
    return defect;
  }

  /// {@return how far the identity was missed beyond what is allowed; empty if it was not}
  Optional<String> violation() {
    return sentence.isEmpty() ? Optional.empty() : Optional.of(sentence);
  }
}
