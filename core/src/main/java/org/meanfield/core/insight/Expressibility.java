package org.meanfield.core.insight;

import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.quantum.Circuit;

/// How evenly a circuit's states cover the sphere: the divergence KL(P‖P_Haar) of the fidelities F
/// = |⟨ψ(θ,x)|ψ(φ,x)⟩|² of independent θ and φ from those of Haar-distributed states, P_Haar(F) =
/// (D − 1)(1 − F)^{D−2} with D = 2^m, both in 75 bins. 0 for Haar states, (D − 1) ln 75 where
/// nothing moves.
///
/// **Reference.** S. Sim, P. D. Johnson, A. Aspuru-Guzik, *Expressibility and entangling capability
/// of parameterized quantum circuits for hybrid quantum-classical algorithms*, Adv. Quantum
/// Technol. 2, 1900070 (2019), eqs. 7 to 9.
///
/// @param divergence in nats
/// @param floor what so many Haar-distributed pairs would give in the mean: (b − 1)/(2 pairs) with
///   b bins that are not empty
/// @param pairs how many fidelities were drawn
public record Expressibility(Sampled divergence, double floor, int pairs) {
  /// The most qubits for which states are prepared.
  public static final int MOST_QUBITS = 10;

  static final int BINS = 75;

  private static final int GROUPS = 16;

  /// {@return the expressibility at given draws}
  ///
  /// @param circuit without noise, of at most [#MOST_QUBITS] qubits
  /// @param inputs at least one, taken in turn
  /// @param draws independent; a multiple of 32
  public static Expressibility of(Circuit circuit, Inputs inputs, Particles draws) {
    int pairs = draws.count() / 2;
    if (pairs == 0 || pairs % GROUPS != 0 || inputs.count() == 0) {
      throw new IllegalArgumentException(
          "expressibility needs inputs and a multiple of %d draws, got %d and %d"
              .formatted(2 * GROUPS, inputs.count(), draws.count()));
    }
    PureState one = new PureState(circuit.qubits());
    PureState other = new PureState(circuit.qubits());
    double[] theta = new double[draws.dimension()];
    double[] x = new double[inputs.features()];
    int[][] counts = new int[GROUPS][BINS];
    for (int pair = 0; pair < pairs; pair++) {
      inputs.copyRow(pair % inputs.count(), x);
      draws.copyRow(2 * pair, theta);
      one.prepare(circuit, theta, x);
      draws.copyRow(2 * pair + 1, theta);
      other.prepare(circuit, theta, x);
      int bin = Math.clamp((int) (one.fidelity(other) * BINS), 0, BINS - 1);
      counts[pair % GROUPS][bin]++;
    }
    double[] haar = logHaar(1 << circuit.qubits());
    int filled = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int all = 0;
      for (int[] group : counts) {
        all += group[bin];
      }
      filled += all > 0 ? 1 : 0;
    }
    return new Expressibility(
        Sampled.jackknife(GROUPS, without -> divergence(counts, without, haar)),
        (filled - 1) / (2.0 * pairs),
        pairs);
  }

  private static double divergence(int[][] counts, int without, double[] logHaar) {
    double total = 0;
    double[] sums = new double[BINS];
    for (int group = 0; group < counts.length; group++) {
      for (int bin = 0; bin < BINS && group != without; bin++) {
        sums[bin] += counts[group][bin];
        total += counts[group][bin];
      }
    }
    double divergence = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (sums[bin] > 0) {
        double p = sums[bin] / total;
        divergence += p * (Math.log(p) - logHaar[bin]);
      }
    }
    return divergence;
  }

  /// ln((1 − l)^{D−1} − (1 − u)^{D−1}) of each bin [l, u), without underflow.
  static double[] logHaar(int dimension) {
    double[] logs = new double[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      double low = 1 - (double) bin / BINS;
      double high = 1 - (bin + 1.0) / BINS;
      int power = dimension - 1;
      logs[bin] = power * Math.log(low) + Math.log1p(-Math.pow(high / low, power));
    }
    return logs;
  }
}
