package org.meanfield.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.testkit.DenseCircuit.Evolution;

/// The reference for circuits with noise: f = Tr(Oρ) with ρ a dense matrix, ρ ↦ UρU† gate by gate,
/// ρ ↦ Σ_s K_s ρ K_s† channel by channel, and gradients by putting −(i/2)[G, ρ] behind each gate
/// with an angle in turn. For a few qubits.
final class DenseMixture {
  private final Circuit circuit;
  private final List<ComplexMatrix> matrices;
  private final ComplexMatrix observable;

  /// @param circuit on a few qubits
  /// @param matrices of each gate U or its generator G; of noise, the identity
  /// @param observable O
  DenseMixture(Circuit circuit, List<ComplexMatrix> matrices, ComplexMatrix observable) {
    this.circuit = circuit;
    this.matrices = matrices;
    this.observable = observable;
  }

  double value(double[] theta, double[] x) {
    ComplexMatrix rho = zero();
    for (int g = 0; g < matrices.size(); g++) {
      rho = after(g, rho, theta, x);
    }
    return observable.times(rho).realTrace();
  }

  double[] gradient(double[] theta, double[] x) {
    double[] gradient = new double[circuit.parameters()];
    ComplexMatrix rho = zero();
    for (int g = 0; g < matrices.size(); g++) {
      rho = after(g, rho, theta, x);
      Optional<Evolution> evolution = Evolution.of(circuit.gates().get(g));
      if (evolution.isPresent() && evolution.get().angle().trains()) {
        ComplexMatrix generator = matrices.get(g);
        ComplexMatrix turned = generator.times(rho).plus(-1, rho.times(generator)).times(0, -0.5);
        for (int next = g + 1; next < matrices.size(); next++) {
          turned = after(next, turned, theta, x);
        }
        double derivative = observable.times(turned).realTrace();
        for (Angle.Share share : evolution.get().angle().shares()) {
          gradient[share.parameter()] += share.scale() * derivative;
        }
      }
    }
    return gradient;
  }

  /// ρ after gate g.
  private ComplexMatrix after(int g, ComplexMatrix rho, double[] theta, double[] x) {
    Gate gate = circuit.gates().get(g);
    if (gate instanceof Gate.Noise(QuantumChannel channel, int qubit)) {
      ComplexMatrix sum = rho.times(0, 0);
      for (ComplexMatrix kraus : kraus(channel, qubit)) {
        sum = sum.plus(1, kraus.times(rho).times(kraus.adjoint()));
      }
      return sum;
    }
    ComplexMatrix matrix = matrices.get(g);
    if (Evolution.of(gate).isEmpty()) {
      return matrix.times(rho).times(matrix.adjoint());
    }
    Evolution evolution = Evolution.of(gate).get();
    double half = evolution.angle().at(theta, x) / 2;
    ComplexMatrix exponent = matrix.times(0, -half);
    double bound = Math.abs(half) * evolution.bound();
    // e^A ρ e^{A†} = (e^A (e^A ρ)†)†
    return exponent
        .exponentialTimes(exponent.exponentialTimes(rho, bound).adjoint(), bound)
        .adjoint();
  }

  /// The operators as textbooks have them, Nielsen and Chuang (2000), section 8.3.
  private List<ComplexMatrix> kraus(QuantumChannel channel, int qubit) {
    List<ComplexMatrix> operators = new ArrayList<>();
    switch (channel) {
      case QuantumChannel.Flip(double px, double py, double pz) -> {
        operators.add(on(qubit, Math.sqrt(1 - px - py - pz), 1, 0, 0, 1));
        operators.add(on(qubit, Math.sqrt(px), 0, 1, 1, 0));
        // |0⟩⟨1| − |1⟩⟨0| is iY
        operators.add(on(qubit, Math.sqrt(py), 0, 1, -1, 0));
        operators.add(on(qubit, Math.sqrt(pz), 1, 0, 0, -1));
      }
      case QuantumChannel.AmplitudeDamping(double gamma) -> {
        operators.add(on(qubit, 1, 1, 0, 0, Math.sqrt(1 - gamma)));
        operators.add(on(qubit, Math.sqrt(gamma), 0, 1, 0, 0));
      }
    }
    return operators;
  }

  private ComplexMatrix on(int qubit, double factor, double... entries) {
    return ComplexMatrix.on(circuit.qubits(), List.of(qubit), entries, new double[4])
        .times(factor, 0);
  }

  private ComplexMatrix zero() {
    return ComplexMatrix.unit(1 << circuit.qubits(), 0, 0);
  }
}
