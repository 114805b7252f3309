package org.meanfield.experts.quantum.pauli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// What one operation of a pass does: coefficients that differ along the pass's edges alone.
///
/// @param inputs those that are there
/// @param outputs those that some output of the orbit needs
/// @param turned the edges along which inputs differ
/// @param branched the others along which outputs differ
/// @param scaled the others
record CubeFace(List<Long> inputs, List<Long> outputs, long turned, long branched, long scaled) {
  /// {@return the operations of a pass}
  ///
  /// @param now the coefficients before it
  /// @param needed the outputs of the orbit
  /// @param edges the pass's edges
  /// @param done those and the edges of earlier passes
  static List<CubeFace> all(Set<Long> now, Set<Long> needed, long edges, long done) {
    Set<Long> reached = new LinkedHashSet<>();
    needed.forEach(w -> reached.add(w & done));
    Map<Long, List<Long>> faces = new LinkedHashMap<>();
    now.forEach(u -> faces.computeIfAbsent(u & ~edges, _ -> new ArrayList<>()).add(u));
    List<CubeFace> all = new ArrayList<>();
    faces.forEach((base, inputs) -> {
      List<Long> outputs = outputs(base, reached, edges, done);
      all.add(of(inputs, outputs, edges));
    });
    return all;
  }

  private static List<Long> outputs(long base, Set<Long> reached, long edges, long done) {
    List<Long> outputs = new ArrayList<>();
    long subset = 0;
    do {
      if (reached.contains((base | subset) & done)) {
        outputs.add(base | subset);
      }
      subset = (subset - edges) & edges;
    } while (subset != 0);
    return outputs;
  }

  private static CubeFace of(List<Long> inputs, List<Long> outputs, long edges) {
    long turned = differing(inputs);
    long branched = differing(outputs) & ~turned;
    return new CubeFace(inputs, outputs, turned, branched, edges & ~turned & ~branched);
  }

  /// {@return the edges along which members differ}
  ///
  /// @param members at least one
  static long differing(Collection<Long> members) {
    long first = members.iterator().next();
    long edges = 0;
    for (long u : members) {
      edges |= u ^ first;
    }
    return edges;
  }

  /// {@return whether there is an operation that does it}
  boolean fits() {
    return Long.bitCount(turned | branched) <= Kind.MOST_EDGES
        && Long.bitCount(scaled) <= Kind.MOST_SCALED;
  }

  /// {@return the kind of the operation, if one fits}
  Kind kind() {
    return new Kind(Long.bitCount(turned), Long.bitCount(branched), Long.bitCount(scaled));
  }

  /// {@return whether inputs are missing or outputs of no use, which ends may be}
  ///
  /// @param ends whether outputs are ends
  boolean partial(boolean ends) {
    return inputs.size() < kind().inputs() || (!ends && outputs.size() < kind().outputs());
  }
}
