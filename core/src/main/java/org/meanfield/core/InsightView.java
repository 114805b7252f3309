package org.meanfield.core;

import java.util.List;
import java.util.Optional;

/// What a study's expert is like at the start, sampled over the start law.
///
/// @param name the study file's name without its ending
/// @param expert one line on the expert
/// @param seed every draw follows from it
/// @param draws how many parameters were drawn for gradients and kernel
/// @param inputs at how many of the training inputs, the first ones
/// @param gradientMean E ∂_k f over start law, inputs and k
/// @param gradientVariance Var ∂_k f over the start law, averaged over inputs and k
/// @param gradientVariances the same for each k
/// @param kernelSmallest λ_min of K_jk = E⟨∇f(θ, x_j), ∇f(θ, x_k)⟩
/// @param kernelLargest ‖K‖
/// @param spectrumDraws over how many parameters the spectra average
/// @param spectrumInputs over how many inputs
/// @param spectra one for each feature; empty where the expert is no circuit
/// @param expressibility of the circuit's states; empty where there is none
/// @param inexpressible why there is none; empty where there is one
public record InsightView(
    String name,
    String expert,
    long seed,
    int draws,
    int inputs,
    Sampled gradientMean,
    Sampled gradientVariance,
    List<Sampled> gradientVariances,
    Sampled kernelSmallest,
    Sampled kernelLargest,
    int spectrumDraws,
    int spectrumInputs,
    List<Spectrum> spectra,
    Optional<Expressibility> expressibility,
    String inexpressible) {
  /// Copies the lists.
  public InsightView {
    gradientVariances = List.copyOf(gradientVariances);
    spectra = List.copyOf(spectra);
  }

  /// A number estimated from independent draws.
  ///
  /// @param value the estimate
  /// @param error its standard error
  public record Sampled(double value, double error) {}

  /// The Fourier spectrum of f in one feature x_a.
  ///
  /// @param feature a
  /// @param degree the largest frequency that the encoding admits
  /// @param power E|c_ω|² for ω = 0 … degree + 2; empty where there is none
  /// @param reason why there is none; empty where there is one
  public record Spectrum(int feature, int degree, List<Sampled> power, String reason) {
    /// Copies the list.
    public Spectrum {
      power = List.copyOf(power);
    }
  }

  /// How evenly the circuit's states cover the sphere.
  ///
  /// @param divergence of the fidelities from those of Haar-distributed states, in nats
  /// @param floor what so many Haar-distributed pairs would give in the mean
  /// @param pairs how many fidelities were drawn
  public record Expressibility(Sampled divergence, double floor, int pairs) {}
}
