package org.meanfield.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.expert.Workload;
import org.meanfield.core.audit.Finding.Clause;
import org.meanfield.core.audit.Finding.Verdict;

class AuditTest {
  /// f(θ, x) = (1/d) Σ_k g(θ_k − x).
  private record Mean(
      int parameters, DoubleUnaryOperator g, DoubleUnaryOperator derivative, Regularity regularity)
      implements Expert {
    @Override
    public double value(double[] theta, double[] x) {
      return Arrays.stream(theta).map(t -> g.applyAsDouble(t - x[0])).sum() / parameters;
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      for (int k = 0; k < parameters; k++) {
        out[k] = derivative.applyAsDouble(theta[k] - x[0]) / parameters;
      }
    }
  }

  private static Finding find(Expert expert, double target, Clause clause) {
    List<Finding> findings =
        Audit.of(
            expert,
            Inputs.of(3, 1, new double[] {0, 0.7, -1.2}),
            Double.isNaN(target) ? OptionalDouble.empty() : OptionalDouble.of(target),
            Seeds.root(5));
    assertThat(findings).hasSize(Clause.values().length);
    return findings.stream().filter(f -> f.clause() == clause).findFirst().orElseThrow();
  }

  private static Finding find(Expert expert, Clause clause) {
    return find(expert, 0.5, clause);
  }

  private static Expert cosine(int d, Regularity regularity) {
    return new Mean(d, Math::cos, t -> -Math.sin(t), regularity);
  }

  @Test
  void theCosineKeepsEveryClause() {
    for (int d : new int[] {1, 5}) {
      Expert cosine = cosine(d, Regularity.declared(1, 1.0 / d, 1.0 / d));
      for (Clause clause : Clause.values()) {
        Finding finding = find(cosine, clause);
        assertThat(finding.isBroken()).as(finding.toString()).isFalse();
      }
      assertThat(find(cosine, Clause.FIRST_DERIVATIVE).largest().getAsDouble())
          .isBetween(0.9 / d, 1.0 / d + 1e-9);
    }
    assertThat(find(cosine(1, Regularity.declared(1, 1, 1)), Clause.TARGETS).verdict())
        .isEqualTo(Verdict.PROVEN);
    Finding taught = find(cosine(1, Regularity.declared(1, 1, 1)), Double.NaN, Clause.TARGETS);
    assertThat(taught.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(taught.evidence()).contains("responses of a mixture");
  }

  @Test
  void whatIsNotDeclaredIsSearchedAndNotProven() {
    Expert cosine = cosine(2, Regularity.unknown());
    for (Clause clause : List.of(Clause.PERIOD, Clause.SUPREMUM, Clause.FIRST_DERIVATIVE)) {
      assertThat(find(cosine, clause).verdict()).isEqualTo(Verdict.CONSISTENT);
    }
    assertThat(find(cosine, Clause.SECOND_DERIVATIVE).bound()).isEmpty();
  }

  /// The generators of the counter-examples to Lemma 4.1: 0.7·X, and (Z₁+Z₂)/2 or CRX with their
  /// half frequencies.
  @Test
  void periodsOtherThanOneTurnAreFound() {
    for (double frequency : new double[] {0.7, 0.5, 1.5}) {
      Expert expert =
          new Mean(
              1,
              t -> Math.cos(frequency * t),
              t -> -frequency * Math.sin(frequency * t),
              Regularity.declared(1, 2, 3));
      assertThat(find(expert, Clause.PERIOD).verdict()).isEqualTo(Verdict.BROKEN);
    }
    Expert twice =
        new Mean(1, t -> Math.cos(2 * t), t -> -2 * Math.sin(2 * t), Regularity.unknown());
    assertThat(find(twice, Clause.PERIOD).isBroken()).isFalse();
  }

  @Test
  void aNeuronThatIsNotPeriodicIsFound() {
    Expert tanh =
        new Mean(
            1,
            t -> Math.tanh(3 * t),
            t -> 3 / Math.pow(Math.cosh(3 * t), 2),
            Regularity.declared(1, 3, 20));
    Finding period = find(tanh, Clause.PERIOD);
    assertThat(period.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(period.evidence()).contains("over one turn at θ = (");
  }

  @Test
  void aPeriodThatDoesNotDivideATurnIsTold() {
    Expert cosine = cosine(1, new Regularity(1, 1, 1, 4 * Math.PI, Regularity.Origin.DERIVED));
    assertThat(find(cosine, Clause.PERIOD).evidence()).contains("12.57");
  }

  @Test
  void responsesAboveOneAreFound() {
    Expert large =
        new Mean(1, t -> 2 * Math.cos(t), t -> -2 * Math.sin(t), Regularity.declared(1, 2, 2));
    assertThat(find(large, Clause.SUPREMUM).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(find(large, Clause.SUPREMUM).largest().getAsDouble()).isBetween(1.9, 2.0);
    assertThat(find(large, 1.2, Clause.TARGETS).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void derivativesAboveWhatIsDeclaredAreFound() {
    Expert expert =
        new Mean(
            1, t -> Math.cos(3 * t), t -> -3 * Math.sin(3 * t), Regularity.declared(1, 2.5, 8.5));
    assertThat(find(expert, Clause.FIRST_DERIVATIVE).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(find(expert, Clause.SECOND_DERIVATIVE).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aGradientThatIsNotTheDerivativeIsFound() {
    Expert wrong = new Mean(2, Math::cos, Math::sin, Regularity.declared(1, 1, 1));
    assertThat(find(wrong, Clause.SMOOTH).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aJumpOfTheGradientIsFound() {
    Expert kinked =
        new Mean(
            1,
            t -> Math.abs(Math.sin(t)),
            t -> Math.cos(t) * Math.signum(Math.sin(t)),
            Regularity.unknown());
    Finding finding = find(kinked, Clause.SMOOTH);
    assertThat(finding.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(finding.evidence()).contains("jumps by 2");
  }

  @Test
  void anExpertThatThrowsIsBrokenAndTold() {
    Expert throwing =
        new Mean(
            1,
            t -> {
              throw new IllegalStateException("no value here");
            },
            t -> 0,
            Regularity.declared(1, 1, 1));
    assertThat(find(throwing, Clause.SUPREMUM).evidence()).contains("no value here");
  }

  @Test
  void theSameStudyHasTheSameFindings() {
    Expert cosine = cosine(3, Regularity.unknown());
    assertThat(find(cosine, Clause.FIRST_DERIVATIVE))
        .isEqualTo(find(cosine, Clause.FIRST_DERIVATIVE));
  }

  /// An expert whose single evaluation takes longer than an audit may is not evaluated at all.
  @Test
  void anExpertThatTakesTooLongIsNotSearched() {
    Expert slow =
        new Expert() {
          @Override
          public int parameters() {
            return 1;
          }

          @Override
          public double value(double[] theta, double[] x) {
            throw new AssertionError("evaluated");
          }

          @Override
          public void gradient(double[] theta, double[] x, double[] out) {
            throw new AssertionError("evaluated");
          }

          @Override
          public Workload workload(int inputs) {
            return new Workload(1e10, 0);
          }

          @Override
          public Regularity regularity() {
            return new Regularity(1, 1, Double.NaN, 2 * Math.PI, Regularity.Origin.DERIVED);
          }
        };
    assertThat(find(slow, Clause.PERIOD).verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(find(slow, Clause.SUPREMUM).verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(find(slow, Clause.SECOND_DERIVATIVE).verdict()).isEqualTo(Verdict.UNKNOWN);
  }
}
