package org.meanfield.limits.volume;

/// How the density at a face is found from the averages of the cells around it, and how time goes.
///
/// The time steps are those of Shu and Osher that are convex combinations of Euler steps: what one
/// Euler step keeps (mass, positivity), they keep.
///
/// **References.** B. van Leer, *Towards the ultimate conservative difference scheme V*, J. Comput.
/// Phys. 32, 101–136 (1979). R. Borges, M. Carmona, B. Costa, W. S. Don, *An improved weighted
/// essentially non-oscillatory scheme for hyperbolic conservation laws*, J. Comput. Phys. 227,
/// 3191–3211 (2008), eqs. 28 and 30. C.-W. Shu, S. Osher, *Efficient implementation of essentially
/// non-oscillatory shock-capturing schemes*, J. Comput. Phys. 77, 439–471 (1988).
enum FluxScheme {
  /// The average of the cell upstream, Euler steps; order 1.
  UPWIND("upwind", 1, 1) {
    @Override
    double face(double a, double b, double c, double d, double e) {
      return c;
    }
  },

  /// Linear in each cell with van Leer's harmonic limiter, Heun's steps; order 2.
  MUSCL("muscl", 2, 2) {
    @Override
    double face(double a, double b, double c, double d, double e) {
      double left = c - b;
      double right = d - c;
      return left * right > 0 ? c + left * right / (left + right) : c;
    }
  },

  /// Weighted essentially non-oscillatory of order 5 with the weights of Borges and others, three
  /// stages of order 3 with Δt ~ h^{5/3}; order 5.
  WENO5("weno5", 5, 3) {
    @Override
    double face(double a, double b, double c, double d, double e) {
      double beta0 = smoothness(a - 2 * b + c, a - 4 * b + 3 * c);
      double beta1 = smoothness(b - 2 * c + d, b - d);
      double beta2 = smoothness(c - 2 * d + e, 3 * c - 4 * d + e);
      double tau = Math.abs(beta0 - beta2);
      double w0 = weight(1, tau / (beta0 + TINY));
      double w1 = weight(6, tau / (beta1 + TINY));
      double w2 = weight(3, tau / (beta2 + TINY));
      return (w0 * (2 * a - 7 * b + 11 * c) + w1 * (5 * c - b + 2 * d) + w2 * (2 * c + 5 * d - e))
          / (6 * (w0 + w1 + w2));
    }
  };

  /// Keeps 0/0 away where the density is constant.
  private static final double TINY = 1e-40;

  private final String word;
  private final int order;
  private final int stages;

  FluxScheme(String word, int order, int stages) {
    this.word = word;
    this.order = order;
    this.stages = stages;
  }

  private static double smoothness(double second, double first) {
    return 13.0 / 12 * second * second + first * first / 4;
  }

  private static double weight(double linear, double ratio) {
    return linear * (1 + ratio * ratio);
  }

  /// {@return the density at the face after the third of five cells}
  ///
  /// @param a two cells upstream of the donor
  /// @param b the cell upstream of it
  /// @param c the donor: the cell that the flow leaves through the face
  /// @param d the cell that it enters
  /// @param e the cell downstream of that
  abstract double face(double a, double b, double c, double d, double e);

  /// {@return the order of error in h}
  int order() {
    return order;
  }

  /// {@return the number of Euler steps in a step}
  int stages() {
    return stages;
  }

  /// {@return the part of the state at the step's beginning in the outcome of a stage}
  ///
  /// @param stage from 0
  double kept(int stage) {
    return stage == 0 ? 0 : stage == 2 ? 1.0 / 3 : stages == 2 ? 1.0 / 2 : 3.0 / 4;
  }

  /// {@return how far a step may carry, in radians: half a cell, so that a cell that leaks through
  /// both of its faces is not overdrawn; less where the order in time would show}
  ///
  /// @param width h
  double reach(double width) {
    return this == WENO5 ? Math.min(width / 2, Math.pow(width, 5.0 / 3)) : width / 2;
  }

  /// {@return the word for it in a study file}
  String word() {
    return word;
  }

  /// {@return the scheme of a word}
  static FluxScheme of(String word) {
    for (FluxScheme scheme : values()) {
      if (scheme.word.equals(word)) {
        return scheme;
      }
    }
    throw new IllegalArgumentException("no scheme is called " + word);
  }
}
