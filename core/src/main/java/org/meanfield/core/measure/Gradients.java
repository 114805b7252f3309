package org.meanfield.core.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expansion;
import org.meanfield.api.expert.Expert;

/// The gradients ∇f(θᵢ, x_j) at each input by itself: pulls of unit residuals. Shareable.
public final class Gradients {
  private final int inputs;
  private final IntFunction<BoundExpert> bound;
  private final IntFunction<double[]> weights;

  /// Binds the expert: once where it has an [Expansion], whose planning may be dear, else to each
  /// input apart, since a pull on n inputs visits them all.
  ///
  /// @param expert f
  /// @param inputs x_0 … x_{n−1}
  public Gradients(Expert expert, Inputs inputs) {
    this.inputs = inputs.count();
    Optional<Expansion> expansion = expert.bind(inputs).expansion();
    if (expansion.isPresent()) {
      Expansion functions = expansion.get();
      this.bound = _ -> functions.functions();
      this.weights =
          j -> {
            double[] unit = new double[inputs.count()];
            unit[j] = 1;
            double[] weight = new double[functions.size()];
            functions.weights(unit, weight);
            return weight;
          };
    } else {
      List<BoundExpert> each = new ArrayList<>();
      double[] row = new double[inputs.features()];
      for (int j = 0; j < inputs.count(); j++) {
        inputs.copyRow(j, row);
        each.add(expert.bind(Inputs.of(1, inputs.features(), row)));
      }
      this.bound = each::get;
      this.weights = _ -> new double[] {1};
    }
  }

  /// {@return the number of inputs n}
  public int inputs() {
    return inputs;
  }

  /// {@return ∇f(θᵢ, x_j), one array of N·d numbers for each input, coordinate-major}
  ///
  /// @param theta N particles
  public double[][] at(Particles theta) {
    double[][] gradients = new double[inputs][];
    Particles velocity = new Particles(theta.count(), theta.dimension());
    BoundExpert latest = null;
    BoundExpert.Evaluation evaluation = null;
    for (int j = 0; j < inputs; j++) {
      BoundExpert expert = bound.apply(j);
      if (evaluation == null || !expert.equals(latest)) {
        evaluation = expert.at(theta);
        latest = expert;
      }
      evaluation.pull(weights.apply(j), velocity);
      gradients[j] = velocity.toArray();
    }
    return gradients;
  }
}
