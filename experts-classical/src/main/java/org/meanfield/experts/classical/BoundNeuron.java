package org.meanfield.experts.classical;

import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;

/// The two contractions of the neuron with (N·d) sines instead of N·n·d: the weights s sin θ_ik are
/// taken once for all inputs, and the pull gathers Σ_j r_j σ′(u_ij) x_jk before it multiplies by s
/// cos θ_ik. Inner loops run over particles.
final class BoundNeuron implements BoundExpert {
  private final double scale;
  private final Activation activation;
  private final Inputs inputs;
  private final int parameters;

  BoundNeuron(double scale, Activation activation, Inputs inputs) {
    this.scale = scale;
    this.activation = activation;
    this.inputs = inputs;
    this.parameters = inputs.features() + 1;
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

    /// s sin θ_ik at k·N + i.
    private final double[] weights;

    private final double[] argument;

    Contractions(Particles theta) {
      this.theta = theta;
      this.count = theta.count();
      this.weights = theta.toArray();
      for (int at = 0; at < weights.length; at++) {
        weights[at] = scale * Math.sin(weights[at]);
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
          sum += activation.value(u);
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
          argument[i] = residual[j] * activation.slope(argument[i]);
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
          argument[i] = scale * Math.cos(argument[i]) * gathered[k * count + i];
        }
        velocity.setCoordinate(k, argument, 0);
      }
    }
  }
}
