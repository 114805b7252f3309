package org.meanfield.core.insight;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.Expert;
import org.meanfield.core.measure.Gradients;
import org.meanfield.core.measure.TangentKernel;

/// Gradients of an expert over draws of its parameters: their variance, whose exponential smallness
/// in the number of qubits is a barren plateau, and the kernel that drives the residual.
///
/// K_jk = E⟨∇f(θ, x_j), ∇f(θ, x_k)⟩ over the start law is what r' = −K r holds for at t = 0: its
/// eigenvalues are the rates at which the residual begins to shrink.
///
/// **Reference.** J. R. McClean, S. Boixo, V. N. Smelyanskiy, R. Babbush, H. Neven, *Barren
/// plateaus in quantum neural network training landscapes*, Nat. Commun. 9, 4812 (2018).
///
/// @param draws how many parameters were drawn
/// @param inputs how many inputs were used, the first of the training data
/// @param variances Var ∂_k f over the start law, averaged over the inputs, for each k
/// @param variance their mean over k
/// @param mean E ∂_k f over start law, inputs and k
/// @param smallest λ_min(K)
/// @param largest ‖K‖ = λ_max(K)
public record GradientStatistics(
    int draws,
    int inputs,
    List<Sampled> variances,
    Sampled variance,
    Sampled mean,
    Sampled smallest,
    Sampled largest) {
  /// Groups of draws for the errors of the eigenvalues.
  static final int GROUPS = 16;

  /// Copies the list.
  public GradientStatistics {
    variances = List.copyOf(variances);
  }

  /// {@return the statistics at given draws}
  ///
  /// @param expert f
  /// @param inputs at least one
  /// @param draws independent, a multiple of 16 of them
  public static GradientStatistics of(Expert expert, Inputs inputs, Particles draws) {
    int count = draws.count();
    if (count == 0 || count % GROUPS != 0 || inputs.count() == 0) {
      throw new IllegalArgumentException(
          "gradients need inputs and a multiple of %d draws, got %d and %d"
              .formatted(GROUPS, inputs.count(), count));
    }
    double[][] gradients = new Gradients(expert, inputs).at(draws);
    int d = draws.dimension();
    double[][] squares = new double[d][count];
    double[] means = new double[count];
    for (double[] gradient : gradients) {
      for (int k = 0; k < d; k++) {
        double mean = 0;
        for (int i = 0; i < count; i++) {
          mean += gradient[k * count + i] / count;
        }
        for (int i = 0; i < count; i++) {
          double off = gradient[k * count + i] - mean;
          // Averages of these over the draws are unbiased variances.
          squares[k][i] += off * off * count / (count - 1.0) / gradients.length;
          means[i] += gradient[k * count + i] / gradients.length / d;
        }
      }
    }
    List<Sampled> variances = new ArrayList<>();
    double[] all = new double[count];
    for (int k = 0; k < d; k++) {
      variances.add(Sampled.mean(squares[k]));
      for (int i = 0; i < count; i++) {
        all[i] += squares[k][i] / d;
      }
    }
    double[][] spectrum = extremes(gradients, count);
    return new GradientStatistics(
        count,
        inputs.count(),
        variances,
        Sampled.mean(all),
        Sampled.mean(means),
        Sampled.jackknife(GROUPS, group -> spectrum[0][group + 1]),
        Sampled.jackknife(GROUPS, group -> spectrum[1][group + 1]));
  }

  /// λ_min and λ_max of K over all draws, and then without one group each.
  private static double[][] extremes(double[][] gradients, int count) {
    int n = gradients.length;
    int size = count / GROUPS;
    TangentKernel whole = new TangentKernel(n);
    TangentKernel[] parts = new TangentKernel[GROUPS];
    for (int g = 0; g < GROUPS; g++) {
      parts[g] = new TangentKernel(n);
      parts[g].add(gradients, count, g * size, (g + 1) * size);
      whole.add(parts[g], 1);
    }
    double[][] extremes = new double[2][GROUPS + 1];
    for (int left = -1; left < GROUPS; left++) {
      double used = left < 0 ? count : count - size;
      TangentKernel kernel = new TangentKernel(n);
      kernel.add(whole, 1 / used);
      if (left >= 0) {
        kernel.add(parts[left], -1 / used);
      }
      TangentKernel.Extremes ends = kernel.extremes();
      extremes[0][left + 1] = ends.smallest();
      extremes[1][left + 1] = ends.largest();
    }
    return extremes;
  }
}
