package org.meanfield.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.core.measure.SamplingError;
import org.meanfield.core.measure.WassersteinOrder;

class GuidesTest {
  @Test
  void ordersAreThoseOfTheTheory() {
    assertThat(WassersteinOrder.paper(4, 16)).isCloseTo(0.5, within(1e-15));
    assertThat(WassersteinOrder.general(3, 16)).isEqualTo(0.25);
    assertThat(WassersteinOrder.general(8, 16)).isCloseTo(0.5, within(1e-15));
    assertThat(WassersteinOrder.sharp(1, 16)).isEqualTo(1.0 / 16);
    assertThat(Guides.circleMean(1)).isCloseTo(Math.PI * Math.PI / 3, within(1e-15));
    // d = 1: π²/(3N²), attained by N equispaced points.
    assertThat(new SamplingError(1).lower(10)).isCloseTo(Math.PI * Math.PI / 300, within(1e-15));
    // Below d! atoms too: one atom in d = 2 has E ‖θ‖₁² = 2π²/3 + π²/2 > π².
    assertThat(new SamplingError(2).lower(1)).isCloseTo(Math.PI * Math.PI, within(1e-14));
  }

  @Test
  void aGuidePassesThroughTheFirstMeanAndAnAbsoluteCurveDoesNot() {
    List<Guides.Curve> curves = new Guides(16, 256).distance(1, 0.4, true, true, Double.NaN);
    assertThat(curves).extracting(Guides.Curve::key).containsExactly("paper", "exact", "floor");
    for (Guides.Curve curve : curves) {
      double first = curve.values().getFirst();
      if (curve.absolute()) {
        assertThat(first).isNotCloseTo(0.4, within(1e-3));
      } else {
        assertThat(first).isCloseTo(0.4, within(1e-12));
      }
    }
  }

  @Test
  void curvesThatCoincideAreDrawnOnce() {
    assertThat(new Guides(16, 256).distance(1, 0.4, false, true, Double.NaN))
        .extracting(Guides.Curve::key)
        .containsExactly("paper", "sharp");
    assertThat(new Guides(16, 256).distance(2, 0.4, false, true, Double.NaN))
        .extracting(Guides.Curve::key)
        .containsExactly("paper", "general", "sharp");
  }

  @Test
  void aLawWhoseLargestDensityIsKnownHasAFloor() {
    List<Guides.Curve> curves = new Guides(16, 256).distance(2, 0.4, false, true, 0.1);
    assertThat(curves).extracting(Guides.Curve::key).endsWith("floor");
    assertThat(curves.getLast().absolute()).isTrue();
    // r² 2/4 with (2r)²/2 = 1/(16 · 0.1)
    assertThat(curves.getLast().values().getFirst()).isCloseTo(0.15625, within(1e-6));
    assertThat(new Guides(16, 256).distance(2, 0.4, false, false, 0.1))
        .noneMatch(Guides.Curve::absolute);
  }

  @Test
  void otherLawsHaveNoAbsoluteCurves() {
    assertThat(new Guides(16, 256).distance(1, 0.4, false, true, Double.NaN))
        .noneMatch(Guides.Curve::absolute);
  }

  @Test
  void aSingleSizeHasNoOrder() {
    assertThat(new Guides(16, 16).coupling(0.1, 4))
        .singleElement()
        .satisfies(bound -> {
          assertThat(bound.absolute()).isTrue();
          assertThat(bound.values()).containsExactly(0.25);
        });
    assertThat(new Guides(16, 16).distance(3, 0.1, false, true, Double.NaN)).isEmpty();
  }
}
