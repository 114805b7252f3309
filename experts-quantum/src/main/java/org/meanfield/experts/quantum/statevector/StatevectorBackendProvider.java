package org.meanfield.experts.quantum.statevector;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.experts.quantum.program.Precision;

/// Offers `meanfield:statevector`.
public final class StatevectorBackendProvider implements QuantumBackendProvider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:statevector",
              "one state vector per particle and input, particles side by side; exact, for every circuit")
          .settings(Precision.SETTING)
          .claims(new Trait.ExactGradient(1e-10), Precision.CLAIM)
          .citing(
              new Citation(
                  "jones-gacon-2020",
                  "T. Jones, J. Gacon, Efficient calculation of gradients in classical simulations of variational quantum algorithms, 2020",
                  "https://arxiv.org/abs/2009.02823"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public QuantumBackend create(Settings settings) {
    return new StatevectorBackend(Precision.of(settings));
  }
}
