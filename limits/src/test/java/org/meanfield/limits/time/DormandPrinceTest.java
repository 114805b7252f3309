package org.meanfield.limits.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.VectorField;

class DormandPrinceTest {
  private interface Slope {
    double at(double t, double y);
  }

  private static VectorField field(Slope slope) {
    return new VectorField() {
      @Override
      public int dimension() {
        return 1;
      }

      @Override
      public void at(double t, double[] state, double[] velocity) {
        velocity[0] = slope.at(t, state[0]);
      }
    };
  }

  @Test
  void exponentialIsReachedToTheTolerance() {
    double[] state = {1};
    DormandPrince.Run run = DormandPrince.advance(field((_, y) -> -y), state, 0, 2, 1e-12);
    assertThat(run.outcome()).isEqualTo(new Outcome.Reached());
    // Measured: 1e-13.
    assertThat(state[0]).isCloseTo(Math.exp(-2), within(1e-12));
    assertThat(run.work().evaluations()).isBetween(12L, 400L);
    assertThat(run.work().steps()).isPositive();
  }

  @Test
  void timeRunsBackwardsToo() {
    double[] state = {Math.exp(-2)};
    DormandPrince.advance(field((_, y) -> -y), state, 2, 0, 1e-13);
    assertThat(state[0]).isCloseTo(1, within(1e-11));
  }

  @Test
  void insidesOfTheStepsLieOnTheSolution() {
    double[] state = {1};
    double[] inside = new double[1];
    List<Double> errors = new ArrayList<>();
    List<Double> ends = new ArrayList<>(List.of(0.0));
    DormandPrince.advance(
        field((t, y) -> y * Math.cos(t)),
        state,
        0,
        3,
        1e-11,
        step -> {
          assertThat(step.begin()).isEqualTo(ends.getLast());
          ends.add(step.end());
          for (double s : new double[] {0.21, 0.5, 0.83, 1}) {
            double t = step.begin() + s * (step.end() - step.begin());
            step.state(t, inside);
            errors.add(Math.abs(inside[0] - Math.exp(Math.sin(t))));
          }
        });
    assertThat(ends.getLast()).isEqualTo(3);
    // Measured: 1e-10, tenfold the tolerance: the extension has order 7.
    assertThat(errors).allSatisfy(error -> assertThat(error).isLessThan(3e-10));
  }

  @Test
  void lastStepEndsAtTheLastTimeToTheBit() {
    List<Double> missed = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      double to = i / 97.0;
      List<Double> ends = new ArrayList<>();
      DormandPrince.advance(
          field((_, y) -> -y), new double[] {1}, 0, to, 1e-6, step -> ends.add(step.end()));
      if (ends.getLast() != to) {
        missed.add(to);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void nothingToDoCostsNothing() {
    double[] state = {1};
    DormandPrince.Run run = DormandPrince.advance(field((_, y) -> -y), state, 1, 1, 1e-9);
    assertThat(run.outcome()).isEqualTo(new Outcome.Reached());
    assertThat(run.work().evaluations()).isZero();
    assertThat(state[0]).isEqualTo(1);
  }

  @Test
  void fieldIsAskedBetweenTheTimesOnly() {
    // So slow that a guess of the first step by |y|/|y′| lies far beyond the last time.
    List<Double> asked = new ArrayList<>();
    double[] state = {6};
    DormandPrince.advance(
        field((t, _) -> {
          asked.add(t);
          return 1e-17;
        }),
        state,
        2,
        0,
        1e-12);
    assertThat(asked).isNotEmpty().allMatch(t -> t >= 0 && t <= 2);
  }

  @Test
  void velocityThatIsNotANumberIsAnOutcome() {
    double[] state = {1};
    Outcome outcome =
        DormandPrince.advance(field((t, _) -> t > 0.5 ? Double.NaN : 1), state, 0, 2, 1e-9)
            .outcome();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.NotFinite.class,
            failed -> {
              assertThat(failed.coordinate()).isZero();
              assertThat(failed.t()).isBetween(0.0, 0.5);
            });
  }

  @Test
  void blowUpIsAnOutcome() {
    double[] state = {1};
    Outcome outcome = DormandPrince.advance(field((_, y) -> y * y), state, 0, 2, 1e-9).outcome();
    assertThat(outcome).isInstanceOfAny(Outcome.StepTooSmall.class, Outcome.NotFinite.class);
  }
}
