package org.meanfield.experts.quantum.pauli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// In which order, and how many at a time, the edges of an orbit are turned.
///
/// An operation turns up to three edges, so an orbit of more edges takes several passes. Edges that
/// join inputs come before those that branch off outputs, so that few coefficients are on the way;
/// among the choices the cheapest next pass is taken. An edge on which all inputs are at one end
/// and all outputs at one end multiplies by a cosine or sine and is taken where there are fewer of
/// them.
final class CubePasses {
  /// Most edges in an operation.
  static final int EDGES = 3;

  /// With more edges choices are not tried one by one.
  private static final int MOST_TRIED = 7;

  /// What a coefficient on the way between two passes costs besides, in [#cost]'s unit.
  private static final double ON_THE_WAY = 1;

  /// An orbit up to the numbers of its strings.
  private record Shape(long edges, Set<Long> inputs, Set<Long> outputs) {}

  private final Map<Shape, List<Long>> known = new HashMap<>();

  /// {@return what an operation costs forward twice and back, in nanoseconds for eight particles on
  /// one machine}
  ///
  /// @param kind the operation
  static double cost(Kind kind) {
    return switch (kind) {
      case NEGATE -> 2.6;
      case COSINE, SINE -> 3.4;
      case BRANCH -> 4.5;
      case BRANCH_TWO -> 7.6;
      case BRANCH_THREE -> 16;
      case TURN -> 6.3;
      case TURN_BRANCH -> 10.5;
      case TURN_BRANCH_TWO -> 16.5;
      case TURN_TWO -> 13.5;
      case TURN_TWO_BRANCH -> 20;
      case TURN_THREE -> 29;
    };
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
    long joined = face(shape.inputs());
    long branched = face(shape.outputs()) & ~joined;
    long scaled = shape.edges() & ~joined & ~branched;
    List<Long> passes = new ArrayList<>();
    boolean early = shape.inputs().size() <= shape.outputs().size();
    if (scaled != 0 && early) {
      passes.add(scaled);
    }
    long left = joined | branched;
    long done = scaled;
    Set<Long> now = shape.inputs();
    while (Long.bitCount(left) > EDGES) {
      long best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (long candidate : candidates(left, joined, face(shape.outputs()))) {
        Trial trial = Trial.of(now, shape.outputs(), candidate, done | candidate);
        double cost = trial.cost + ON_THE_WAY * trial.after.size();
        if (cost < least) {
          least = cost;
          best = candidate;
        }
      }
      passes.add(best);
      done |= best;
      left &= ~best;
      now = Trial.of(now, shape.outputs(), best, done).after;
    }
    if (left != 0) {
      passes.add(left);
    }
    if (scaled != 0 && !early) {
      passes.add(scaled);
    }
    return passes;
  }

  /// Which edges to try next: all choices of three, or the first three in the order of joined
  /// alone, both, branched alone.
  private static List<Long> candidates(long left, long joined, long branched) {
    List<Long> single = new ArrayList<>();
    for (long group :
        new long[] {left & joined & ~branched, left & joined & branched, left & ~joined}) {
      for (long rest = group; rest != 0; rest &= rest - 1) {
        single.add(Long.lowestOneBit(rest));
      }
    }
    if (single.size() > MOST_TRIED) {
      return List.of(single.get(0) | single.get(1) | single.get(2));
    }
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < single.size(); i++) {
      for (int j = i + 1; j < single.size(); j++) {
        for (int k = j + 1; k < single.size(); k++) {
          all.add(single.get(i) | single.get(j) | single.get(k));
        }
      }
    }
    return all;
  }

  /// {@return the edges along which the members differ}
  ///
  /// @param members at least one
  static long face(Set<Long> members) {
    long first = members.iterator().next();
    long face = 0;
    for (long u : members) {
      face |= u ^ first;
    }
    return face;
  }

  /// {@return whether single coefficients are better scaled along some edges, one by one, before
  /// the others branch, than branched along all}
  ///
  /// @param scaled how many edges could be scaled
  /// @param branched how many others there are
  static boolean scales(int scaled, int branched) {
    return scaled + branched > EDGES
        || scaled * cost(Kind.COSINE) + branches(branched) < branches(scaled + branched);
  }

  private static double branches(int edges) {
    return edges == 0 ? 0 : cost(Kind.cube(0, edges));
  }

  /// One pass, taken for its cost alone.
  private record Trial(double cost, Set<Long> after) {
    static Trial of(Set<Long> now, Set<Long> outputs, long edges, long done) {
      double cost = 0;
      Set<Long> after = new HashSet<>();
      for (CubeFace each : CubeFace.all(now, outputs, edges, done)) {
        int joined = Long.bitCount(each.joined());
        cost +=
            each.scaled() == 0 ? 0 : Long.bitCount(each.scaled()) * CubePasses.cost(Kind.COSINE);
        cost +=
            joined + Long.bitCount(each.branched()) == 0
                ? 0
                : CubePasses.cost(Kind.cube(joined, Long.bitCount(each.branched())));
        after.addAll(each.outputs());
      }
      return new Trial(cost, after);
    }
  }
}
