package org.meanfield.experts.quantum.density;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.QuantumBackend;

/// Offers `meanfield:density`.
public final class DensityBackendProvider implements QuantumBackendProvider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:density",
              "density matrices, so circuits with any noise, particles side by side; exact, for up"
                  + " to %d qubits".formatted(DensityBackend.MOST_QUBITS))
          .claims(new Trait.ExactGradient(1e-10))
          .citing(
              new Citation(
                  "nielsen-chuang-2000",
                  "M. A. Nielsen, I. L. Chuang, Quantum Computation and Quantum Information, Cambridge University Press, 2000, chapter 8",
                  "https://doi.org/10.1017/CBO9780511976667"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public QuantumBackend create(Settings settings) {
    return new DensityBackend();
  }
}
