package org.meanfield.experts.quantum;

import org.meanfield.kernels.pauli.RotationTable;

/// A stretch of a propagation as a table: from coefficients of the strings that matter before it
/// (roots, the rows 0, 1, …) to those of the strings that matter after it (ends, whose adjoints are
/// the rows 0, 1, …). Immutable; its arrays are not to be changed.
final class PauliPart {
  /// The operations.
  final RotationTable table;

  /// Per root, its string.
  final int[] roots;

  /// Per root, the row of its adjoint.
  final int[] rootAdjoints;

  /// Per end, its string.
  final int[] ends;

  /// Per end, its row.
  final int[] endRows;

  PauliPart(RotationTable table, int[] roots, int[] rootAdjoints, int[] ends, int[] endRows) {
    this.table = table;
    this.roots = roots;
    this.rootAdjoints = rootAdjoints;
    this.ends = ends;
    this.endRows = endRows;
  }
}
