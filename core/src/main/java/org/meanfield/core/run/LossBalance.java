package org.meanfield.core.run;

import java.util.Optional;

/// Holds the loss of a path against L′ = −(1/N) Σᵢ ‖bᵢ‖², integrated: L(t) + ∫₀ᵗ (1/N) Σᵢ ‖bᵢ‖² ds
/// does not change along the flow.
///
/// Along a computed path it changes by what the steps leave unresolved. A method of order p errs,
/// in a step that dissipates E and bends the path by ρ (see [Bend]; the larger of this step's and
/// the last one's), by about E ρ^p: Euler by ½ E ρ, RK4 on circuits by some hundredths of E ρ⁴. The
/// sum of these is allowed: more is no matter of the step, but of velocities that are not those of
/// the loss. [#FLOOR] per datum is allowed besides.
final class LossBalance {
  /// Allowed per datum whatever the steps: what responses rounded to 24 bits may come to.
  static final double FLOOR = 1e-6;

  private final int order;
  private final double floor;
  private double time = Double.NaN;
  private double dissipated;
  private double first;
  private double firstFell;
  private double bend = Double.NaN;
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

  /// Takes what is known after a step.
  ///
  /// @param t the time
  /// @param loss L(t), finite
  /// @param dissipatedNow ∫₀ᵗ (1/N) Σᵢ ‖bᵢ‖² ds
  /// @param bendNow ρ; NaN after the first step
  void at(double t, double loss, double dissipatedNow, double bendNow) {
    if (Double.isNaN(time)) {
      first = loss;
    } else if (t > time) {
      double fell = dissipatedNow - dissipated;
      if (Double.isNaN(bendNow)) {
        firstFell = fell; // its ρ shows only with the next step
        allowed = fell;
      } else {
        if (Double.isNaN(bend)) {
          allowed = firstFell * Math.pow(bendNow, order);
          bend = bendNow;
        }
        allowed += fell * Math.pow(Math.max(bend, bendNow), order);
        bend = bendNow;
      }
      defect = loss - first + dissipatedNow;
      judge(t, loss, dissipatedNow);
    }
    time = t;
    dissipated = dissipatedNow;
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
