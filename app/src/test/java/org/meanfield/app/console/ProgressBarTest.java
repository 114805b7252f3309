package org.meanfield.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressBarTest {

  @Test
  void tellsShareRateAndTimeLeft() {
    assertThat(ProgressBar.line("cells", 25, 100, 10, 79))
        .isEqualTo(
            "cells  " + "█".repeat(9) + "·".repeat(27) + "   25 %  2.50 particles/s  30 s left");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 12, 20, 30, 40, 60, 80, 200})
  void keepsToTheRoomThereIs(int room) {
    for (double done = 0; done <= 1000; done += 7.3) {
      String line = ProgressBar.line("cells", done, 1000, 3, room);
      assertThat(line.length()).isLessThanOrEqualTo(room);
      assertThat(line).startsWith("cells");
    }
  }

  @Test
  void workOfUnknownSizeIsTimed() {
    assertThat(ProgressBar.line("limit", 5, 0, 12, 79)).isEqualTo("limit  12 s");
  }

  @Test
  void moreDoneThanPlannedIsAll() {
    assertThat(ProgressBar.line("cells", 11, 10, 1, 79)).contains("100 %").contains("0.00 s left");
  }

  @Test
  void isDrawnOverAndWipedOut() {
    StringWriter text = new StringWriter();
    try (ProgressBar bar = new ProgressBar(new PrintWriter(text), 80)) {
      bar.at("cells", 1, 2, 1);
      bar.at("cells", 2, 2, 2);
    }
    assertThat(text.toString()).doesNotContain("\n").startsWith("\r").endsWith("\r\u001b[K");
  }

  @Test
  void whatWasNeverDrawnIsNotWipedOut() {
    StringWriter text = new StringWriter();
    new ProgressBar(new PrintWriter(text), 80).close();
    assertThat(text.toString()).isEmpty();
  }
}
