package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.DiscrepancyResult;
import org.meanfield.api.transport.DiscrepancyResult.Measured;
import org.meanfield.api.transport.DiscrepancyResult.NotMeasured;

/// What every discrepancy must do.
///
/// ```java
/// class SlicedContractTest extends DiscrepancyContract {
///   @Override
///   protected DiscrepancyProvider provider() {
///     return new SlicedProvider();
///   }
/// }
/// ```
public abstract class DiscrepancyContract extends ServiceContract<Discrepancy> {
  /// Round-off allowed beside the error told, relative to one.
  private static final double ROUND_OFF = 1e-12;

  @Override
  protected abstract DiscrepancyProvider provider();

  /// Two measures on the standard torus.
  private record Pair(EmpiricalMeasure one, EmpiricalMeasure other, Metric metric) {
    Torus space() {
      return Torus.standard(one.dimension());
    }
  }

  private static List<Pair> pairs(String name) {
    RandomGenerator random = Clouds.random(name);
    List<Pair> pairs = new ArrayList<>();
    for (int d = 1; d <= 4; d++) {
      for (Metric metric : Metric.values()) {
        pairs.add(
            new Pair(
                Clouds.weighted(Clouds.box(13, d, random), random),
                Clouds.weighted(Clouds.box(17, d, random), random),
                metric));
      }
    }
    return pairs;
  }

  private Measured measured(EmpiricalMeasure one, EmpiricalMeasure other, Pair like) {
    return switch (service().between(one, other, like.space(), like.metric())) {
      case Measured found -> found;
      case NotMeasured(String reason) ->
          throw new AssertionError(
              "%s was not measured in dimension %d: %s"
                  .formatted(provider().descriptor().id(), one.dimension(), reason));
    };
  }

  private static void assertAgree(Measured found, Measured expected) {
    assertThat(found.value())
        .isCloseTo(expected.value(), within(found.error() + expected.error() + ROUND_OFF));
  }

  @Test
  void differentMeasuresAreToldApart() {
    for (Pair pair : pairs("apart")) {
      Measured found = measured(pair.one(), pair.other(), pair);
      assertThat(found.value()).isGreaterThan(3 * found.error()).isGreaterThan(ROUND_OFF);
    }
  }

  @Test
  void aMeasureDoesNotDifferFromItself() {
    for (Pair pair : pairs("itself")) {
      Measured found = measured(pair.one(), pair.one(), pair);
      assertThat(found.value()).isCloseTo(0, within(found.error() + ROUND_OFF));
    }
  }

  @Test
  void exchangingTheMeasuresChangesNothing() {
    for (Pair pair : pairs("exchange")) {
      assertAgree(
          measured(pair.other(), pair.one(), pair), measured(pair.one(), pair.other(), pair));
    }
  }

  @Test
  void turnsAndCommonTranslationsChangeNothing() {
    RandomGenerator random = Clouds.random("discrepancy-turns");
    for (Pair pair : pairs("turns")) {
      double[] by = random.doubles(pair.one().dimension(), -4, 4).toArray();
      assertAgree(
          measured(
              Clouds.moved(Clouds.turned(pair.one(), random), by),
              Clouds.moved(Clouds.turned(pair.other(), random), by),
              pair),
          measured(pair.one(), pair.other(), pair));
    }
  }

  @Test
  void duplicatesAndPointsWithoutWeightChangeNothing() {
    for (Pair pair : pairs("duplicates")) {
      double[] far = new double[pair.one().dimension()];
      Arrays.fill(far, 3);
      assertAgree(
          measured(Clouds.doubled(pair.one()), Clouds.with(pair.other(), far, 0), pair),
          measured(pair.one(), pair.other(), pair));
    }
  }

  @Test
  void pointsOnBothSidesOfTheWrapAreNear() {
    for (int d = 1; d <= 3; d++) {
      Particles low = new Particles(1, d);
      low.fill(1e-3);
      Particles high = new Particles(1, d);
      high.fill(2 * Math.PI - 1e-3);
      Particles opposite = new Particles(1, d);
      opposite.fill(Math.PI);
      EmpiricalMeasure here = EmpiricalMeasure.uniform(low);
      Pair pair = new Pair(here, EmpiricalMeasure.uniform(high), Metric.L1);
      assertThat(measured(pair.one(), pair.other(), pair).value())
          .isLessThan(1e-3 * measured(here, EmpiricalMeasure.uniform(opposite), pair).value());
    }
  }

  @Test
  void sameMeasuresGiveTheSameBits() {
    Discrepancy discrepancy = service();
    for (Pair pair : pairs("bits")) {
      Measured found = measured(pair.one(), pair.other(), pair);
      for (DiscrepancyResult again :
          Concurrently.call(
              2,
              () -> discrepancy.between(pair.one(), pair.other(), pair.space(), pair.metric()))) {
        assertThat(again).isEqualTo(found);
      }
    }
  }

  @Test
  void aLineIsServedOrDeclinedInASentence() {
    Particles points = Particles.of(2, 1, new double[] {0, 1});
    Particles others = Particles.of(2, 1, new double[] {0, 100});
    switch (service()
        .between(
            EmpiricalMeasure.uniform(points),
            EmpiricalMeasure.uniform(others),
            Torus.euclidean(1),
            Metric.L2)) {
      case Measured found -> assertThat(found.value()).isGreaterThan(found.error());
      case NotMeasured(String reason) -> assertThat(reason).isNotBlank();
    }
  }
}
