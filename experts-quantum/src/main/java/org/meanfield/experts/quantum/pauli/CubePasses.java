package org.meanfield.experts.quantum.pauli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// In which order, and how many at a time, the edges of an orbit are taken.
///
/// An operation takes a few edges only, so an orbit of more edges takes several passes. Of all
/// orders the cheapest is taken; only where there are too many edges to try them all, edges that
/// join inputs come first and those that branch off outputs last, so that few coefficients are on
/// the way.
final class CubePasses {
  /// With more edges orders are not tried one by one.
  private static final int MOST_TRIED = 5;

  /// An orbit up to the numbers of its strings.
  private record Shape(long edges, Set<Long> inputs, Set<Long> outputs) {}

  /// The cheapest way on from some edges done.
  private record Way(double cost, List<Long> passes) {}

  private final Map<Shape, List<Long>> known = new HashMap<>();

  /// How many particles costs are for.
  static final int PARTICLES = 8;

  /// {@return what an operation costs forward twice and back, in nanoseconds for [#PARTICLES] on
  /// one machine: it is what its rows take to be read and written}
  ///
  /// @param kind the operation
  static double cost(Kind kind) {
    return 0.6 + 1.6 * (kind.inputs() + kind.outputs());
  }

  /// {@return the edges of each pass}
  ///
  /// @param orbit the orbit
  List<Long> of(PauliOrbit orbit) {
    Set<Long> inputs = set(orbit.inputs());
    Set<Long> outputs = set(orbit.outputs());
    return known.computeIfAbsent(new Shape(orbit.edges(), inputs, outputs), CubePasses::choose);
  }

  private static Set<Long> set(List<PauliOrbit.Member> members) {
    Set<Long> set = new HashSet<>();
    members.forEach(m -> set.add(m.at()));
    return set;
  }

  private static List<Long> choose(Shape shape) {
    List<Long> passes = new ArrayList<>();
    Set<Long> now = shape.inputs();
    long left = shape.edges();
    while (Long.bitCount(left) > MOST_TRIED) {
      long edges = first(left, shape);
      List<CubeFace> faces = faces(shape, now, edges, left);
      while (!faces.stream().allMatch(CubeFace::fits)) {
        edges &= edges - 1;
        faces = faces(shape, now, edges, left);
      }
      left &= ~edges;
      now = after(faces);
      passes.add(edges);
    }
    passes.addAll(cheapest(shape, now, left, new HashMap<>()).passes);
    return passes;
  }

  /// @param edges to be taken next
  /// @param left those and the ones after them
  private static List<CubeFace> faces(Shape shape, Set<Long> now, long edges, long left) {
    return CubeFace.all(now, shape.outputs(), edges, (shape.edges() & ~left) | edges);
  }

  /// As many edges as an operation takes.
  private static long first(long left, Shape shape) {
    long turned = left & CubeFace.differing(shape.inputs());
    long branched = left & CubeFace.differing(shape.outputs());
    long edges = 0;
    for (long group : new long[] {turned & ~branched, turned & branched, branched & ~turned}) {
      for (long rest = group; rest != 0; rest &= rest - 1) {
        edges |= Long.bitCount(edges) < Kind.MOST_EDGES ? Long.lowestOneBit(rest) : 0;
      }
    }
    long scaled = left & ~turned & ~branched;
    for (int i = 0; i < Kind.MOST_SCALED; i++) {
      edges |= Long.lowestOneBit(scaled & ~edges);
    }
    return edges;
  }

  private static Way cheapest(Shape shape, Set<Long> now, long left, Map<Long, Way> ways) {
    if (left == 0) {
      return new Way(0, List.of());
    }
    Way best = ways.get(left);
    if (best != null) {
      return best;
    }
    best = new Way(Double.POSITIVE_INFINITY, List.of());
    for (long edges = left; edges != 0; edges = (edges - 1) & left) {
      if (Long.bitCount(edges) <= Kind.MOST_EDGES + Kind.MOST_SCALED) {
        List<CubeFace> faces = faces(shape, now, edges, left);
        if (faces.stream().allMatch(CubeFace::fits)) {
          Way rest = cheapest(shape, after(faces), left & ~edges, ways);
          double cost = rest.cost;
          for (CubeFace face : faces) {
            cost += cost(face.kind());
          }
          if (cost < best.cost) {
            List<Long> passes = new ArrayList<>(List.of(edges));
            passes.addAll(rest.passes);
            best = new Way(cost, passes);
          }
        }
      }
    }
    ways.put(left, best);
    return best;
  }

  private static Set<Long> after(List<CubeFace> faces) {
    Set<Long> after = new HashSet<>();
    faces.forEach(face -> after.addAll(face.outputs()));
    return after;
  }
}
