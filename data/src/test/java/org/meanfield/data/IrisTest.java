package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IrisTest extends BundledSetContract {
  IrisTest() {
    super(
        new IrisProvider(),
        new Facts(
            "Fisher's irises: 150 rows of 4 features in 3 classes",
            150,
            4,
            "sepal_length_cm",
            "petal_width_cm",
            Map.ofEntries(
                Map.entry("setosa", 50L),
                Map.entry("versicolor", 50L),
                Map.entry("virginica", 50L)),
            2078.7));
  }

  @Test
  void firstRowIsFishers() {
    double[] row = new double[4];
    table().inputs().copyRow(0, row);
    assertThat(row).containsExactly(5.1, 3.5, 1.4, 0.2);
  }
}
