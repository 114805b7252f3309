package org.meanfield.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.expert.Regularity;
import org.meanfield.core.measure.Constant.Variant;

class TheoryTest {
  // α = β = 1 gives C = max{dn(A+1), dn}.
  private static Theory theory(int d, int n, double a, double horizon) {
    return new Theory(Regularity.declared(1, 1, 1), d, n, a, horizon);
  }

  private static Constant find(Theory theory, String name, Variant variant) {
    return theory.constants(List.of(16, 1024)).stream()
        .filter(row -> row.name().equals(name) && row.variant() == variant)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLipschitzConstantIsThatOfThePaper() {
    Theory theory = new Theory(Regularity.declared(1, 0.5, 0.25), 3, 7, 2, 4);
    // dβn(A+1) = 15.75, α²dn = 5.25
    assertThat(find(theory, "C", Variant.PRINTED).value()).hasValue(15.75);
    assertThat(find(theory, "C", Variant.SHARP).value()).hasValue(21);
    assertThat(find(theory, "CT", Variant.PRINTED).value()).hasValue(63);
    assertThat(find(theory, "A", Variant.PRINTED).value()).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.25390625", "2, 0.3125", "4, 0.5", "8, 0.75"})
  void alphaIsTheSumOfTwoPowers(int d, double expected) {
    assertThat(theory(d, 1, 0, 1).alpha(16)).isCloseTo(expected, within(1e-15));
    assertThat(find(theory(d, 1, 0, 1), "alpha_d(16)", Variant.PRINTED).value().getAsDouble())
        .isCloseTo(expected, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.25, 0.0625", "2, 0.25, 0.17707583", "4, 0.70830334, 0.25", "8, 0.5, 0.5"})
  void theOtherOrdersStandBesideIt(int d, double general, double sharp) {
    assertThat(find(theory(d, 1, 0, 1), "alpha_d(16)", Variant.CORRECTED).value().getAsDouble())
        .isCloseTo(general, within(1e-8));
    assertThat(find(theory(d, 1, 0, 1), "alpha_d(16)", Variant.SHARP).value().getAsDouble())
        .isCloseTo(sharp, within(1e-8));
  }

  @Test
  void theSecondConstantIsHeldByItsLogarithm() {
    // C = 1, T = 1: 8 e⁸ exp(8 e⁸), from 50-digit arithmetic.
    Constant row = find(theory(1, 1, 0, 1), "C2(T)/C1", Variant.PRINTED);
    assertThat(row.log10().getAsDouble()).isCloseTo(10361.286282303401, within(1e-9));
    assertThat(row.log10Log10().getAsDouble())
        .isCloseTo(Math.log10(10361.286282303401), within(1e-14));
    assertThat(row.value()).isEmpty();
  }

  @Test
  void theSecondConstantIsHeldByTheLogarithmOfItsLogarithm() {
    // C = 38.4: log₁₀ is 7.17·10⁵¹²⁶; its own from 60-digit arithmetic.
    Theory theory = new Theory(Regularity.declared(1, 1, 1), 1, 32, 0.2, 1);
    assertThat(find(theory, "C", Variant.PRINTED).value().getAsDouble())
        .isCloseTo(38.4, within(1e-12));
    Constant row = find(theory, "C2(T)/C1", Variant.PRINTED);
    assertThat(row.value()).isEmpty();
    assertThat(row.log10()).isEmpty();
    assertThat(row.log10Log10().getAsDouble()).isCloseTo(5126.855706629100, within(1e-11));
  }

  @Test
  void theCorrectedExponentHasTheHorizonSquared() {
    // T = ½, C = 1: 8C²T² = 2 and 8C²T = 4.
    Theory theory = theory(1, 1, 0, 0.5);
    double printed = 2 * Math.exp(4);
    double corrected = 2 * Math.exp(2);
    assertThat(find(theory, "C2(T)/C1", Variant.PRINTED).log10().getAsDouble())
        .isCloseTo((Math.log(printed) + printed) / Math.log(10), within(1e-12));
    assertThat(find(theory, "C2(T)/C1", Variant.CORRECTED).log10().getAsDouble())
        .isCloseTo((Math.log(corrected) + corrected) / Math.log(10), within(1e-12));
  }

  @Test
  void theSharpCouplingBoundIsOneOverN() {
    // d = n = 1, A = 0, α = β = 1: C = 2, bound ((e^{2T} − 1)/2)²/N.
    Theory theory = theory(1, 1, 0, 0.25);
    double factor = Math.pow(Math.expm1(0.5) / 2, 2);
    assertThat(find(theory, "coupling-factor", Variant.SHARP).value().getAsDouble())
        .isCloseTo(factor, within(1e-15));
    assertThat(find(theory, "coupling-bound(16)", Variant.SHARP).value().getAsDouble())
        .isCloseTo(factor / 16, within(1e-16));
  }

  @Test
  void aBoundBeyondTheDiameterIsVacuousAndHasNoValue() {
    Constant row = find(theory(5, 10, 1, 1), "coupling-bound(1024)", Variant.SHARP);
    assertThat(row.value()).isEmpty();
    assertThat(row.note()).startsWith("vacuous");
    // 2 log₁₀(50 (e^150 − 1)/150) − log₁₀ 1024
    double expected = 2 * (Math.log10(50 / 150.0) + 150 / Math.log(10)) - Math.log10(1024);
    assertThat(row.log10().getAsDouble()).isCloseTo(expected, within(1e-11));
  }

  @Test
  void theInnerFactorOfAModestStudyIsAsLargeAsSaid() {
    // d = 5, n = 10, A = T = 1: C = 100, exp(8C²T) ≈ 10^34743; 60-digit arithmetic.
    Constant row = find(theory(5, 10, 1, 1), "C2(T)/C1", Variant.PRINTED);
    assertThat(row.log10Log10().getAsDouble()).isCloseTo(34748.09942655844, within(1e-10));
  }

  @Test
  void nothingEverIsInfiniteOrNoNumber() {
    for (double horizon : new double[] {0, 1e-300, 1, 1e100, 1e300}) {
      for (Constant row : theory(1000, 100000, 10, horizon).constants(List.of(1, 1_000_000))) {
        for (OptionalDouble number : List.of(row.value(), row.log10(), row.log10Log10())) {
          number.ifPresent(value -> assertThat(value).as(row.name()).isFinite());
        }
      }
    }
  }

  @Test
  void anExpertOfWhichNothingIsKnownHasNoLipschitzConstant() {
    Theory theory = new Theory(Regularity.unknown(), 2, 3, 1, 1);
    Constant row = find(theory, "C", Variant.PRINTED);
    assertThat(row.value()).isEmpty();
    assertThat(row.note()).contains("not known");
    assertThat(theory.constants(List.of(16))).noneMatch(r -> r.name().startsWith("coupling-bound"));
  }

  @ParameterizedTest
  @CsvSource({"1, -0.5, -1", "2, -0.5, -1", "3, -0.5, -0.6666666666666666", "8, -0.25, -0.25"})
  void theExponentsAreThoseOfTheTable(int d, double general, double sharp) {
    assertThat(find(theory(d, 1, 0, 1), "exponent-w2-squared", Variant.CORRECTED).value())
        .hasValue(general);
    assertThat(find(theory(d, 1, 0, 1), "exponent-w2-squared", Variant.SHARP).value())
        .hasValue(sharp);
  }

  /// C = 1, T = 0.1 and d = 1: everything is a double, by hand.
  @Test
  void theTheoremsBoundsAreThoseOfItsProof() {
    Theory theory = theory(1, 1, 0, 0.1);
    double s = new SamplingError(1).upper(1024);
    double u = 0.08 * Math.exp(0.8);
    double growth = u * Math.exp(u);
    assertThat(value(theory, "static-bound(1024)", Variant.SHARP)).isCloseTo(s, within(1e-15));
    assertThat(value(theory, "coupling-bound(1024)", Variant.PRINTED))
        .isCloseTo(u * (growth * s + theory.alpha(1024)), within(1e-14));
    assertThat(value(theory, "w2-squared-bound(1024)", Variant.PRINTED))
        .isCloseTo((growth + 1) * s, within(1e-14));
    double v = 0.08 * Math.exp(0.08);
    double mended = v * Math.exp(v);
    assertThat(value(theory, "coupling-bound(1024)", Variant.CORRECTED))
        .isCloseTo(v * (mended + 1) * s, within(1e-14));
    assertThat(value(theory, "w2-squared-bound(1024)", Variant.CORRECTED))
        .isCloseTo(2 * (mended + 1) * s, within(1e-14));
    double coupling = value(theory, "coupling-bound(1024)", Variant.SHARP);
    assertThat(value(theory, "w2-squared-bound(1024)", Variant.SHARP))
        .isCloseTo(Math.pow(Math.sqrt(coupling) + Math.sqrt(s), 2), within(1e-14));
  }

  /// C = 38.4: what multiplies C₂/C₁ no longer shows in the logarithm of its logarithm.
  @Test
  void boundsBeyondAnyDoubleAreHeldToo() {
    Theory theory = new Theory(Regularity.declared(1, 1, 1), 1, 32, 0.2, 1);
    for (String name : List.of("coupling-bound(16)", "w2-squared-bound(16)")) {
      Constant row = find(theory, name, Variant.PRINTED);
      assertThat(row.log10Log10().getAsDouble()).isCloseTo(5126.855706629100, within(1e-11));
      assertThat(row.note()).startsWith("vacuous");
    }
  }

  private static double value(Theory theory, String name, Variant variant) {
    return find(theory, name, variant).value().getAsDouble();
  }

  /// On the circle E W2²(μ̄_N, uniform) = π²/(3N) exactly; for d = 3 and N = 256 two clouds are
  /// 1.2239 ± 1.3 % apart, which is more than one cloud from the law.
  @Test
  void whatIsMeasuredLiesBetweenTheBounds() {
    for (int n : new int[] {1, 16, 1024, 1_000_000}) {
      double exact = Math.PI * Math.PI / (3 * n);
      assertThat(new SamplingError(1).upper(n)).isGreaterThan(exact);
      assertThat(new SamplingError(1).lower(n)).isLessThanOrEqualTo(exact * (1 + 1e-15));
    }
    assertThat(new SamplingError(3).lower(256)).isLessThan(1.2239);
    // From the centre of a cube to a random point in it, ℓ1: no cloud of one point does better.
    assertThat(new SamplingError(1).lower(1)).isCloseTo(Math.PI * Math.PI / 3, within(1e-14));
  }

  /// No cloud is further than the diameter, and more points are nearer.
  @ParameterizedTest
  @CsvSource({"1", "2", "4", "5", "16"})
  void theSamplingErrorFallsFromTheDiameter(int d) {
    SamplingError error = new SamplingError(d);
    double before = Math.pow(Math.PI * d, 2);
    assertThat(error.upper(1)).isEqualTo(before);
    for (double n = 4; n < 1e12; n *= 4) {
      double now = error.upper(n);
      assertThat(now).isLessThanOrEqualTo(before).isGreaterThan(error.lower(n));
      before = now;
    }
    assertThat(before).isLessThan(0.9 * Math.pow(Math.PI * d, 2));
  }
}
