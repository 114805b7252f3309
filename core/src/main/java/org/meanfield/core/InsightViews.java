package org.meanfield.core;

import org.meanfield.core.insight.Expressibility;
import org.meanfield.core.insight.FeatureSpectrum;
import org.meanfield.core.insight.Insight;
import org.meanfield.core.insight.Sampled;
import org.meanfield.core.plan.StudyPlan;

/// Insight in values that users see.
final class InsightViews {
  private InsightViews() {}

  static InsightView of(StudyPlan plan, Insight insight) {
    return new InsightView(
        plan.name(),
        plan.expert().service().description(),
        plan.seed(),
        insight.gradients().draws(),
        insight.gradients().inputs(),
        sampled(insight.gradients().mean()),
        sampled(insight.gradients().variance()),
        insight.gradients().variances().stream().map(InsightViews::sampled).toList(),
        sampled(insight.gradients().smallest()),
        sampled(insight.gradients().largest()),
        insight.spectrumDraws(),
        insight.spectrumInputs(),
        insight.spectra().stream().map(InsightViews::spectrum).toList(),
        insight.expressibility().map(InsightViews::expressibility),
        insight.inexpressible());
  }

  private static InsightView.Sampled sampled(Sampled number) {
    return new InsightView.Sampled(number.value(), number.error());
  }

  private static InsightView.Spectrum spectrum(FeatureSpectrum spectrum) {
    return new InsightView.Spectrum(
        spectrum.feature(),
        spectrum.degree(),
        spectrum.power().stream().map(InsightViews::sampled).toList(),
        spectrum.reason());
  }

  private static InsightView.Expressibility expressibility(Expressibility of) {
    return new InsightView.Expressibility(sampled(of.divergence()), of.floor(), of.pairs());
  }
}
