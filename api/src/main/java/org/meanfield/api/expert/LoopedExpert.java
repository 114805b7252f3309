package org.meanfield.api.expert;

import java.util.Arrays;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;

/// The two contractions by plain loops over `value` and `gradient`.
final class LoopedExpert implements BoundExpert {
  private final Expert expert;
  private final Inputs inputs;

  LoopedExpert(Expert expert, Inputs inputs) {
    this.expert = expert;
    this.inputs = inputs;
  }

  @Override
  public Evaluation at(Particles theta) {
    if (theta.dimension() != expert.parameters()) {
      throw new IllegalArgumentException(
          "the expert has %d parameters, the particles have dimension %d"
              .formatted(expert.parameters(), theta.dimension()));
    }
    return new Loops(theta);
  }

  private final class Loops implements Evaluation {
    private final Particles particles;

    Loops(Particles particles) {
      this.particles = particles;
    }

    @Override
    public void addMean(double[] sums) {
      double[] theta = new double[particles.dimension()];
      double[] x = new double[inputs.features()];
      for (int j = 0; j < inputs.count(); j++) {
        inputs.copyRow(j, x);
        double sum = 0;
        for (int i = 0; i < particles.count(); i++) {
          particles.copyRow(i, theta);
          sum += expert.value(theta, x);
        }
        sums[j] += sum;
      }
    }

    @Override
    public void pull(double[] residual, Particles velocity) {
      int d = particles.dimension();
      double[] theta = new double[d];
      double[] x = new double[inputs.features()];
      double[] gradient = new double[d];
      double[] sum = new double[d];
      for (int i = 0; i < particles.count(); i++) {
        particles.copyRow(i, theta);
        Arrays.fill(sum, 0);
        for (int j = 0; j < inputs.count(); j++) {
          inputs.copyRow(j, x);
          expert.gradient(theta, x, gradient);
          for (int k = 0; k < d; k++) {
            sum[k] += residual[j] * gradient[k];
          }
        }
        velocity.setRow(i, sum);
      }
    }
  }
}
