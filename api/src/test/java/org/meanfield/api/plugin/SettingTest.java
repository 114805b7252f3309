package org.meanfield.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.flow.Integrator;

class SettingTest {
  private static void assertRefused(Setting<?> setting, Object token, String message) {
    assertThatThrownBy(() -> setting.read(token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void positiveNumbersArePositiveAndFinite() {
    Setting<Double> step = Setting.positive("step", 0.01, "time", "the length of a step");
    assertThat(step.read(0.5)).isEqualTo(0.5);
    assertThat(step.read(2)).isEqualTo(2.0);
    assertRefused(step, 0.0, "must be a number > 0, got 0.0");
    assertRefused(step, -1, "must be a number > 0, got -1");
    assertRefused(step, Double.NaN, "must be a finite number, got NaN");
    assertRefused(step, "half", "must be a finite number, got 'half'");
    assertThat(step.range()).isEqualTo("> 0");
    assertThat(step.fallback()).contains(0.01);
    assertThat(step.unit()).isEqualTo("time");
    assertThat(step).hasToString("step");
  }

  @Test
  void realNumbersKeepToTheirRange() {
    Setting<Double> real = Setting.real("margin", 0.5, 0, 1, "", "a margin");
    assertThat(real.read(0)).isZero();
    assertThat(real.read(1)).isEqualTo(1);
    assertRefused(real, 1.5, "must be a number ≥ 0.0 and ≤ 1.0, got 1.5");
  }

  @Test
  void integersAreWhole() {
    Setting<Integer> layers = Setting.integer("layers", 2, 1, 10, "layers");
    assertThat(layers.read(3)).isEqualTo(3);
    assertThat(layers.read(3.0)).isEqualTo(3);
    assertRefused(layers, 2.5, "must be an integer 1 … 10, got 2.5");
    assertRefused(layers, 11, "must be an integer 1 … 10, got 11");
    assertRefused(layers, 1e20, "must be an integer 1 … 10, got 1.0E20");
    Setting<Integer> open = Setting.requiredInteger("points", 1, Integer.MAX_VALUE, "points");
    assertRefused(open, 3e9, "must be an integer ≥ 1, got 3.0E9");
    assertThat(open.required()).isTrue();
    assertThat(open.fallback()).isEmpty();
  }

  @Test
  void choicesAreListed() {
    Setting<String> metric = Setting.choice("metric", "l1", "the distance", List.of("l1", "l2"));
    assertThat(metric.read("l2")).isEqualTo("l2");
    assertRefused(metric, "l3", "must be one of l1 | l2, got 'l3'");
    assertThat(metric.choices()).containsExactly("l1", "l2");
  }

  @Test
  void flagsAreTrueOrFalse() {
    Setting<Boolean> flag = Setting.flag("debiased", false, "whether");
    assertThat(flag.read(true)).isTrue();
    assertRefused(flag, "yes", "must be true or false, got 'yes'");
  }

  @Test
  void wordsAreNoIntegers() {
    Setting<Integer> count = Setting.integer("replicates", 1, 1, Integer.MAX_VALUE, "starts");
    assertRefused(count, "two", "must be an integer ≥ 1, got 'two'");
    assertRefused(count, Double.NaN, "must be an integer ≥ 1, got NaN");
  }

  @Test
  void listsHoldFiniteNumbers() {
    Setting<List<Double>> list = Setting.numbers("times", List.of(), "times");
    assertThat(list.read(List.of(1, 2.5))).containsExactly(1.0, 2.5);
    assertRefused(list, 1.0, "must be a list of numbers, got 1.0");
    assertRefused(list, List.of("a"), "must be a finite number, got 'a'");
  }

  @Test
  void numbersMayHaveAWordForThem() {
    Setting<NumbersOrWord> weights = Setting.numbersOr("weights", "mean", "weights");
    assertThat(weights.fallback()).contains(new NumbersOrWord("mean", List.of()));
    assertThat(weights.read("mean").isWord()).isTrue();
    assertThat(weights.read(List.of(1, 0.5))).isEqualTo(new NumbersOrWord("", List.of(1.0, 0.5)));
    assertThat(weights.read(new NumbersOrWord("", List.of(2.0))).numbers()).containsExactly(2.0);
    assertRefused(weights, "median", "must be 'mean' or a list of numbers, got 'median'");
    assertRefused(weights, List.of(), "must be 'mean' or a list of numbers, got []");
    assertRefused(weights, 0.5, "must be 'mean' or a list of numbers, got 0.5");
    assertRefused(weights, List.of(Double.NaN), "must be a finite number, got NaN");
    assertRefused(
        weights,
        new NumbersOrWord("median", List.of()),
        "must be 'mean' or a list of numbers, got 'median'");
    assertThat(weights.read("mean")).hasToString("mean");
    assertThat(weights.read(List.of(1, 2))).hasToString("[1.0, 2.0]");
  }

  @Test
  void filesArePathsThatThePlannerResolved() {
    Setting<Path> file = Setting.file("inputs", "a file");
    assertThat(file.read(Path.of("x.csv"))).isEqualTo(Path.of("x.csv"));
    assertRefused(file, "x.csv", "must be the name of a file, got 'x.csv'");
    assertThat(file.required()).isTrue();
    assertThat(Setting.optionalFile("targets", "a file").required()).isFalse();
  }

  @Test
  void servicesNameTheirKind() {
    Setting<Integrator> service =
        Setting.service(
            "inner", IntegratorProvider.class, Integrator.class, "rk4", "the inner one");
    assertThat(service.origin()).isEqualTo(Setting.Origin.SERVICE);
    assertThat(service.service()).contains(IntegratorProvider.class);
    assertThat(service.fallbackService()).contains("rk4");
    assertThat(service.fallback()).isEmpty();
  }
}
