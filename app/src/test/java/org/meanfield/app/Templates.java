package org.meanfield.app;

/// The circuits of the contract's table of templates, gate by gate.
enum Templates {
  RING {
    @Override
    double value(int m, int layers, double[] theta, double[] x) {
      DenseCircuit state = new DenseCircuit(m);
      encode(state, m, x);
      ring(state, m);
      int k = 0;
      for (int layer = 0; layer < layers; layer++) {
        for (int q = 0; q < m; q++) {
          state.rotate(theta[k++], 'Y', q);
        }
        for (int q = 0; q < m; q++) {
          state.rotate(theta[k++], 'Z', q);
        }
        ring(state, m);
      }
      double sum = 0;
      for (int q = 0; q < m; q++) {
        sum += state.z(q);
      }
      return sum / m;
    }

    @Override
    int parameters(int m, int layers) {
      return 2 * m * layers;
    }
  },

  LINE {
    @Override
    double value(int m, int layers, double[] theta, double[] x) {
      DenseCircuit state = new DenseCircuit(m);
      int k = 0;
      for (int layer = 0; layer < layers; layer++) {
        encode(state, m, x);
        for (int q = 0; q < m; q++) {
          state.rotate(theta[k++], 'X', q);
        }
        for (int q = 0; q < m - 1; q++) {
          state.cnot(q, q + 1);
        }
      }
      return state.z(0);
    }

    @Override
    int parameters(int m, int layers) {
      return m * layers;
    }
  },

  HEIS {
    @Override
    double value(int m, int layers, double[] theta, double[] x) {
      DenseCircuit state = new DenseCircuit(m);
      encode(state, m, x);
      int k = 0;
      for (int layer = 0; layer < layers; layer++) {
        for (int q = 0; q < m - 1; q++) {
          state.rotate(theta[k++], 'X', q, q + 1);
          state.rotate(theta[k++], 'Y', q, q + 1);
          state.rotate(theta[k++], 'Z', q, q + 1);
        }
        for (int q = 0; q < m; q++) {
          state.rotate(x[q % x.length], 'X', q);
        }
      }
      return state.z(0);
    }

    @Override
    int parameters(int m, int layers) {
      return 3 * (m - 1) * layers;
    }
  };

  /// {@return f(θ, x)}
  abstract double value(int m, int layers, double[] theta, double[] x);

  /// {@return d}
  abstract int parameters(int m, int layers);

  /// {@return ∂f/∂θ_k = (f(θ_k + π/2) − f(θ_k − π/2))/2, exact where θ_k drives one gate with G² =
  /// I}
  ///
  /// **Reference.** M. Schuld et al., *Evaluating analytic gradients on quantum hardware*, Phys.
  /// Rev. A 99, 032331 (2019).
  double derivative(int m, int layers, double[] theta, double[] x, int k) {
    double[] shifted = theta.clone();
    shifted[k] = theta[k] + Math.PI / 2;
    double above = value(m, layers, shifted, x);
    shifted[k] = theta[k] - Math.PI / 2;
    return (above - value(m, layers, shifted, x)) / 2;
  }

  private static void encode(DenseCircuit state, int m, double[] x) {
    for (int q = 0; q < m; q++) {
      state.rotate(x[q % x.length], 'Y', q);
    }
  }

  private static void ring(DenseCircuit state, int m) {
    if (m == 2) {
      state.cz(0, 1);
    } else if (m > 2) {
      for (int q = 0; q < m; q++) {
        state.cz(q, (q + 1) % m);
      }
    }
  }
}
