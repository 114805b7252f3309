package org.meanfield.core.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.Expert;

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
    double[][] gradients = gradients(expert, inputs, draws);
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

  /// ∇f(θ_i, x_j), coordinate-major, one array for each input.
  private static double[][] gradients(Expert expert, Inputs inputs, Particles draws) {
    double[][] gradients = new double[inputs.count()][];
    double[] row = new double[inputs.features()];
    for (int j = 0; j < inputs.count(); j++) {
      inputs.copyRow(j, row);
      Particles velocity = new Particles(draws.count(), draws.dimension());
      expert.bind(Inputs.of(1, inputs.features(), row)).at(draws).pull(new double[] {1}, velocity);
      gradients[j] = velocity.toArray();
    }
    return gradients;
  }

  /// λ_min and λ_max of K over all draws, and then without one group each.
  private static double[][] extremes(double[][] gradients, int count) {
    int n = gradients.length;
    double[][][] parts = new double[GROUPS][n][n];
    double[][] whole = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b <= a; b++) {
        double[] sums = products(gradients[a], gradients[b], count);
        for (int g = 0; g < GROUPS; g++) {
          parts[g][a][b] = sums[g];
          parts[g][b][a] = sums[g];
          whole[a][b] += sums[g];
        }
        whole[b][a] = whole[a][b];
      }
    }
    double[][] extremes = new double[2][GROUPS + 1];
    for (int left = -1; left < GROUPS; left++) {
      int used = left < 0 ? count : count - count / GROUPS;
      double[][] kernel = new double[n][n];
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          kernel[a][b] = (whole[a][b] - (left < 0 ? 0 : parts[left][a][b])) / used;
        }
      }
      double[] eigenvalues =
          new EigenDecomposition(new Array2DRowRealMatrix(kernel, false)).getRealEigenvalues();
      extremes[0][left + 1] = Arrays.stream(eigenvalues).min().orElseThrow();
      extremes[1][left + 1] = Arrays.stream(eigenvalues).max().orElseThrow();
    }
    return extremes;
  }

  /// Σ_i ⟨∇f(θ_i, x_a), ∇f(θ_i, x_b)⟩ over the draws of each group, which are neighbours.
  private static double[] products(double[] a, double[] b, int count) {
    double[] sums = new double[GROUPS];
    int size = count / GROUPS;
    for (int at = 0; at < a.length; at += size) {
      double sum = 0;
      for (int i = at; i < at + size; i++) {
        sum += a[i] * b[i];
      }
      sums[at % count / size] += sum;
    }
    return sums;
  }
}
