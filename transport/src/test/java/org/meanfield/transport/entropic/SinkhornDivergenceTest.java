package org.meanfield.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.transport.Discrepancies;
import org.meanfield.transport.RandomClouds;

/// The divergence against closed forms.
class SinkhornDivergenceTest {
  @Test
  void theDivergenceOfTwoPointsIsTheirSquaredDistance() throws BadInput {
    // One point each: all three plans are the product, so OT_ε is the cost.
    Measured found =
        Discrepancies.measured(
            divergence(0.1), Discrepancies.at(0.1), Discrepancies.at(0.8), Metric.L2);
    assertThat(found.value()).isCloseTo(0.49, within(found.error() + 1e-15));
  }

  @Test
  void theDivergenceHasLessBiasThanEntropicTransport() throws BadInput {
    // A cloud of width one and itself moved by 0.2: W2² = 0.04.
    RandomGenerator random = RandomClouds.random("bias");
    int n = 200;
    double[] points = random.doubles(2L * n, 0, 1).toArray();
    double[] moved = points.clone();
    for (int i = 0; i < n; i++) {
      moved[i] += 0.2;
    }
    EmpiricalMeasure one = EmpiricalMeasure.uniform(Particles.of(n, 2, points));
    EmpiricalMeasure other = EmpiricalMeasure.uniform(Particles.of(n, 2, moved));
    Measured found = Discrepancies.measured(divergence(0.1), one, other, Metric.L2);
    // S_ε of a translation by squared ℓ2 costs is exactly its squared length.
    assertThat(found.value()).isCloseTo(0.04, within(found.error()));
    assertThat(found.error()).isLessThan(1e-4);
  }

  private static Discrepancy divergence(double epsilon) throws BadInput {
    SinkhornDivergenceProvider provider = new SinkhornDivergenceProvider();
    return provider.create(
        Settings.defaults(provider.descriptor().settings())
            .with(SinkhornSettings.EPSILON, epsilon));
  }
}
