package org.meanfield.integrators;

import org.meanfield.api.plugin.Citation;

/// Sources that more than one integrator rests on.
final class Sources {
  static final Citation HAIRER =
      new Citation(
          "hairer-norsett-wanner-1993",
          "E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, 2nd ed.,"
              + " Springer (1993)",
          "https://doi.org/10.1007/978-3-540-78862-1");

  private Sources() {}
}
