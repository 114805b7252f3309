package org.meanfield.core.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;

/// f and ∇f of an expert at single points, at a few of the study's inputs; counts what it is asked.
final class Probe {
  private final int parameters;
  private final Inputs inputs;
  private final List<BoundExpert> bound = new ArrayList<>();
  private final Particles theta;
  private final Particles velocity;
  private long evaluations;

  /// @param expert f
  /// @param inputs the inputs to look at, each by itself
  Probe(Expert expert, Inputs inputs) {
    this.parameters = expert.parameters();
    this.inputs = inputs;
    this.theta = new Particles(1, parameters);
    this.velocity = new Particles(1, parameters);
    for (int j = 0; j < inputs.count(); j++) {
      bound.add(expert.bind(Inputs.of(1, inputs.features(), input(j))));
    }
  }

  int parameters() {
    return parameters;
  }

  int inputs() {
    return inputs.count();
  }

  double[] input(int j) {
    double[] x = new double[inputs.features()];
    inputs.copyRow(j, x);
    return x;
  }

  long evaluations() {
    return evaluations;
  }

  double value(double[] point, int j) {
    evaluations++;
    theta.setRow(0, point);
    double[] sum = new double[1];
    bound.get(j).at(theta).addMean(sum);
    return sum[0];
  }

  double[] gradient(double[] point, int j) {
    evaluations++;
    theta.setRow(0, point);
    bound.get(j).at(theta).pull(new double[] {1}, velocity);
    double[] gradient = new double[parameters];
    velocity.copyRow(0, gradient);
    return gradient;
  }

  /// {@return a copy of the point with one coordinate moved}
  static double[] moved(double[] point, int k, double by) {
    double[] moved = Arrays.copyOf(point, point.length);
    moved[k] += by;
    return moved;
  }
}
