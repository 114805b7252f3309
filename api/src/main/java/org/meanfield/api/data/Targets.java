package org.meanfield.api.data;

import java.util.List;

/// What is to be learned.
public sealed interface Targets {
  /// A class for each row; the study chooses two of them.
  ///
  /// @param of the names of the classes, row by row
  record Labels(List<String> of) implements Targets {
    /// @param of the names of the classes, row by row
    public Labels {
      of = List.copyOf(of);
    }
  }

  /// A real number for each row.
  ///
  /// @param of the numbers, row by row
  record Values(List<Double> of) implements Targets {
    /// @param of the numbers, row by row
    public Values {
      of = List.copyOf(of);
    }
  }

  /// The responses y_j = E_ν f(·, x_j) of the study's own expert under a known law ν: a product of
  /// wrapped Cauchy laws with common first-moment modulus, carried by a large sample.
  ///
  /// @param concentration |E e^{iθ_k}| of ν, in [0, 1); 0 is uniform
  /// @param experts the number of experts that carry ν
  record Teacher(double concentration, int experts) implements Targets {}
}
