package org.meanfield.api.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
  private static final Work WORK = new Work(1, 0, 1);

  @Test
  void statesAreCopies() {
    double[] state = {1, 2};
    Trajectory trajectory =
        new Trajectory(List.of(0.0), List.of(state), new Outcome.Reached(), WORK);
    state[0] = 9;
    trajectory.state(0)[1] = 9;
    assertThat(trajectory.state(0)).containsExactly(1, 2);
  }

  @Test
  void timesWithoutStatesAreRefused() {
    assertThatThrownBy(
            () -> new Trajectory(List.of(0.0, 1.0), List.of(), new Outcome.Reached(), WORK))
        .hasMessage("2 times need as many states, got 0");
  }

  @Test
  void outcomesAreSentencesWithARemedy() {
    assertThat(new Outcome.Reached().sentence()).isEqualTo("reached the end");
    assertThat(new Outcome.NotFinite(0.5, 3).sentence())
        .isEqualTo("stopped after t = 0.500000: unknown 3 is not finite; take smaller steps");
    assertThat(new Outcome.StepTooSmall(0.5, 1e-20).sentence())
        .isEqualTo("stopped at t = 0.500000: a step of 1.00e-20 is too small; allow larger errors");
    assertThat(new Outcome.Stopped(0.25).sentence()).isEqualTo("cancelled at t = 0.250000");
  }
}
