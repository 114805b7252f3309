package org.meanfield.experts.quantum;

import java.util.Arrays;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.FirstHarmonic;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumExpert;

/// The ring of one layer with O = (1/m) Σ_q Z_q, whose mean-field limit is known in closed form: f
/// = Σ_q Re(c̄_q e^{iθ_q}) with c_q = (cos x_q − i sin x_q Π_b cos x_b)/m over the neighbours b of
/// q on the ring. The RZ angles θ_m … θ_{2m−1} do nothing.
///
/// After the first CZ ring Z_q has the mean cos x_q and X_q the mean sin x_q Π_b cos x_b; RY(θ_q)
/// turns Z_q into cos θ_q Z_q − sin θ_q X_q; what follows is diagonal.
public final class HarmonicRing implements FirstHarmonic, QuantumExpert {
  private final int qubits;
  private final CircuitExpert circuit;

  /// @param qubits m
  /// @param circuit the same expert as a circuit
  public HarmonicRing(int qubits, CircuitExpert circuit) {
    this.qubits = qubits;
    this.circuit = circuit;
  }

  @Override
  public void coefficients(double[] x, double[] re, double[] im) {
    Arrays.fill(re, 0);
    Arrays.fill(im, 0);
    for (int q = 0; q < qubits; q++) {
      re[q] = Math.cos(x[q % x.length]) / qubits;
      im[q] = -Math.sin(x[q % x.length]) / qubits;
      if (qubits > 1) {
        im[q] *= Math.cos(x[(q + 1) % qubits % x.length]);
      }
      if (qubits > 2) {
        im[q] *= Math.cos(x[(q + qubits - 1) % qubits % x.length]);
      }
    }
  }

  @Override
  public Circuit circuit() {
    return circuit.circuit();
  }

  @Override
  public PauliSum observable() {
    return circuit.observable();
  }

  @Override
  public int parameters() {
    return circuit.parameters();
  }

  @Override
  public Regularity regularity() {
    return circuit.regularity();
  }

  @Override
  public double value(double[] theta, double[] x) {
    return circuit.value(theta, x);
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    circuit.gradient(theta, x, out);
  }

  @Override
  public BoundExpert bind(Inputs inputs) {
    return circuit.bind(inputs);
  }

  @Override
  public HarmonicRing seeded(Seeds seeds) {
    return of(circuit.seeded(seeds));
  }

  @Override
  public HarmonicRing exact() {
    return of(circuit.exact());
  }

  private HarmonicRing of(CircuitExpert other) {
    return other.equals(circuit) ? this : new HarmonicRing(qubits, other);
  }

  @Override
  public Workload workload(int inputs) {
    return circuit.workload(inputs);
  }

  @Override
  public String description() {
    return circuit.description();
  }
}
