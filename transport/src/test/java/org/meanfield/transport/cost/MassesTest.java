package org.meanfield.transport.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.transport.RandomClouds;

class MassesTest {

  @Test
  void bothSidesHaveExactlyTheSameSum() {
    RandomGenerator random = RandomClouds.random("sums");
    for (int draw = 0; draw < 50; draw++) {
      Masses masses =
          Masses.of(
              RandomClouds.weighted(1 + random.nextInt(300), 1, random),
              RandomClouds.weighted(1 + random.nextInt(300), 1, random));
      assertThat(Arrays.stream(masses.source()).sum()).isEqualTo(masses.total());
      assertThat(Arrays.stream(masses.target()).sum()).isEqualTo(masses.total());
      assertThat(Arrays.stream(masses.source()).min().orElseThrow()).isNotNegative();
    }
  }

  @Test
  void roundingIsBelowTwoUnitsAndThreeUlp() {
    RandomGenerator random = RandomClouds.random("rounding");
    double[] weights = random.doubles(5000, -18, 0).map(e -> Math.pow(10, e)).toArray();
    EmpiricalMeasure measure = EmpiricalMeasure.weighted(new Particles(5000, 1), weights);
    Masses masses = Masses.of(measure, measure);
    CompensatedSum sum = new CompensatedSum();
    Arrays.stream(measure.weights()).forEach(sum::add);
    for (int i = 0; i < 5000; i++) {
      double exact = measure.weight(i) / sum.value() * masses.total();
      assertThat(Math.abs(masses.source()[i] - exact)).isLessThanOrEqualTo(2 + 6e-16 * exact);
    }
  }

  @Test
  void uniformMeasuresAreNotRoundedAtAll() {
    Masses masses =
        Masses.of(
            EmpiricalMeasure.uniform(new Particles(12, 1)),
            EmpiricalMeasure.uniform(new Particles(18, 1)));
    assertThat(masses.total()).isEqualTo(36);
    assertThat(masses.source()).hasSize(12).containsOnly(3);
    assertThat(masses.target()).hasSize(18).containsOnly(2);
  }

  @Test
  void emptyPointsStayEmpty() {
    EmpiricalMeasure measure =
        EmpiricalMeasure.weighted(new Particles(5, 1), new double[] {0, 0.1, 0, 0.7, 0});
    Masses masses = Masses.of(measure, measure);
    assertThat(Masses.support(masses.source())).containsExactly(1, 3);
  }
}
