package org.meanfield.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EmpiricalMeasureTest {
  private static final Particles TWO = Particles.of(2, 1, new double[] {0.5, 1.5});

  @Test
  void uniformWeightsAreOneOverTheSize() {
    EmpiricalMeasure measure = EmpiricalMeasure.uniform(TWO);
    assertThat(measure.weights()).containsExactly(0.5, 0.5);
    assertThat(measure.isUniform()).isTrue();
    assertThat(measure.coordinate(1, 0)).isEqualTo(1.5);
    assertThat(measure.size()).isEqualTo(2);
    assertThat(measure.dimension()).isEqualTo(1);
  }

  @Test
  void weightsAreDividedByTheirSum() {
    EmpiricalMeasure measure = EmpiricalMeasure.weighted(TWO, new double[] {3, 1});
    assertThat(measure.weights()).containsExactly(0.75, 0.25);
    assertThat(measure.isUniform()).isFalse();
    assertThat(EmpiricalMeasure.weighted(TWO, new double[] {3, 3}).isUniform()).isTrue();
    assertThat(EmpiricalMeasure.weighted(TWO, new double[] {0, 2}).weight(0)).isZero();
  }

  @Test
  void weightsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> EmpiricalMeasure.weighted(TWO, new double[] {1, -1}))
        .hasMessage("weight 1 is -1.0; weights must be finite and ≥ 0");
    assertThatThrownBy(() -> EmpiricalMeasure.weighted(TWO, new double[] {Double.NaN, 1}))
        .hasMessage("weight 0 is NaN; weights must be finite and ≥ 0");
    assertThatThrownBy(() -> EmpiricalMeasure.weighted(TWO, new double[2]))
        .hasMessage("weights sum to 0.0; the sum must be > 0");
    assertThatThrownBy(() -> EmpiricalMeasure.weighted(TWO, new double[] {1}))
        .hasMessage("2 points need as many weights, got 1");
  }

  @Test
  void pointsThatAreNoneAreRefused() {
    assertThatThrownBy(() ->
            EmpiricalMeasure.uniform(
                Particles.of(2, 2, new double[] {0, 0, 0, Double.POSITIVE_INFINITY})))
        .hasMessage("point 1 has coordinate 1 = Infinity; coordinates must be finite");
    assertThatThrownBy(() -> EmpiricalMeasure.uniform(new Particles(0, 1)))
        .hasMessage("a measure needs at least one point, got none");
  }

  @Test
  void nothingInsideCanBeChanged() {
    Particles points = Particles.of(2, 1, new double[] {0.5, 1.5});
    double[] weights = {3, 1};
    EmpiricalMeasure measure = EmpiricalMeasure.weighted(points, weights);
    points.fill(9);
    weights[0] = 9;
    measure.points()[0] = 9;
    measure.weights()[0] = 9;
    assertThat(measure.points()).containsExactly(0.5, 1.5);
    assertThat(measure.weights()).containsExactly(0.75, 0.25);
  }
}
