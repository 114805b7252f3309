package org.meanfield.experts.quantum.statevector;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The space of the real start states ψ_j = V_0(x_j)|0⟩, where the circuit meets the inputs nowhere
/// else: ψ_j = Σ_a C_ja e_a with an orthonormal basis of s ≤ min(n, 2^m) vectors. Immutable.
///
/// Then Σ_j r_j f(θ, x_j) = Tr(U ρ U†O) with ρ = Σ_j r_j ψ_jψ_jᵀ the same for all particles, a sum
/// of at most s signed squares: the pull-back sweeps those instead of n states. And f(θ, x_j) =
/// Σ_ab C_ja C_jb Re⟨e_a|U†OU|e_b⟩: the responses of all inputs follow from s sweeps.
final class StartSpan {
  /// A start state closer to the span than this lies in it: f then errs by twice as much.
  private static final double NEAR = 1e-13;

  /// Larger spans are not looked for: their squares take longer than they save.
  private static final int MOST = 128;

  /// Multiplications that the basis may take.
  private static final double MOST_WORK = 2e8;

  private final int inputs;
  private final int amplitudes;
  private final int dimension;
  private final double[] basis;

  /// C, a row of n numbers for each vector of the basis.
  private final double[] coordinates;

  private StartSpan(
      int inputs, int amplitudes, int dimension, double[] basis, double[] coordinates) {
    this.inputs = inputs;
    this.amplitudes = amplitudes;
    this.dimension = dimension;
    this.basis = basis;
    this.coordinates = coordinates;
  }

  /// {@return the largest span that is looked for}
  ///
  /// @param inputs n
  /// @param amplitudes 2^m
  static int most(int inputs, double amplitudes) {
    double affordable = MOST_WORK / (4.0 * Math.max(1, inputs) * amplitudes);
    return (int) Math.min(Math.min(MOST, inputs - 1), affordable);
  }

  /// {@return the span of states; empty if it is too large to be of use}
  ///
  /// @param states 2^m numbers each, of norm 1
  /// @param inputs how many
  /// @param amplitudes 2^m
  static Optional<StartSpan> of(double[] states, int inputs, int amplitudes) {
    int most = Math.min(most(inputs, amplitudes), inputs);
    double[] basis = new double[Math.max(0, most) * amplitudes];
    double[] rest = new double[amplitudes];
    int dimension = 0;
    for (int j = 0; j < inputs; j++) {
      System.arraycopy(states, j * amplitudes, rest, 0, amplitudes);
      // Twice is enough: what rounding leaves along the basis is gone then.
      project(basis, dimension, rest, null, 0, 0);
      project(basis, dimension, rest, null, 0, 0);
      double norm = Math.sqrt(dot(rest, 0, rest, 0, amplitudes));
      if (norm > NEAR) {
        if (dimension >= most) {
          return Optional.empty();
        }
        for (int b = 0; b < amplitudes; b++) {
          basis[dimension * amplitudes + b] = rest[b] / norm;
        }
        dimension++;
      }
    }
    double[] coordinates = new double[dimension * inputs];
    for (int j = 0; j < inputs; j++) {
      System.arraycopy(states, j * amplitudes, rest, 0, amplitudes);
      project(basis, dimension, rest, coordinates, j, inputs);
    }
    return Optional.of(
        new StartSpan(
            inputs,
            amplitudes,
            dimension,
            Arrays.copyOf(basis, dimension * amplitudes),
            coordinates));
  }

  /// Takes the parts along the basis away, and tells them.
  private static void project(
      double[] basis, int dimension, double[] rest, double @Nullable [] parts, int at, int step) {
    int amplitudes = rest.length;
    for (int a = 0; a < dimension; a++) {
      double part = dot(basis, a * amplitudes, rest, 0, amplitudes);
      for (int b = 0; b < amplitudes; b++) {
        rest[b] -= part * basis[a * amplitudes + b];
      }
      if (parts != null) {
        parts[a * step + at] = part;
      }
    }
  }

  private static double dot(double[] x, int i, double[] y, int j, int size) {
    double sum = 0;
    for (int b = 0; b < size; b++) {
      sum += x[i + b] * y[j + b];
    }
    return sum;
  }

  /// {@return s}
  int dimension() {
    return dimension;
  }

  /// {@return the e_a, 2^m numbers each}
  double[] basis() {
    return basis;
  }

  /// Splits ρ = Σ_j r_j ψ_jψ_jᵀ into signed squares.
  ///
  /// @param residual the r_j
  /// @param squares working storage of size s
  /// @param parts receives the squares in the basis, s numbers each
  /// @param weights receives the weights
  /// @param vectors receives the squares, 2^m numbers each
  /// @return how many
  int split(
      double[] residual,
      SignedSquares squares,
      double[] parts,
      double[] weights,
      double[] vectors) {
    double[] density = squares.matrix();
    for (int a = 0; a < dimension; a++) {
      for (int b = a; b < dimension; b++) {
        double sum = 0;
        for (int j = 0; j < inputs; j++) {
          sum += residual[j] * coordinates[a * inputs + j] * coordinates[b * inputs + j];
        }
        density[a * dimension + b] = sum;
      }
    }
    int rank = squares.split(weights, parts);
    Arrays.fill(vectors, 0, rank * amplitudes, 0);
    for (int k = 0; k < rank; k++) {
      for (int a = 0; a < dimension; a++) {
        double part = parts[k * dimension + a];
        for (int b = 0; b < amplitudes; b++) {
          vectors[k * amplitudes + b] += part * basis[a * amplitudes + b];
        }
      }
    }
    return rank;
  }

  /// Adds Σ_ab C_ja C_jb G_ab for all inputs.
  ///
  /// @param gram G, s×s; only entries on and above the diagonal are read
  /// @param row receives working storage, n numbers
  /// @param sums n numbers, added to
  void addForms(double[] gram, double[] row, double[] sums) {
    for (int a = 0; a < dimension; a++) {
      Arrays.fill(row, 0);
      for (int b = a; b < dimension; b++) {
        double entry = (a == b ? 1 : 2) * gram[a * dimension + b];
        for (int j = 0; j < inputs; j++) {
          row[j] += entry * coordinates[b * inputs + j];
        }
      }
      for (int j = 0; j < inputs; j++) {
        sums[j] += coordinates[a * inputs + j] * row[j];
      }
    }
  }
}
