package org.meanfield.api.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.Inputs;

class DataTableTest {
  private static final Inputs INPUTS = Inputs.of(2, 1, new double[2]);

  @Test
  void columnsAndTargetsMustFitTheInputs() {
    assertThatThrownBy(() ->
            new DataTable(List.of("x0", "x1"), INPUTS, new Targets.Teacher(0.5, 10), "two rows"))
        .hasMessage("2 column names for 1 features");
    assertThatThrownBy(() ->
            new DataTable(
                List.of("x0"), INPUTS, new Targets.Labels(List.of("a", "b", "c")), "two rows"))
        .hasMessage("3 targets for 2 inputs");
    assertThatThrownBy(() ->
            new DataTable(List.of("x0"), INPUTS, new Targets.Values(List.of(1.0)), "two rows"))
        .hasMessage("1 targets for 2 inputs");
  }
}
