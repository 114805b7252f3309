package org.meanfield.experts.quantum.shots;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.quantum.QuantumBackend;

/// Offers `meanfield:shots`.
public final class ShotsBackendProvider implements QuantumBackendProvider {
  static final Setting<Integer> SHOTS =
      Setting.integer(
          "shots", 1000, 1, 1_000_000, "measurements of each Pauli term for each value of f");
  static final Setting<QuantumBackend> OVER =
      Setting.service(
          "over",
          QuantumBackendProvider.class,
          QuantumBackend.class,
          "auto",
          "the exact backend that gives the probabilities");

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:shots",
              "finitely many measurements, as a quantum computer makes them; gradients by the"
                  + " parameter-shift rule; unbiased, not exact")
          .settings(SHOTS, OVER)
          .citing(
              new Citation(
                  "wierichs-2022",
                  "D. Wierichs, J. Izaac, C. Wang, C. Y.-Y. Lin, General parameter-shift rules for quantum gradients, Quantum 6, 677, 2022",
                  "https://arxiv.org/abs/2107.12390"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public QuantumBackend create(Settings settings) {
    return new ShotsBackend(settings.get(OVER), settings.get(SHOTS), ShotsBackend.UNSEEDED);
  }
}
