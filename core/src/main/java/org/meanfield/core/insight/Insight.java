package org.meanfield.core.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.core.plan.StudyPlan;

/// What a study's expert is like at the start, sampled; every draw follows from the study's seed.
///
/// @param gradients of the expert at the training inputs
/// @param spectra one for each feature; empty where the expert is no circuit
/// @param spectrumDraws how many parameters the spectra average over
/// @param spectrumInputs at how many inputs
/// @param expressibility of the circuit; empty where there is none
/// @param inexpressible why there is none; empty where there is one
public record Insight(
    GradientStatistics gradients,
    List<FeatureSpectrum> spectra,
    int spectrumDraws,
    int spectrumInputs,
    Optional<Expressibility> expressibility,
    String inexpressible) {
  /// Gradients kept at one time, 128 MB.
  private static final int MOST_NUMBERS = 1 << 24;

  private static final int MOST_INPUTS = 100;
  private static final int SPECTRUM_DRAWS = 64;
  private static final int SPECTRUM_INPUTS = 4;

  /// Amplitudes turned for the expressibility, some seconds.
  private static final double MOST_WORK = 1e9;

  private static final int MOST_PAIRS = 4096;

  /// Copies the list.
  public Insight {
    spectra = List.copyOf(spectra);
  }

  /// {@return what a study's expert is like}
  ///
  /// @param plan the study
  /// @param draws how many parameters are drawn for the gradients, a multiple of 32
  public static Insight of(StudyPlan plan, int draws) {
    Expert expert = plan.expert().service().exact();
    StartLaw law = plan.start().law(expert.parameters());
    Seeds seeds = Seeds.root(plan.seed()).at("insight");
    Inputs train = plan.data().train().inputs();
    int most = Math.clamp(MOST_NUMBERS / ((long) draws * expert.parameters()), 1, MOST_INPUTS);
    GradientStatistics gradients =
        GradientStatistics.of(
            expert, first(train, most), Draws.of(law, draws, seeds.at("gradients").generator()));
    if (!(expert instanceof QuantumExpert quantum)) {
      return new Insight(gradients, List.of(), 0, 0, Optional.empty(), "the expert is no circuit");
    }
    Particles few =
        Draws.of(law, Math.min(draws, SPECTRUM_DRAWS), seeds.at("spectrum").generator());
    Inputs some = first(train, SPECTRUM_INPUTS);
    List<FeatureSpectrum> spectra = new ArrayList<>();
    for (int feature = 0; feature < train.features(); feature++) {
      spectra.add(FeatureSpectrum.of(quantum, feature, some, few));
    }
    Circuit circuit = quantum.circuit();
    String inexpressible =
        circuit.isNoisy()
            ? "noise leaves no pure states to compare"
            : circuit.qubits() > Expressibility.MOST_QUBITS
                ? "states are compared on at most %d qubits".formatted(Expressibility.MOST_QUBITS)
                : "";
    double work = 2.0 * circuit.elementary().size() * (1 << Math.min(30, circuit.qubits()));
    int pairs = 16 * (int) Math.clamp(MOST_WORK / work / 16, 1, MOST_PAIRS / 16);
    return new Insight(
        gradients,
        spectra,
        few.count(),
        some.count(),
        inexpressible.isEmpty()
            ? Optional.of(
                Expressibility.of(
                    circuit,
                    first(train, MOST_INPUTS),
                    Draws.of(law, 2 * pairs, seeds.at("expressibility").generator())))
            : Optional.empty(),
        inexpressible);
  }

  private static Inputs first(Inputs inputs, int most) {
    int count = Math.min(inputs.count(), most);
    double[] rows = new double[count * inputs.features()];
    System.arraycopy(inputs.toArray(), 0, rows, 0, rows.length);
    return Inputs.of(count, inputs.features(), rows);
  }
}
