package org.meanfield.experts.classical;

import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;

/// The two contractions of the neuron with N·d evaluations of w instead of N·n·d: the weights s
/// w(θ_ik) are taken once for all inputs, and the pull gathers Σ_j r_j σ′(u_ij) x_jk before it
/// multiplies by s w′(θ_ik). Inner loops run over particles.
final class BoundNeuron implements BoundExpert {
  private final Neuron neuron;
  private final Inputs inputs;
  private final int parameters;

  BoundNeuron(Neuron neuron, Inputs inputs) {
    this.neuron = neuron;
    this.inputs = inputs;
    this.parameters = neuron.parameters();
  }

  @Override
  public Evaluation at(Particles theta) {
    if (theta.dimension() != parameters) {
      throw new IllegalArgumentException(
          "the expert has %d parameters, the particles have dimension %d"
              .formatted(parameters, theta.dimension()));
    }
    return new Contractions(theta);
  }

  private final class Contractions implements Evaluation {
    private final Particles theta;
    private final int count;

    /// s w(θ_ik) at k·N + i.
    private final double[] weights;

    private final double[] argument;

    Contractions(Particles theta) {
      this.theta = theta;
      this.count = theta.count();
      this.weights = theta.toArray();
      for (int at = 0; at < weights.length; at++) {
        weights[at] = neuron.scale() * neuron.weights().value(weights[at]);
      }
      this.argument = new double[count];
    }

    /// Computes u_ij for all particles i.
    private void arguments(int j) {
      System.arraycopy(weights, inputs.features() * count, argument, 0, count);
      for (int k = 0; k < inputs.features(); k++) {
        double x = inputs.get(j, k);
        int row = k * count;
        for (int i = 0; i < count; i++) {
          argument[i] += x * weights[row + i];
        }
      }
    }

    @Override
    public void addMean(double[] sums) {
      for (int j = 0; j < inputs.count(); j++) {
        arguments(j);
        double sum = 0;
        for (double u : argument) {
          sum += neuron.activation().value(u);
        }
        sums[j] += sum;
      }
    }

    @Override
    public void pull(double[] residual, Particles velocity) {
      double[] gathered = new double[parameters * count];
      for (int j = 0; j < inputs.count(); j++) {
        arguments(j);
        for (int i = 0; i < count; i++) {
          argument[i] = residual[j] * neuron.activation().slope(argument[i]);
        }
        for (int k = 0; k < parameters; k++) {
          double x = k < inputs.features() ? inputs.get(j, k) : 1;
          int row = k * count;
          for (int i = 0; i < count; i++) {
            gathered[row + i] += x * argument[i];
          }
        }
      }
      for (int k = 0; k < parameters; k++) {
        theta.copyCoordinate(k, argument, 0);
        for (int i = 0; i < count; i++) {
          argument[i] =
              neuron.scale() * neuron.weights().slope(argument[i]) * gathered[k * count + i];
        }
        velocity.setCoordinate(k, argument, 0);
      }
    }
  }
}
