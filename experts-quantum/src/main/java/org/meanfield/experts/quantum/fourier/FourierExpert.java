package org.meanfield.experts.quantum.fourier;

import java.util.Arrays;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.experts.quantum.program.Idle;
import org.meanfield.experts.quantum.program.Sizes;

/// A circuit bound to its inputs as a trigonometric polynomial, f(θ, x_j) = ⟨T(x_j), φ(θ)⟩.
///
/// Σᵢ f(θᵢ, x_j) = ⟨T(x_j), Σᵢ φ(θᵢ)⟩ and Σ_j r_j ∇f(θ, x_j) = ∇⟨Σ_j r_j T(x_j), φ(θ)⟩: inputs and
/// particles never meet.
final class FourierExpert implements BoundExpert {
  private final FourierPlan plan;
  private final int inputs;
  private final Sizes sizes;

  /// T(x_j), input after input.
  private final double[] coefficients;

  private final Idle<Workspace> idle = new Idle<>(Workspace::new);

  /// @param plan the frequencies of f
  /// @param values evaluates f
  /// @param inputs n inputs
  FourierExpert(FourierPlan plan, GridValues values, Inputs inputs) {
    this.plan = plan;
    this.inputs = inputs.count();
    this.sizes = new Sizes(plan.parameters(), inputs.count());
    int terms = plan.terms();
    this.coefficients = new double[Math.multiplyExact(terms, this.inputs)];
    double[] x = new double[inputs.features()];
    double[] line = new double[terms];
    for (int j = 0; j < this.inputs; j++) {
      inputs.copyRow(j, x);
      values.at(x, line);
      plan.first().interpolate(line, 1, plan.second().terms());
      plan.second().interpolate(line, plan.first().terms(), 1);
      System.arraycopy(line, 0, coefficients, j * terms, terms);
    }
  }

  @Override
  public Evaluation at(Particles theta) {
    sizes.requireParticles(theta);
    return new Contractions(theta);
  }

  private final class Workspace {
    final double[] theta = new double[plan.parameters()];
    final double[] gradient = new double[plan.parameters()];
    final double[] first = new double[plan.first().terms()];
    final double[] second = new double[plan.second().terms()];
    final double[] firstWeights = new double[first.length];
    final double[] secondWeights = new double[second.length];

    /// Σᵢ φ(θᵢ).
    final double[] sum = new double[plan.terms()];

    /// The residual that `weights` belongs to once it is weighed.
    final double[] residual = new double[inputs];

    boolean weighed;

    /// G = Σ_j r_j T(x_j), and its transpose.
    final double[] weights = new double[plan.terms()];

    final double[] transposed = new double[plan.terms()];

    void load(Particles particles, int i) {
      particles.copyRow(i, theta);
      plan.first().at(theta, first);
      plan.second().at(theta, second);
    }

    /// Computes G unless it is there already: a cloud is pulled shard by shard with one residual.
    void weigh(double[] r) {
      if (weighed && Arrays.equals(r, residual)) {
        return;
      }
      System.arraycopy(r, 0, residual, 0, inputs);
      Arrays.fill(weights, 0);
      for (int j = 0; j < inputs; j++) {
        addTo(weights, 0, r[j], coefficients, j * weights.length, weights.length);
      }
      for (int s = 0; s < first.length; s++) {
        for (int t = 0; t < second.length; t++) {
          transposed[t * first.length + s] = weights[s * second.length + t];
        }
      }
      weighed = true;
    }
  }

  /// Adds factor·numbers to sums.
  private static void addTo(
      double[] sums, int to, double factor, double[] numbers, int from, int length) {
    for (int at = 0; at < length; at++) {
      sums[to + at] = Math.fma(factor, numbers[from + at], sums[to + at]);
    }
  }

  private final class Contractions implements Evaluation {
    private final Particles theta;

    Contractions(Particles theta) {
      this.theta = theta;
    }

    @Override
    public void addMean(double[] sums) {
      sizes.requireSums(sums);
      Workspace w = idle.borrow();
      Arrays.fill(w.sum, 0);
      for (int i = 0; i < theta.count(); i++) {
        w.load(theta, i);
        for (int s = 0; s < w.first.length; s++) {
          addTo(w.sum, s * w.second.length, w.first[s], w.second, 0, w.second.length);
        }
      }
      for (int j = 0; j < inputs; j++) {
        double response = 0;
        int at = j * w.sum.length;
        for (int t = 0; t < w.sum.length; t++) {
          response += coefficients[at + t] * w.sum[t];
        }
        sums[j] += response;
      }
      idle.giveBack(w);
    }

    @Override
    public void pull(double[] residual, Particles velocity) {
      sizes.requirePull(residual, velocity, theta);
      Workspace w = idle.borrow();
      w.weigh(residual);
      int rows = w.first.length;
      int columns = w.second.length;
      for (int i = 0; i < theta.count(); i++) {
        w.load(theta, i);
        Arrays.fill(w.firstWeights, 0);
        Arrays.fill(w.secondWeights, 0);
        for (int s = 0; s < rows; s++) {
          addTo(w.secondWeights, 0, w.first[s], w.weights, s * columns, columns);
        }
        for (int t = 0; t < columns; t++) {
          addTo(w.firstWeights, 0, w.second[t], w.transposed, t * rows, rows);
        }
        plan.first().gradient(w.theta, w.first, w.firstWeights, w.gradient);
        plan.second().gradient(w.theta, w.second, w.secondWeights, w.gradient);
        velocity.setRow(i, w.gradient);
      }
      idle.giveBack(w);
    }
  }
}
