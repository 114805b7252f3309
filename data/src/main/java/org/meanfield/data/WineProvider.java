package org.meanfield.data;

import org.meanfield.api.plugin.Descriptor;

/// Wines of three cultivars.
public final class WineProvider extends BundledProvider {
  /// For the service loader.
  public WineProvider() {
    super(
        Descriptor.of(
                "meanfield:wine",
                "Chemical analyses of wines of three cultivars 0, 1, 2: 178 rows, 13 features.")
            .citing(
                uci(
                    "aeberhard-forina-1992",
                    "S. Aeberhard, M. Forina, Wine (1992)",
                    "10.24432/C5PC7J")),
        "wine.csv",
        "cultivar",
        "wines of three cultivars");
  }
}
