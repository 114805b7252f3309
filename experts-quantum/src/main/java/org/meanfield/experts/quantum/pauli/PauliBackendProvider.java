package org.meanfield.experts.quantum.pauli;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.experts.quantum.program.Precision;

/// Offers `meanfield:pauli`.
public final class PauliBackendProvider implements QuantumBackendProvider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:pauli",
              "the observable as a sum of Pauli strings, moved back through the circuit once for all"
                  + " inputs, wherever features enter; exact, with noise that shrinks strings")
          .settings(Precision.SETTING)
          .claims(new Trait.ExactGradient(1e-10), Precision.CLAIM)
          .citing(
              new Citation(
                  "rall-2019",
                  "P. Rall, D. Liang, J. Cook, W. Kretschmer, Simulation of qubit quantum circuits via Pauli propagation, Phys. Rev. A 99, 062337, 2019",
                  "https://arxiv.org/abs/1901.09070"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public QuantumBackend create(Settings settings) {
    return new PauliBackend(PauliKernels.best(Precision.of(settings)));
  }
}
