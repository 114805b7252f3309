package org.meanfield.data;

import org.meanfield.api.plugin.Descriptor;

/// Fisher's irises.
public final class IrisProvider extends BundledProvider {
  /// For the service loader.
  public IrisProvider() {
    super(
        Descriptor.of(
                "meanfield:iris",
                "Fisher's irises, setosa, versicolor and virginica: 150 rows, 4 lengths in cm.")
            .citing(uci("fisher-1936", "R. A. Fisher, Iris (1936)", "10.24432/C56C76")),
        "iris.csv",
        "species",
        "Fisher's irises");
  }
}
