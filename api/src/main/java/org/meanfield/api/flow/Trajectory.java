package org.meanfield.api.flow;

import java.util.ArrayList;
import java.util.List;

/// The states of an integration at the asked times, as far as they were reached. Immutable.
public final class Trajectory {
  private final List<Double> times;
  private final List<double[]> states;
  private final Outcome outcome;
  private final Work work;

  /// @param times the times reached, strictly increasing
  /// @param states one state per time; copied
  /// @param outcome how it ended
  /// @param work what it cost
  public Trajectory(List<Double> times, List<double[]> states, Outcome outcome, Work work) {
    if (times.size() != states.size()) {
      throw new IllegalArgumentException(
          "%d times need as many states, got %d".formatted(times.size(), states.size()));
    }
    this.times = List.copyOf(times);
    List<double[]> copies = new ArrayList<>();
    states.forEach(state -> copies.add(state.clone()));
    this.states = List.copyOf(copies);
    this.outcome = outcome;
    this.work = work;
  }

  /// {@return the times reached}
  public List<Double> times() {
    return times;
  }

  /// {@return a copy of the state at the `index`-th time}
  ///
  /// @param index 0 ≤ index < times().size()
  public double[] state(int index) {
    return states.get(index).clone();
  }

  /// {@return how the integration ended}
  public Outcome outcome() {
    return outcome;
  }

  /// {@return what it cost}
  public Work work() {
    return work;
  }
}
