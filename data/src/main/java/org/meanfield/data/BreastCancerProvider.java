package org.meanfield.data;

import org.meanfield.api.plugin.Descriptor;

/// Cell nuclei of breast masses.
public final class BreastCancerProvider extends BundledProvider {
  /// For the service loader.
  public BreastCancerProvider() {
    super(
        Descriptor.of(
                "meanfield:breast-cancer",
                "Cell nuclei of breast masses, malignant or benign: 569 rows, 30 features.")
            .citing(
                uci(
                    "wolberg-1993",
                    "W. Wolberg, O. Mangasarian, N. Street, W. Street, Breast Cancer Wisconsin"
                        + " (Diagnostic) (1993)",
                    "10.24432/C5DW2B")),
        "breast_cancer.csv",
        "diagnosis",
        "cell nuclei of breast masses");
  }
}
