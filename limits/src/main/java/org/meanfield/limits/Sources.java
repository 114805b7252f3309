package org.meanfield.limits;

import org.meanfield.api.plugin.Citation;

/// Sources that more than one solver rests on.
final class Sources {
  static final Citation DORMAND_PRINCE =
      new Citation(
          "hairer-norsett-wanner-1993",
          "E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, 2nd ed.,"
              + " Springer (1993)",
          "https://doi.org/10.1007/978-3-540-78862-1");

  static final Citation SLOAN_REZTSOV =
      new Citation(
          "sloan-reztsov-2002",
          "I. H. Sloan, A. V. Reztsov, Component-by-component construction of good lattice rules,"
              + " Mathematics of Computation 71, 263–273 (2002)",
          "https://doi.org/10.1090/S0025-5718-01-01342-4");

  private Sources() {}
}
