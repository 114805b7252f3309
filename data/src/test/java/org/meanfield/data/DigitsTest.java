package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigitsTest extends BundledSetContract {
  DigitsTest() {
    super(
        new DigitsProvider(),
        new Facts(
            "handwritten digits on 8×8 pixels: 1797 rows of 64 features in 10 classes",
            1797,
            64,
            "p00",
            "p77",
            Map.ofEntries(
                Map.entry("0", 178L),
                Map.entry("1", 182L),
                Map.entry("2", 177L),
                Map.entry("3", 183L),
                Map.entry("4", 181L),
                Map.entry("5", 182L),
                Map.entry("6", 181L),
                Map.entry("7", 179L),
                Map.entry("8", 174L),
                Map.entry("9", 180L)),
            561718.0));
  }

  @Test
  void pixelsAreWholeNumbersUpToSixteen() {
    assertThat(Arrays.stream(table().inputs().toArray()))
        .allMatch(pixel -> pixel >= 0 && pixel <= 16 && pixel == Math.rint(pixel));
  }
}
