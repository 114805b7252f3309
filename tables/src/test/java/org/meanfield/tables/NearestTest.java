package org.meanfield.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void distanceCountsEdits() {
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("Weight", "weight")).isZero();
    assertThat(Nearest.distance("wieght", "weight")).isEqualTo(2);
  }

  @Test
  void farWordsAreNotSuggested() {
    assertThat(Nearest.hint("wieght", List.of("theta0", "weight")))
        .isEqualTo("; did you mean 'weight'?");
    assertThat(Nearest.hint("colour", List.of("theta0", "weight"))).isEmpty();
  }
}
