package org.meanfield.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;

class AccuracyTest {
  private static final DataSet DATA =
      new DataSet(Inputs.of(4, 1, new double[4]), new double[] {1, 1, -1, -1});

  @Test
  void signsAreCounted() {
    assertThat(Accuracy.of(new double[] {0.2, -0.1, -1e-9, 0.5}, DATA)).isEqualTo(0.5);
    assertThat(Accuracy.of(new double[] {0.2, 0.1, -1e-9, -0.5}, DATA)).isEqualTo(1);
  }

  @Test
  void responseOfZeroIsTheTossOfACoin() {
    assertThat(Accuracy.of(new double[4], DATA)).isEqualTo(0.5);
    assertThat(Accuracy.of(new double[] {1, -0.0, -1, -1}, DATA)).isEqualTo(0.875);
  }
}
