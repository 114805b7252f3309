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

  /// Per end, its string, by ascending rows.
  final int[] ends;

  /// Per end, its row.
  final int[] endRows;

  /// Per end, what the row is to be multiplied by for the coefficient of +P: ±1 without noise.
  final double[] endFactors;

  /// The table's last angles, in radians.
  final double[] constants;

  PauliPart(
      RotationTable table,
      int[] roots,
      int[] rootRows,
      int[] ends,
      int[] endRows,
      double[] endFactors,
      double[] constants) {
    this.table = table;
    this.roots = roots;
    this.rootRows = rootRows;
    this.ends = ends;
    this.endRows = endRows;
    this.endFactors = endFactors;
    this.constants = constants;
  }
}
