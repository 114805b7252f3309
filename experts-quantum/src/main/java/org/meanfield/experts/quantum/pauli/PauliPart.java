package org.meanfield.experts.quantum.pauli;

import org.meanfield.kernels.pauli.RotationTable;

/// A stretch of a propagation as a table: from coefficients of the strings that matter before it
/// (roots, the rows 1, 2, …) to those of the strings that matter after it (ends). Immutable; its
/// arrays are not to be changed.
final class PauliPart {
  /// The operations.
  final RotationTable table;

  /// Per root, its string; root r is row 1 + r.
  final int[] roots;

  /// Per string to end with, the string, in the order of their ends.
  final int[] ends;

  /// Per string to end with, the number of its end.
  final int[] endNumbers;

  /// Per string to end with, what the end is to be multiplied by for the coefficient of +P: ±1
  /// without noise, and ±√2 for each label.
  final double[] endFactors;

  /// The table's last angles, in radians.
  final double[] constants;

  PauliPart(
      RotationTable table,
      int[] roots,
      int[] ends,
      int[] endNumbers,
      double[] endFactors,
      double[] constants) {
    this.table = table;
    this.roots = roots;
    this.ends = ends;
    this.endNumbers = endNumbers;
    this.endFactors = endFactors;
    this.constants = constants;
  }

  /// {@return one number per end of the table, 0 for those of no use}
  ///
  /// @param numbers one per string to end with
  double[] weights(double[] numbers) {
    double[] weights = new double[table.ends()];
    for (int s = 0; s < numbers.length; s++) {
      weights[endNumbers[s]] = numbers[s];
    }
    return weights;
  }
}
