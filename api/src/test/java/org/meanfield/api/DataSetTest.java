package org.meanfield.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DataSetTest {
  private static final Inputs INPUTS = Inputs.of(2, 3, new double[] {0, 1, 2, 10, 11, 12});

  @Test
  void inputsAreRows() {
    double[] row = new double[3];
    INPUTS.copyRow(1, row);
    assertThat(row).containsExactly(10, 11, 12);
    assertThat(INPUTS.get(0, 2)).isEqualTo(2);
    assertThat(INPUTS.count()).isEqualTo(2);
    assertThat(INPUTS.features()).isEqualTo(3);
  }

  @Test
  void inputsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> Inputs.of(2, 2, new double[] {0, 0, Double.NaN, 0}))
        .hasMessage("input 1 has feature 0 = NaN; features must be finite");
    assertThatThrownBy(() -> Inputs.of(2, 2, new double[3]))
        .hasMessage("2 inputs of 2 features do not fit 3 numbers");
  }

  @Test
  void lossIsHalfTheSumOfSquares() {
    DataSet data = new DataSet(INPUTS, new double[] {1, -2});
    // ½ (0.5² + 3²)
    assertThat(data.loss(new double[] {0.5, 1})).isEqualTo(4.625);
    assertThat(data.largestTarget()).isEqualTo(2);
    assertThat(data.target(1)).isEqualTo(-2);
  }

  @Test
  void targetsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new DataSet(INPUTS, new double[3]))
        .hasMessage("2 inputs need as many targets, got 3");
    assertThatThrownBy(() -> new DataSet(INPUTS, new double[] {0, Double.NaN}))
        .hasMessage("target 1 is NaN; targets must be finite");
  }

  @Test
  void nothingInsideCanBeChanged() {
    double[] rows = {1, 2};
    double[] targets = {3};
    Inputs inputs = Inputs.of(1, 2, rows);
    DataSet data = new DataSet(inputs, targets);
    rows[0] = 9;
    targets[0] = 9;
    inputs.toArray()[0] = 9;
    data.targets()[0] = 9;
    assertThat(inputs.toArray()).containsExactly(1, 2);
    assertThat(data.targets()).containsExactly(3);
  }

  @Test
  void deferredTargetsAreFoundOnceWhenAskedFor() {
    AtomicInteger asked = new AtomicInteger();
    DataSet data =
        DataSet.deferred(
            INPUTS,
            () -> {
              asked.incrementAndGet();
              return new double[] {1, -2};
            });
    assertThat(data.size()).isEqualTo(2);
    assertThat(asked).hasValue(0);
    assertThat(data.targets()).containsExactly(1, -2);
    assertThat(data.loss(new double[] {0.5, 1})).isEqualTo(4.625);
    assertThat(asked).hasValue(1);
    DataSet wrong = DataSet.deferred(INPUTS, () -> new double[3]);
    assertThatThrownBy(wrong::targets).hasMessage("2 inputs need as many targets, got 3");
  }
}
