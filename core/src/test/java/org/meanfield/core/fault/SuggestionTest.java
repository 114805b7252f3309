package org.meanfield.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void anEditIsAnInsertionADeletionAReplacementOrASwap() {
    assertThat(Suggestion.distance("step", "step")).isZero();
    assertThat(Suggestion.distance("stp", "step")).isEqualTo(1);
    assertThat(Suggestion.distance("stepp", "step")).isEqualTo(1);
    assertThat(Suggestion.distance("stop", "step")).isEqualTo(1);
    assertThat(Suggestion.distance("setp", "step")).isEqualTo(1);
    assertThat(Suggestion.distance("", "step")).isEqualTo(4);
    // Restricted: a swapped pair is not edited again, else this were 2.
    assertThat(Suggestion.distance("ca", "abc")).isEqualTo(3);
  }

  @Test
  void onlyASlipIsSuggested() {
    List<String> known = List.of("lattice", "closed-form");
    assertThat(Suggestion.closest("latice", known)).contains("lattice");
    assertThat(Suggestion.closest("LATTICE", known)).contains("lattice");
    assertThat(Suggestion.closest("grid", known)).isEmpty();
    assertThat(Suggestion.among("grid", known)).isEqualTo("known: lattice, closed-form");
    assertThat(Suggestion.among("grid", List.of())).isEqualTo("there is none");
  }
}
