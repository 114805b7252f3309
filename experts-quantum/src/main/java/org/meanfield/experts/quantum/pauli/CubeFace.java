package org.meanfield.experts.quantum.pauli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one operation of a pass does: coefficients that differ along the pass's edges alone.
///
/// @param inputs those that are there
/// @param outputs those that some output of the orbit needs
/// @param joined the edges along which inputs differ
/// @param branched the other edges, but
/// @param scaled those along which a single coefficient is multiplied by a cosine or sine
record CubeFace(List<Long> inputs, List<Long> outputs, long joined, long branched, long scaled) {
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
      if (!outputs.isEmpty()) {
        all.add(of(inputs, outputs, edges));
      }
    });
    return all;
  }

  private static List<Long> outputs(long base, Set<Long> reached, long edges, long done) {
    List<Long> outputs = new ArrayList<>();
    if (Long.bitCount(edges) <= CubePasses.EDGES) {
      long subset = 0;
      do {
        if (reached.contains((base | subset) & done)) {
          outputs.add(base | subset);
        }
        subset = (subset - edges) & edges;
      } while (subset != 0);
    } else {
      // More edges are scaled along, all to one end.
      reached.stream()
          .filter(w -> (w & ~edges) == (base & done))
          .forEach(w -> outputs.add(base | (w & edges)));
    }
    return outputs;
  }

  private static CubeFace of(List<Long> inputs, List<Long> outputs, long edges) {
    long joined = CubePasses.face(new LinkedHashSet<>(inputs));
    long fixed = edges & ~joined & ~CubePasses.face(new LinkedHashSet<>(outputs));
    long branched = edges & ~joined & ~fixed;
    boolean scales =
        inputs.size() == 1 && CubePasses.scales(Long.bitCount(fixed), Long.bitCount(branched));
    return scales
        ? new CubeFace(inputs, outputs, joined, branched, fixed)
        : new CubeFace(inputs, outputs, joined, branched | fixed, 0);
  }
}
