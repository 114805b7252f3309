package org.meanfield.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ContinuousExtensionTest {
  private static final Tableau PAIR = DormandPrince.TABLEAU;
  private static final IntToDoubleFunction C = PAIR::node;
  private static final IntToDoubleFunction AC = applied(C);
  private static final IntToDoubleFunction C2 = times(C, C);

  /// A rooted tree: Φᵢ of each stage, its order and its density γ.
  private record Tree(IntToDoubleFunction phi, int order, double gamma) {
    double of(double[] weights) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * phi.applyAsDouble(i);
      }
      return sum;
    }

    /// {@return the coefficient of h^order in the error of u(t + σh)}
    double error(double sigma) {
      return of(ContinuousExtension.weights(PAIR, sigma)) - Math.pow(sigma, order) / gamma;
    }
  }

  /// Hairer–Nørsett–Wanner 1993, table II.2.2.
  private static final List<Tree> UP_TO_FOUR =
      List.of(
          new Tree(_ -> 1, 1, 1),
          new Tree(C, 2, 2),
          new Tree(C2, 3, 3),
          new Tree(AC, 3, 6),
          new Tree(times(C, C2), 4, 4),
          new Tree(times(C, AC), 4, 8),
          new Tree(applied(C2), 4, 12),
          new Tree(applied(AC), 4, 24));

  private static final List<Tree> OF_FIVE =
      List.of(
          new Tree(times(C2, C2), 5, 5),
          new Tree(times(C2, AC), 5, 10),
          new Tree(times(C, applied(C2)), 5, 15),
          new Tree(times(C, applied(AC)), 5, 30),
          new Tree(times(AC, AC), 5, 20),
          new Tree(applied(times(C, C2)), 5, 20),
          new Tree(applied(times(C, AC)), 5, 40),
          new Tree(applied(applied(C2)), 5, 60),
          new Tree(applied(applied(AC)), 5, 120));

  private static IntToDoubleFunction times(IntToDoubleFunction one, IntToDoubleFunction other) {
    return i -> one.applyAsDouble(i) * other.applyAsDouble(i);
  }

  private static IntToDoubleFunction applied(IntToDoubleFunction stage) {
    return i -> {
      double sum = 0;
      for (int j = 0; j < i; j++) {
        sum += PAIR.coefficient(i, j) * stage.applyAsDouble(j);
      }
      return sum;
    };
  }

  @Test
  void orderConditionsHoldInsideTheStep() {
    for (double sigma = 0; sigma <= 1; sigma += 1.0 / 16) {
      for (Tree tree : UP_TO_FOUR) {
        // A handful of products of numbers up to 12.
        assertThat(tree.error(sigma)).as("σ = %s, %s", sigma, tree).isCloseTo(0, within(1e-14));
      }
    }
    // Of order 4 and no more.
    assertThat(Math.abs(OF_FIVE.getFirst().error(0.25))).isGreaterThan(1e-3);
  }

  /// What the step control keeps small is, elementary differential by elementary differential, a
  /// measure of the states inside too.
  @Test
  void errorInsideIsThatOfTheEstimateUpToAFactor() {
    List<Double> ratios = new ArrayList<>();
    for (Tree tree : OF_FIVE) {
      double inside =
          DoubleStream.iterate(0, sigma -> sigma <= 1, sigma -> sigma + 1.0 / 128)
              .map(sigma -> Math.abs(tree.error(sigma)))
              .max()
              .orElseThrow();
      ratios.add(inside / Math.abs(tree.of(DormandPrince.difference())));
    }
    assertThat(ratios).allMatch(ratio -> ratio < 7.9);
    // Those of y′ = Ay + b.
    assertThat(ratios.subList(5, 9)).allMatch(ratio -> ratio < 1);
  }

  @Test
  void endsAreThoseOfTheStep() {
    assertThat(ContinuousExtension.weights(PAIR, 0)).containsOnly(0);
    for (int i = 0; i < PAIR.stages(); i++) {
      assertThat(ContinuousExtension.weights(PAIR, 1)[i]).isEqualTo(PAIR.weight(i));
    }
  }

  /// One step of y′ = −2t y², y = 1/(1 + t²), from t = 1.
  @Test
  void localErrorFallsLikeTheFifthPower() {
    double[] errors = {error(1.0 / 8), error(1.0 / 16), error(1.0 / 32)};
    for (int i = 1; i < errors.length; i++) {
      // Measured: 4.98 and 4.95.
      assertThat(Math.log(errors[i - 1] / errors[i]) / Math.log(2)).isCloseTo(5, within(0.15));
    }
  }

  private static double error(double h) {
    double start = 1;
    double y = 1 / (1 + start * start);
    double[] slopes = new double[PAIR.stages()];
    for (int i = 0; i < slopes.length; i++) {
      double at = y;
      for (int j = 0; j < i; j++) {
        at += h * PAIR.coefficient(i, j) * slopes[j];
      }
      slopes[i] = -2 * (start + PAIR.node(i) * h) * at * at;
    }
    double largest = 0;
    for (double sigma = 0.1; sigma < 1; sigma += 0.1) {
      double[] weights = ContinuousExtension.weights(PAIR, sigma);
      double inside = y;
      for (int i = 0; i < slopes.length; i++) {
        inside += h * weights[i] * slopes[i];
      }
      double t = start + sigma * h;
      largest = Math.max(largest, Math.abs(inside - 1 / (1 + t * t)));
    }
    return largest;
  }
}
