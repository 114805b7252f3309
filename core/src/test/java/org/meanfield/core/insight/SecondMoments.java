package org.meanfield.core.insight;

/// The exact second moments of the circuits of McClean et al. (2018): RY(π/4) on every qubit, then
/// layers of RX, RY or RZ, drawn for each qubit and layer, by uniform angles, and a ladder of CZ.
///
/// In the Heisenberg picture the observable is Σ_P c_P P. Averaged over a layer E c_P c_Q stays 0
/// for P ≠ Q, and E c_P² goes from each letter to itself with 2/3 and to each of the two others
/// with 1/6; CZ only renames strings. So E c_P² is a Markov chain on 4^m strings.
final class SecondMoments {
  /// The squared Bloch vector (X, Y, Z) after RY(π/4)|0⟩.
  private static final double[] BLOCH = {0.5, 0, 0.5};

  private SecondMoments() {}

  /// {@return Var ∂f/∂θ_0 of Z_0Z_1, θ_0 the first angle on qubit 0}
  ///
  /// @param qubits m ≥ 2
  /// @param layers L ≥ 1
  static double variance(int qubits, int layers) {
    // Letters of a string in base 4, qubit 0 first: I, X, Y, Z.
    double[] moments = new double[1 << (2 * qubits)];
    moments[(3 << (2 * (qubits - 1))) | (3 << (2 * (qubits - 2)))] = 1;
    for (int layer = layers - 1; layer > 0; layer--) {
      moments = renamed(qubits, moments);
      for (int q = 0; q < qubits; q++) {
        moments = mixed(q, moments);
      }
    }
    moments = renamed(qubits, moments);
    double sum = 0;
    for (int p = 0; p < moments.length; p++) {
      double product = moments[p] * derivative(letter(p, qubits - 1));
      for (int place = 0; place < qubits - 1; place++) {
        product *= square(letter(p, place));
      }
      sum += product;
    }
    return sum;
  }

  private static int letter(int string, int place) {
    return (string >> (2 * place)) & 3;
  }

  private static double[] mixed(int place, double[] moments) {
    double[] mixed = new double[moments.length];
    for (int p = 0; p < moments.length; p++) {
      int letter = letter(p, place);
      for (int to = 1; to < 4 && letter != 0; to++) {
        int target = (p & ~(3 << (2 * place))) | (to << (2 * place));
        mixed[target] += moments[p] * (to == letter ? 2.0 / 3 : 1.0 / 6);
      }
      mixed[p] += letter == 0 ? moments[p] : 0;
    }
    return mixed;
  }

  /// The ladder of CZ on neighbours: X and Y of one multiply the other by Z.
  private static double[] renamed(int qubits, double[] moments) {
    double[] renamed = new double[moments.length];
    for (int p = 0; p < moments.length; p++) {
      int flips = 0;
      int signs = 0;
      for (int place = 0; place < qubits; place++) {
        int letter = letter(p, place);
        flips |= (letter == 1 || letter == 2 ? 1 : 0) << place;
        signs |= (letter == 2 || letter == 3 ? 1 : 0) << place;
      }
      int target = 0;
      for (int place = 0; place < qubits; place++) {
        int neighbours = (place > 0 ? flips >> (place - 1) : 0) ^ (flips >> (place + 1));
        int sign = ((signs >> place) ^ neighbours) & 1;
        int flip = (flips >> place) & 1;
        target |= (flip == 1 ? 1 + sign : 3 * sign) << (2 * place);
      }
      renamed[target] += moments[p];
    }
    return renamed;
  }

  /// E⟨P⟩² on one qubit behind its first rotation.
  private static double square(int letter) {
    double sum = letter == 0 ? 1 : 0;
    for (int to = 1; to < 4 && letter != 0; to++) {
      sum += (to == letter ? 2.0 / 3 : 1.0 / 6) * BLOCH[to - 1];
    }
    return sum;
  }

  /// E(∂⟨P⟩)² on the first qubit: about each axis but P itself, −sin P + cos P′.
  private static double derivative(int letter) {
    double sum = 0;
    for (int axis = 1; axis < 4 && letter != 0; axis++) {
      if (axis != letter) {
        int other = 6 - axis - letter;
        sum += (BLOCH[letter - 1] + BLOCH[other - 1]) / 2 / 3;
      }
    }
    return sum;
  }
}
