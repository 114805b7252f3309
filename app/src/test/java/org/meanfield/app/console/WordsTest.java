package org.meanfield.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final List<String> KNOWN = List.of("--seed", "--set", "--out", "--threads");

  @Test
  void slipsAreRecognised() {
    assertThat(Words.closest("--thread", KNOWN)).containsExactly("--threads");
    assertThat(Words.closest("--seeed", KNOWN)).containsExactly("--seed");
    assertThat(Words.suggestion("--sed", KNOWN)).isEqualTo("; did you mean '--seed' or '--set'?");
    assertThat(Words.suggestion("--otu", KNOWN)).isEqualTo("; did you mean '--out'?");
  }

  @Test
  void otherWordsAreNot() {
    assertThat(Words.closest("--verbose", KNOWN)).isEmpty();
    assertThat(Words.suggestion("--verbose", KNOWN)).isEmpty();
    assertThat(Words.closest("x", List.of())).isEmpty();
  }
}
