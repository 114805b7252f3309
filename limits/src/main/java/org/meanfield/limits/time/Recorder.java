package org.meanfield.limits.time;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What is kept of an integration as it goes: states at given times, and functions of the state as
/// curves in time. It is told of each step by [DormandPrince], which looks into the step for it.
public final class Recorder implements Consumer<DormandPrince.Step> {
  private final List<Double> times;
  private final List<double[]> states;
  private final List<Curve> curves = new ArrayList<>();
  private final double[] inside;

  /// A function of the state.
  public interface Reading {
    /// Computes it.
    ///
    /// @param state the state, not to be modified
    /// @param out receives its values
    void of(double[] state, double[] out);
  }

  /// One function of the state, over time.
  public static final class Curve {
    private final Reading reading;
    private final int size;
    private final ResidualCurve.Builder builder;

    private Curve(Reading reading, int size, double[] start) {
      this.reading = reading;
      this.size = size;
      double[] first = new double[size];
      reading.of(start, first);
      this.builder = new ResidualCurve.Builder(first);
    }

    /// {@return the curve up to the end of the last step}
    public ResidualCurve build() {
      return builder.build();
    }
  }

  /// @param start the state at time 0; kept, so not to be modified
  /// @param times when states are wanted, increasing from 0
  public Recorder(double[] start, List<Double> times) {
    this.times = times;
    this.states = new ArrayList<>(List.of(start));
    this.inside = new double[start.length];
  }

  /// {@return a curve of a function of the state; to be asked for before the first step}
  ///
  /// @param size how many values it has; of none nothing is computed in steps
  /// @param reading the function
  public Curve curve(int size, Reading reading) {
    Curve curve = new Curve(reading, size, states.getFirst());
    curves.add(curve);
    return curve;
  }

  @Override
  public void accept(DormandPrince.Step step) {
    for (int i = states.size(); i < times.size() && times.get(i) <= step.end(); i++) {
      step.state(times.get(i), inside);
      states.add(inside.clone());
    }
    for (Curve curve : curves) {
      if (curve.size > 0) {
        curve.builder.add(
            step.end(),
            (t, out) -> {
              step.state(t, inside);
              curve.reading.of(inside, out);
            });
      }
    }
  }

  /// {@return the states at the times that were reached}
  public List<double[]> states() {
    return List.copyOf(states);
  }
}
