package org.meanfield.experts.quantum.pauli;

import org.meanfield.kernels.pauli.RotationTable;

/// A stretch of a propagation as a table: from coefficients of the strings that matter before it
/// (roots, the rows 1, 2, …) to those of the strings that matter after it (ends). Immutable; its
/// arrays are not to be changed.
final class PauliPart {
  /// The operations.
  final RotationTable table;

  /// Per root, its string.
  final int[] roots;

  /// Per root, the row.
  final int[] rootRows;

  /// Per string to end with, the string, in the order of their ends.
  final int[] ends;

  /// Per string to end with, the number of its end.
  final int[] endNumbers;

  /// Per string to end with, what the end is to be multiplied by for the coefficient of +P: ±1
  /// without noise.
  final double[] endFactors;

  /// The table's last angles, in radians.
  final double[] constants;

  PauliPart(
      RotationTable table,
      int[] roots,
      int[] rootRows,
      int[] ends,
      int[] endNumbers,
      double[] endFactors,
      double[] constants) {
    this.table = table;
    this.roots = roots;
    this.rootRows = rootRows;
    this.ends = ends;
    this.endNumbers = endNumbers;
    this.endFactors = endFactors;
    this.constants = constants;
  }

  /// Sets numbers of the strings to end with in the places of their ends.
  ///
  /// @param numbers one per string to end with
  /// @param ends receives one per end of the table
  void spread(double[] numbers, double[] ends) {
    for (int s = 0; s < numbers.length; s++) {
      ends[endNumbers[s]] = numbers[s];
    }
  }
}
