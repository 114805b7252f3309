package org.meanfield.testkit;

import java.util.List;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Workers;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;

/// A limit problem whose law is known: [CosineSum] from the uniform law.
///
/// μ_t is a product of wrapped Cauchy laws, E e^{imθ_k} = z_k^m, with z_k′ = ½ (h_k − h̄_k z_k²),
/// h_k = w_k Σ_j r_j e^{ix_jk}, F_j = Σ_k w_k Re(z_k e^{−ix_jk}), z(0) = 0; integrated here by the
/// classical Runge–Kutta method with steps of at most 1/2000, to an error below 1e-12.
///
/// **Reference.** E. Ott, T. M. Antonsen, *Low dimensional behavior of large systems of globally
/// coupled oscillators*, Chaos 18, 037113 (2008), eq. 6.
///
/// @param name for messages
/// @param expert f
/// @param data the x_j and y_j
record ExactLimit(String name, CosineSum expert, DataSet data) {
  /// The times every case is solved for.
  static final List<Double> TIMES = List.of(0.0, 0.3, 1.0, 2.0);

  private static final double STEP = 1.0 / 2000;

  /// {@return the cases: one datum, several data on the circle, a sum on T², the fixed point}
  static List<ExactLimit> all() {
    return List.of(
        oneDatum(0.9),
        circle("one shifted datum", new double[] {0.7}, new double[] {-0.6}),
        circle("two data on the circle", new double[] {0, 1.1}, new double[] {0.5, -0.3}),
        circle(
            "five data on the circle",
            new double[] {-2, -0.9, 0.2, 1.3, 2.9},
            new double[] {0.1, 0.4, 0.5, -0.2, -0.6}),
        new ExactLimit(
            "three data on the torus",
            new CosineSum(List.of(0.65, 0.35)),
            new DataSet(
                Inputs.of(3, 2, new double[] {0.1, 0.8, -1.2, 2.2, 2.5, -0.4}),
                new double[] {0.5, -0.2, 0.3})),
        fixedPoint());
  }

  /// {@return f = cos θ with one target}
  ///
  /// @param target y
  static ExactLimit oneDatum(double target) {
    return circle("one datum, target " + target, new double[] {0}, new double[] {target});
  }

  /// {@return targets that the start meets already: the law stays uniform}
  static ExactLimit fixedPoint() {
    return circle("fixed point", new double[] {0.3, -1, 2}, new double[3]);
  }

  private static ExactLimit circle(String name, double[] inputs, double[] targets) {
    return new ExactLimit(
        name,
        new CosineSum(List.of(1.0)),
        new DataSet(Inputs.of(inputs.length, 1, inputs), targets));
  }

  /// {@return the problem, from the uniform law}
  ///
  /// @param workers where it runs
  LimitProblem problem(Workers workers) {
    return new LimitProblem(
        expert, data, new StartLaw.Uniform(expert.parameters()), TIMES, workers);
  }

  /// {@return z(t): d real parts, then d imaginary parts}
  ///
  /// @param t ≥ 0
  double[] moments(double t) {
    double[] z = new double[2 * expert.parameters()];
    int steps = (int) Math.ceil(t / STEP);
    for (int step = 0; step < steps; step++) {
      double h = t / steps;
      double[] k1 = velocity(z);
      double[] k2 = velocity(moved(z, k1, h / 2));
      double[] k3 = velocity(moved(z, k2, h / 2));
      double[] k4 = velocity(moved(z, k3, h));
      for (int i = 0; i < z.length; i++) {
        z[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return z;
  }

  /// {@return r_j = y_j − F_j}
  ///
  /// @param z first moments
  double[] residual(double[] z) {
    int d = expert.parameters();
    double[] residual = data.targets();
    for (int j = 0; j < residual.length; j++) {
      for (int k = 0; k < d; k++) {
        double x = data.inputs().get(j, k);
        residual[j] -= expert.weights().get(k) * (z[k] * Math.cos(x) + z[d + k] * Math.sin(x));
      }
    }
    return residual;
  }

  private double[] velocity(double[] z) {
    int d = expert.parameters();
    double[] residual = residual(z);
    double[] velocity = new double[2 * d];
    for (int k = 0; k < d; k++) {
      double a = 0;
      double b = 0;
      for (int j = 0; j < residual.length; j++) {
        double x = data.inputs().get(j, k);
        a += expert.weights().get(k) * residual[j] * Math.cos(x);
        b += expert.weights().get(k) * residual[j] * Math.sin(x);
      }
      double u = z[k];
      double v = z[d + k];
      // h̄ z² = (a − ib)(u² − v² + 2iuv)
      velocity[k] = (a - a * (u * u - v * v) - 2 * b * u * v) / 2;
      velocity[d + k] = (b - 2 * a * u * v + b * (u * u - v * v)) / 2;
    }
    return velocity;
  }

  private static double[] moved(double[] z, double[] velocity, double h) {
    double[] moved = z.clone();
    for (int i = 0; i < z.length; i++) {
      moved[i] += h * velocity[i];
    }
    return moved;
  }

  /// {@return the density Π_k (1 − |z_k|²) / (2π |e^{iθ_k} − z_k|²)}
  ///
  /// @param z first moments
  /// @param theta d angles
  static double density(double[] z, double[] theta) {
    int d = theta.length;
    double product = 1;
    for (int k = 0; k < d; k++) {
      double u = z[k];
      double v = z[d + k];
      double x = Math.cos(theta[k]) - u;
      double y = Math.sin(theta[k]) - v;
      product *= (1 - u * u - v * v) / (2 * Math.PI * (x * x + y * y));
    }
    return product;
  }
}
