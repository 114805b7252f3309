package org.meanfield.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Setting<Double> STEP = Setting.positive("step", 0.01, "time", "a step");
  private static final Setting<Integer> POINTS = Setting.requiredInteger("points", 1, 9, "points");

  @Test
  void defaultsAreThoseOfTheSettings() {
    Settings settings = Settings.defaults(List.of(STEP, POINTS));
    assertThat(settings.get(STEP)).isEqualTo(0.01);
    assertThat(settings.has(POINTS)).isFalse();
    assertThatThrownBy(() -> settings.get(POINTS)).hasMessage("no value for the setting 'points'");
  }

  @Test
  void valuesAreCheckedAndSettingsDoNotChange() {
    Settings settings = Settings.defaults(List.of(STEP, POINTS));
    Settings more = settings.with(STEP, 0.5).withToken(POINTS, 3);
    assertThat(more.get(STEP)).isEqualTo(0.5);
    assertThat(more.get(POINTS)).isEqualTo(3);
    assertThat(settings.get(STEP)).isEqualTo(0.01);
    assertThatThrownBy(() -> settings.with(STEP, -1.0))
        .hasMessage("must be a number > 0, got -1.0");
  }

  @Test
  void settingsOfOneNameAreStillTwo() {
    Setting<Double> other = Setting.positive("step", 0.02, "time", "another step");
    Settings settings = Settings.defaults(List.of(STEP));
    assertThat(settings.has(other)).isFalse();
  }
}
