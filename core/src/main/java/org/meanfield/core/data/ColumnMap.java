package org.meanfield.core.data;

import org.meanfield.api.Inputs;

/// A map of inputs to inputs, fitted on training data and applied to any.
interface ColumnMap {
  /// {@return the images of the given inputs}
  ///
  /// @param inputs with as many features as those fitted on
  Inputs apply(Inputs inputs);
}
