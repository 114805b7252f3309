package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.limit.Marginal;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.core.plan.Start;

class StartCloudTest {
  private static final StartLaw.Product LAW =
      new StartLaw.Product(
          List.of(new Marginal.WrappedCauchy(1, 0.5), new Marginal.VonMises(-2, 3)));

  private static final Seeds SEEDS = Seeds.root(1).at("replica-0");
  private static final EmpiricalMeasure FILE =
      EmpiricalMeasure.uniform(Particles.of(3, 2, new double[] {1, 2, 3, 4, 5, 6}));

  static Stream<Start> nested() {
    return Stream.of(
        new Start.Uniform(), new Start.Lattice(), new Start.Law(LAW), new Start.Cloud(FILE));
  }

  @ParameterizedTest
  @MethodSource("nested")
  void theFirstParticlesOfALargerCloudAreTheSmallerCloud(Start start) {
    Particles small = StartCloud.of(start, 2, 2, SEEDS);
    Particles large = StartCloud.of(start, 3, 2, SEEDS);
    for (int i = 0; i < 2; i++) {
      for (int k = 0; k < 2; k++) {
        assertThat(small.get(i, k)).isEqualTo(large.get(i, k));
      }
    }
  }

  @Test
  void uniformAnglesFillTheCircleAndReplicatesDiffer() {
    int n = 10_000;
    double[] angles = StartCloud.of(new Start.Uniform(), n, 1, SEEDS).toArray();
    assertThat(Arrays.stream(angles)).allMatch(angle -> angle >= 0 && angle < 2 * Math.PI);
    // |mean e^{iθ}|² has mean 1/N; 4.6 times that at level 1 %.
    double re = Arrays.stream(angles).map(Math::cos).average().orElseThrow();
    double im = Arrays.stream(angles).map(Math::sin).average().orElseThrow();
    assertThat(re * re + im * im).isLessThan(4.6 / n);
    assertThat(StartCloud.of(new Start.Uniform(), n, 1, Seeds.root(1).at("replica-1")).toArray())
        .isNotEqualTo(angles);
  }

  @Test
  void theLatticeOfOneAngleIsEquispaced() {
    double[] angles = StartCloud.of(new Start.Lattice(), 16, 1, SEEDS).toArray();
    Arrays.sort(angles);
    for (int i = 1; i < 16; i++) {
      assertThat(angles[i] - angles[i - 1]).isCloseTo(Math.PI / 8, within(1e-14));
    }
  }

  @Test
  void theLatticeOfManyAnglesIntegratesBetterThanChance() {
    int n = 4096;
    Particles lattice = StartCloud.of(new Start.Lattice(), n, 5, SEEDS);
    for (int k = 1; k < 5; k++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += Math.cos(lattice.get(i, 0)) * Math.cos(lattice.get(i, k)) / n;
      }
      // The integral is 0; chance would give ½/√n = 7.8e−3; measured at most 3e−4.
      assertThat(Math.abs(sum)).isLessThan(1e-3);
    }
  }

  @Test
  void theLimitBeginsWithTheLawOfTheStart() {
    assertThat(new Start.Lattice().law(3)).isEqualTo(new StartLaw.Uniform(3));
    assertThat(new Start.Cloud(FILE).law(2)).isEqualTo(new StartLaw.Atoms(FILE));
  }

  @Test
  void tooFewPointsAreAMistakeOfTheCaller() {
    assertThatThrownBy(() -> StartCloud.of(new Start.Cloud(FILE), 4, 2, SEEDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 particles")
        .hasMessageContaining("3 points");
  }

  /// E cos(θ₀ − 1) = ρ; the seed is fixed, 4096 draws have a standard error of 0.01.
  @Test
  void lawsAreDrawnFrom() {
    Particles drawn = StartCloud.of(new Start.Law(LAW), 4096, 2, SEEDS);
    double mean = 0;
    for (int i = 0; i < 4096; i++) {
      mean += Math.cos(drawn.get(i, 0) - 1) / 4096;
    }
    assertThat(mean).isCloseTo(0.5, within(0.04));
    assertThat(new Start.Law(LAW).law(2)).isEqualTo(LAW);
  }
}
