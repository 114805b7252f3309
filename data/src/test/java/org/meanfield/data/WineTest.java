package org.meanfield.data;

import java.util.Map;

class WineTest extends BundledSetContract {
  WineTest() {
    super(
        new WineProvider(),
        new Facts(
            "wines of three cultivars: 178 rows of 13 features in 3 classes",
            178,
            13,
            "alcohol",
            "proline",
            Map.ofEntries(Map.entry("0", 59L), Map.entry("1", 71L), Map.entry("2", 48L)),
            159975.295999));
  }
}
