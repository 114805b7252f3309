package org.meanfield.experts.classical;

import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;

/// The two contractions of the cosine expert in (N + n)·d instead of N·n·d operations.
///
/// With c_jk = w_k e^{ix_jk},
///
/// Σᵢ f(θᵢ, x_j) = Σ_k Re(c̄_jk Z_k), Z_k = Σᵢ e^{iθ_ik};
///
/// Σ_j r_j ∂_k f(θᵢ, x_j) = −sin θ_ik Re R_k + cos θ_ik Im R_k, R_k = Σ_j r_j c_jk.
final class BoundCosine implements BoundExpert {
  private final int parameters;
  private final int inputs;

  /// c_jk at k·n + j.
  private final double[] re;

  private final double[] im;

  BoundCosine(Cosine expert, Inputs inputs) {
    if (inputs.features() != expert.parameters()) {
      throw new IllegalArgumentException(
          "the expert takes %d features, the inputs have %d"
              .formatted(expert.parameters(), inputs.features()));
    }
    this.parameters = expert.parameters();
    this.inputs = inputs.count();
    this.re = new double[parameters * this.inputs];
    this.im = new double[parameters * this.inputs];
    double[] x = new double[parameters];
    double[] rowRe = new double[parameters];
    double[] rowIm = new double[parameters];
    for (int j = 0; j < this.inputs; j++) {
      inputs.copyRow(j, x);
      expert.coefficients(x, rowRe, rowIm);
      for (int k = 0; k < parameters; k++) {
        re[k * this.inputs + j] = rowRe[k];
        im[k * this.inputs + j] = rowIm[k];
      }
    }
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
    private final double[] angle;

    Contractions(Particles theta) {
      this.theta = theta;
      this.angle = new double[theta.count()];
    }

    @Override
    public void addMean(double[] sums) {
      double[] total = new double[inputs];
      for (int k = 0; k < parameters; k++) {
        theta.copyCoordinate(k, angle, 0);
        double cosines = 0;
        double sines = 0;
        for (double a : angle) {
          cosines += Math.cos(a);
          sines += Math.sin(a);
        }
        int row = k * inputs;
        for (int j = 0; j < inputs; j++) {
          total[j] += re[row + j] * cosines + im[row + j] * sines;
        }
      }
      for (int j = 0; j < inputs; j++) {
        sums[j] += total[j];
      }
    }

    @Override
    public void pull(double[] residual, Particles velocity) {
      for (int k = 0; k < parameters; k++) {
        double pullRe = 0;
        double pullIm = 0;
        int row = k * inputs;
        for (int j = 0; j < inputs; j++) {
          pullRe += residual[j] * re[row + j];
          pullIm += residual[j] * im[row + j];
        }
        theta.copyCoordinate(k, angle, 0);
        for (int i = 0; i < angle.length; i++) {
          angle[i] = pullIm * Math.cos(angle[i]) - pullRe * Math.sin(angle[i]);
        }
        velocity.setCoordinate(k, angle, 0);
      }
    }
  }
}
