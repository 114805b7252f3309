package org.meanfield.app.study;

import java.io.PrintWriter;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.app.console.Json;

/// f(θᵢ, x_j) and ∂f(θᵢ, x_j)/∂θ_k for every particle and input, by the same two contractions that
/// train the mixture: a value is the sum over one particle, a gradient the pull-back of one
/// residual.
final class Responses {
  private final int particles;
  private final int inputs;
  private final int parameters;
  private final double[] values;
  private final double[] gradients;

  /// @param expert f
  /// @param theta N particles
  /// @param x n inputs
  Responses(Expert expert, Particles theta, Inputs x) {
    this.particles = theta.count();
    this.inputs = x.count();
    this.parameters = theta.dimension();
    this.values = new double[Math.multiplyExact(particles, inputs)];
    this.gradients = new double[Math.multiplyExact(values.length, parameters)];
    double[] row = new double[Math.max(parameters, x.features())];
    BoundExpert all = expert.bind(x);
    double[] sums = new double[inputs];
    Particles one = new Particles(1, parameters);
    for (int i = 0; i < particles; i++) {
      theta.copyRow(i, row);
      one.setRow(0, row);
      java.util.Arrays.fill(sums, 0);
      all.at(one).addMean(sums);
      System.arraycopy(sums, 0, values, i * inputs, inputs);
    }
    Particles velocity = new Particles(particles, parameters);
    double[] unit = {1};
    for (int j = 0; j < inputs; j++) {
      double[] features = new double[x.features()];
      x.copyRow(j, features);
      Inputs single = Inputs.of(1, features.length, features);
      expert.bind(single).at(theta).pull(unit, velocity);
      for (int i = 0; i < particles; i++) {
        velocity.copyRow(i, row);
        System.arraycopy(row, 0, gradients, (i * inputs + j) * parameters, parameters);
      }
    }
  }

  /// Prints one line per particle and input.
  void table(PrintWriter out) {
    StringBuilder header = new StringBuilder("particle,input,value");
    for (int k = 0; k < parameters; k++) {
      header.append(",gradient").append(k);
    }
    out.println(header);
    for (int at = 0; at < values.length; at++) {
      StringBuilder line = new StringBuilder();
      line.append(at / inputs).append(',').append(at % inputs).append(',').append(values[at]);
      for (int k = 0; k < parameters; k++) {
        line.append(',').append(gradients[at * parameters + k]);
      }
      out.println(line);
    }
  }

  /// Writes the fields of the JSON document, particle by particle, input by input.
  void document(Json json) {
    json.list(
        "values",
        () -> {
          for (int i = 0; i < particles; i++) {
            int from = i * inputs;
            json.list(() -> numbers(json, values, from, inputs));
          }
        });
    json.list(
        "gradients",
        () -> {
          for (int i = 0; i < particles; i++) {
            int particle = i;
            json.list(() -> {
              for (int j = 0; j < inputs; j++) {
                int from = (particle * inputs + j) * parameters;
                json.list(() -> numbers(json, gradients, from, parameters));
              }
            });
          }
        });
  }

  private static void numbers(Json json, double[] all, int from, int count) {
    for (int at = from; at < from + count; at++) {
      json.number(all[at]);
    }
  }
}
