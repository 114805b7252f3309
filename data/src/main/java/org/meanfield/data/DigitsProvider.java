package org.meanfield.data;

import org.meanfield.api.plugin.Descriptor;

/// Handwritten digits, 8×8 pixels.
public final class DigitsProvider extends BundledProvider {
  /// For the service loader.
  public DigitsProvider() {
    super(
        Descriptor.of(
                "meanfield:digits",
                "Handwritten digits 0 … 9 on 8×8 pixels of 0 … 16: 1797 rows, 64 features.")
            .citing(
                uci(
                    "alpaydin-kaynak-1998",
                    "E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits (1998),"
                        + " test part",
                    "10.24432/C50P49")),
        "digits.csv",
        "digit",
        "handwritten digits on 8×8 pixels");
  }
}
