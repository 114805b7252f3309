package org.meanfield.experts.quantum.fourier;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.QuantumBackend;

/// Offers `meanfield:fourier`.
public final class FourierBackendProvider implements QuantumBackendProvider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:fourier",
              "the circuit as a black box that is a trigonometric polynomial, interpolated once per"
                  + " input; exact, for up to %d parameters".formatted(FourierPlan.MOST_PARAMETERS))
          .claims(new Trait.ExactGradient(1e-10))
          .citing(
              new Citation(
                  "schuld-2021",
                  "M. Schuld, R. Sweke, J. J. Meyer, Effect of data encoding on the expressive power of variational quantum-machine-learning models, Phys. Rev. A 103, 032430, 2021",
                  "https://arxiv.org/abs/2008.08605"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public QuantumBackend create(Settings settings) {
    return new FourierBackend();
  }
}
