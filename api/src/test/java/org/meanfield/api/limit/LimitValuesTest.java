package org.meanfield.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;

class LimitValuesTest {
  @Test
  void gridsHaveTheLastCoordinateFastest() {
    double[] values = new double[12 * 12];
    Arrays.fill(values, 1 / (4 * Math.PI * Math.PI));
    GridDensity density = new GridDensity(2, 12, values);
    assertThat(density.coordinate(1, 1)).isCloseTo(Math.PI / 6, within(1e-15));
    assertThat(density.coordinate(1, 0)).isZero();
    assertThat(density.coordinate(13, 0)).isCloseTo(Math.PI / 6, within(1e-15));
    assertThat(density.mass()).isCloseTo(1, within(1e-13));
    assertThat(density.size()).isEqualTo(144);
  }

  @Test
  void valuesThatDoNotFitTheGridAreRefused() {
    assertThatThrownBy(() -> new GridDensity(2, 3, new double[8]))
        .hasMessage("a grid of 3 points on each of 2 axes does not fit 8 values");
  }

  @Test
  void startsHaveEqualWeights() {
    Particles points = new Particles(2, 3);
    assertThat(new StartLaw.Atoms(EmpiricalMeasure.uniform(points)).dimension()).isEqualTo(3);
    assertThatThrownBy(
            () -> new StartLaw.Atoms(EmpiricalMeasure.weighted(points, new double[] {1, 2})))
        .hasMessage("a start law of atoms needs equal weights");
  }
}
