package org.meanfield.data;

import java.util.Map;

class BreastCancerTest extends BundledSetContract {
  BreastCancerTest() {
    super(
        new BreastCancerProvider(),
        new Facts(
            "cell nuclei of breast masses: 569 rows of 30 features in 2 classes",
            569,
            30,
            "mean_radius",
            "worst_fractal_dimension",
            Map.ofEntries(Map.entry("benign", 357L), Map.entry("malignant", 212L)),
            1056474.4596356));
  }
}
