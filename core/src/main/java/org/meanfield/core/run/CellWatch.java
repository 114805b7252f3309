package org.meanfield.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.core.measure.CouplingError;
import org.meanfield.core.measure.Loss;

/// Watches the integration of one cell: losses, the running coupling error, the laws that must hold
/// (the loss never rises, and falls by what is dissipated), progress and cancellation.
///
/// Along the flow L′ = −(1/N) Σᵢ ‖bᵢ‖² ≤ 0. A method of local error ε can lift L only where ‖b‖ is
/// itself of order ε per step, so by O(ε²): a rise above [#TOLERANCE] per datum (the largest loss
/// of one datum with |y| ≤ 1 is 2) means that the step does not resolve the flow.
final class CellWatch implements StepObserver {
  /// The rise of the loss, per datum, that is still called rounding.
  static final double TOLERANCE = 1e-9;

  private final BoundStudy study;
  private final Drift drift;
  private final Optional<Drift> onTest;
  private final int particles;
  private final boolean coupled;
  private final RowClock clock;
  private final double horizon;
  private final String remedy;
  private final CellMeter meter;
  private final BooleanSupplier cancelled;
  private final LossBalance balance;
  private final Bend bend;
  private final double[] square;
  private final double[] largest;
  private final List<Loss> losses = new ArrayList<>();
  private final List<CouplingError> couplings = new ArrayList<>();
  private final List<Double> defects = new ArrayList<>();
  private double now;
  private double lowest = Double.POSITIVE_INFINITY;
  private double rise;
  private double riseTime;
  private double highest;
  private boolean finite = true;

  CellWatch(
      BoundStudy study,
      Drift drift,
      int particles,
      boolean coupled,
      List<Double> recorded,
      Steps steps,
      CellMeter meter,
      BooleanSupplier cancelled) {
    this.study = study;
    this.drift = drift;
    this.onTest = study.onTest(particles);
    this.particles = particles;
    this.coupled = coupled;
    this.clock = new RowClock(recorded);
    this.horizon = recorded.getLast();
    this.remedy = steps.remedy();
    this.balance = new LossBalance(steps.order(), drift.inputs());
    this.bend = new Bend(drift.size());
    this.meter = meter;
    this.cancelled = cancelled;
    this.square = new double[coupled ? particles : 0];
    this.largest = new double[coupled ? particles : 0];
  }

  @Override
  public boolean accepted(double t, double[] state) {
    meter.flow(t / horizon);
    now = t;
    if (coupled) {
      couple(state);
    }
    double[] response = new double[drift.inputs()];
    drift.response(state, 0, response);
    double loss = study.train().loss(response);
    finite = Double.isFinite(loss);
    if (finite) {
      balance(t, loss, state);
      clock.row(t).ifPresent(time -> row(time, response, state));
    }
    return finite && !cancelled.getAsBoolean();
  }

  private void balance(double t, double loss, double[] state) {
    balance.at(t, loss, CellFlow.dissipated(state), bend.at(t, state));
    if (loss - lowest > rise) {
      rise = loss - lowest;
      riseTime = t;
      highest = loss;
    }
    lowest = Math.min(lowest, loss);
  }

  private void couple(double[] state) {
    Arrays.fill(square, 0);
    int size = drift.size();
    for (int at = 0; at < size; at += particles) {
      for (int i = 0; i < particles; i++) {
        square[i] += Math.abs(state[at + i] - state[size + at + i]);
      }
    }
    for (int i = 0; i < particles; i++) {
      square[i] *= square[i];
      largest[i] = Math.max(largest[i], square[i]);
    }
  }

  private void row(double t, double[] response, double[] state) {
    losses.add(study.loss(t, response, study.testAccuracy(onTest, state)));
    defects.add(balance.defect());
    if (coupled) {
      couplings.add(new CouplingError(t, mean(largest), mean(square)));
    }
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  List<Loss> losses() {
    return losses;
  }

  List<CouplingError> couplings() {
    return couplings;
  }

  /// {@return L(t) − L(0) + ∫₀ᵗ (1/N) Σᵢ ‖bᵢ‖² ds at the time of a row; empty where there is none}
  OptionalDouble defect(double t) {
    for (int at = 0; at < losses.size(); at++) {
      if (losses.get(at).time() == t) {
        return OptionalDouble.of(defects.get(at));
      }
    }
    return OptionalDouble.empty();
  }

  /// {@return what the watch has to report}
  Optional<Problem> problem(Cell cell) {
    if (!finite) {
      return Optional.of(
          new Problem(
              cell.label(),
              ProblemCode.RESPONSE_NOT_FINITE,
              "the response of the mixture at t = %.6g is not a finite number; the rows end before it"
                  .formatted(now)));
    }
    // Sampled responses scatter, and so do the losses made of them.
    if (study.samples()) {
      return Optional.empty();
    }
    if (rise > TOLERANCE * drift.inputs()) {
      return Optional.of(
          new Problem(
              cell.label(),
              ProblemCode.LOSS_ROSE,
              "the loss rose by %.3g to %.6g at t = %.6g; a gradient flow's never does: %s"
                  .formatted(rise, highest, riseTime, remedy)));
    }
    return balance
        .violation()
        .map(sentence ->
            new Problem(
                cell.label(),
                ProblemCode.LOSS_IDENTITY,
                sentence + ": is ∂f the derivative of f? 'meanfield check' compares them"));
  }
}
