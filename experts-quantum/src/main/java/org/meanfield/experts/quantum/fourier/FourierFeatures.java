package org.meanfield.experts.quantum.fourier;

import java.util.List;
import org.meanfield.experts.quantum.fourier.FourierPlan.Harmonics;

/// The products Π_k φ_{k,t_k}(θ_k) over a group of neighbouring parameters, the first parameter's
/// index fastest. Immutable.
///
/// @param from the group's first parameter
/// @param parameters its harmonics
record FourierFeatures(int from, List<Harmonics> parameters) {
  /// Copies the list.
  ///
  /// @param from the group's first parameter
  /// @param parameters its harmonics
  FourierFeatures {
    parameters = List.copyOf(parameters);
  }

  /// {@return the number of products}
  int terms() {
    int terms = 1;
    for (Harmonics harmonics : parameters) {
      terms *= (int) harmonics.terms();
    }
    return terms;
  }

  /// Computes all products.
  ///
  /// @param theta d angles
  /// @param out receives them
  void at(double[] theta, double[] out) {
    out[0] = 1;
    int length = 1;
    for (int k = 0; k < parameters.size(); k++) {
      Harmonics harmonics = parameters.get(k);
      double angle = harmonics.frequency() * theta[from + k];
      for (int p = 1; p <= harmonics.degree(); p++) {
        double cos = Math.cos(p * angle);
        double sin = Math.sin(p * angle);
        int cosines = (2 * p - 1) * length;
        int sines = 2 * p * length;
        for (int o = 0; o < length; o++) {
          out[cosines + o] = cos * out[o];
          out[sines + o] = sin * out[o];
        }
      }
      length *= (int) harmonics.terms();
    }
  }

  /// Computes ∂_k Σ_t y_t Π φ for the group's parameters: those after k are contracted already, and
  /// the products of those before it are the first of all products.
  ///
  /// @param theta d angles
  /// @param products what [#at] gave
  /// @param y the weights, overwritten
  /// @param gradient receives the group's derivatives
  void gradient(double[] theta, double[] products, double[] y, double[] gradient) {
    int length = terms();
    for (int k = parameters.size() - 1; k >= 0; k--) {
      Harmonics harmonics = parameters.get(k);
      length /= (int) harmonics.terms();
      double angle = harmonics.frequency() * theta[from + k];
      double sum = 0;
      for (int p = 1; p <= harmonics.degree(); p++) {
        double cos = Math.cos(p * angle);
        double sin = Math.sin(p * angle);
        int cosines = (2 * p - 1) * length;
        int sines = 2 * p * length;
        double even = 0;
        double odd = 0;
        for (int o = 0; o < length; o++) {
          even += products[o] * y[cosines + o];
          odd += products[o] * y[sines + o];
          y[o] += cos * y[cosines + o] + sin * y[sines + o];
        }
        sum += p * (cos * odd - sin * even);
      }
      gradient[from + k] = harmonics.frequency() * sum;
    }
  }

  /// Reads the number of a node of the group's grid.
  ///
  /// @param node its number
  /// @param steps receives t_k of the group's parameters, θ_k = t_k·period/(2D_k+1)
  void node(int node, int[] steps) {
    int rest = node;
    for (int k = 0; k < parameters.size(); k++) {
      int terms = (int) parameters.get(k).terms();
      steps[from + k] = rest % terms;
      rest /= terms;
    }
  }

  /// Turns values at the nodes into coefficients: for each parameter, coefficient 0 is the mean of
  /// the values v_t, that of cos p·is 2/(2D+1) Σ_t v_t cos(2πpt/(2D+1)), that of sin p likewise.
  ///
  /// @param values overwritten by coefficients; number `node·stride + o` belongs to a node, o = 0 …
  ///   stride−1
  /// @param blocks how many grids follow each other
  /// @param stride as above
  void interpolate(double[] values, int blocks, int stride) {
    int length = stride;
    int whole = stride * terms();
    for (Harmonics harmonics : parameters) {
      int terms = (int) harmonics.terms();
      double[] line = new double[terms];
      double[] cos = new double[terms];
      double[] sin = new double[terms];
      for (int t = 0; t < terms; t++) {
        cos[t] = Math.cos(t * (2 * Math.PI / terms));
        sin[t] = Math.sin(t * (2 * Math.PI / terms));
      }
      for (int start = 0; start < blocks * whole; start += terms * length) {
        for (int o = start; o < start + length; o++) {
          for (int t = 0; t < terms; t++) {
            line[t] = values[o + t * length];
          }
          for (int p = 0; 2 * p < terms; p++) {
            double even = 0;
            double odd = 0;
            for (int t = 0; t < terms; t++) {
              even += line[t] * cos[p * t % terms];
              odd += line[t] * sin[p * t % terms];
            }
            if (p == 0) {
              values[o] = even / terms;
            } else {
              values[o + (2 * p - 1) * length] = 2 * even / terms;
              values[o + 2 * p * length] = 2 * odd / terms;
            }
          }
        }
      }
      length *= terms;
    }
  }
}
