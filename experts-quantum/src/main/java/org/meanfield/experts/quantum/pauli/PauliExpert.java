package org.meanfield.experts.quantum.pauli;

import java.util.Arrays;
import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expansion;
import org.meanfield.kernels.pauli.PauliLanes;

/// A circuit bound to its inputs, evaluated in the Heisenberg picture: f(θ, x) = Σ_P c_P(θ) p_P(x).
///
/// The inputs are met once per call, not once per particle: Σᵢ f(θᵢ, x_j) = Σ_P p_P(x_j) Σᵢ
/// c_P(θᵢ), and Σ_j r_j ∇f(θ, x_j) = Σ_P R_P ∇c_P(θ) with R_P = Σ_j r_j p_P(x_j).
final class PauliExpert implements BoundExpert, Expansion {
  private final int inputs;
  private final int strings;
  private final StringMeans means;
  private final BoundExpert functions;

  /// @param kernels for the means of the strings
  /// @param functions the strings' coefficients
  /// @param plan of both
  /// @param inputs n of them
  PauliExpert(PauliLanes kernels, BoundExpert functions, PauliPlan plan, Inputs inputs) {
    this.inputs = inputs.count();
    this.strings = plan.liveStrings();
    this.means = new StringMeans(kernels, plan, inputs);
    this.functions = functions;
  }

  @Override
  public Optional<Expansion> expansion() {
    return Optional.of(this);
  }

  @Override
  public int size() {
    return strings;
  }

  @Override
  public BoundExpert functions() {
    return functions;
  }

  @Override
  public void responses(double[] sums, double[] responses) {
    means.responses(sums, responses);
  }

  @Override
  public void weights(double[] residual, double[] weights) {
    means.weights(residual, weights);
  }

  @Override
  public Evaluation at(Particles theta) {
    return new Responses(functions.at(theta));
  }

  private final class Responses implements Evaluation {
    private final Evaluation coefficients;
    private final double[] perString = new double[strings];

    Responses(Evaluation coefficients) {
      this.coefficients = coefficients;
    }

    @Override
    public void addMean(double[] sums) {
      require(sums.length, "sums");
      Arrays.fill(perString, 0);
      coefficients.addMean(perString);
      double[] responses = new double[inputs];
      means.responses(perString, responses);
      for (int j = 0; j < inputs; j++) {
        sums[j] += responses[j];
      }
    }

    @Override
    public void pull(double[] residual, Particles velocity) {
      require(residual.length, "residuals");
      means.weights(residual, perString);
      coefficients.pull(perString, velocity);
    }

    private void require(int length, String what) {
      if (length != inputs) {
        throw new IllegalArgumentException(
            "the circuit is bound to %d inputs, got %d %s".formatted(inputs, length, what));
      }
    }
  }
}
