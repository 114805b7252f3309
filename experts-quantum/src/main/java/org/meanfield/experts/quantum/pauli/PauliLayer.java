package org.meanfield.experts.quantum.pauli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.experts.quantum.pauli.PauliOrbit.Member;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.experts.quantum.program.RotationProgram.Shrinkage;
import org.meanfield.experts.quantum.program.SignedPauli;

/// Neighbouring rotations of a propagation that commute and whose axes are independent: none is a
/// product of others. At most 62. Then, in the order of propagation, channels.
final class PauliLayer {
  /// What is in one orbit.
  private record OrbitKey(long edges, long x, long z) {}

  private static final class Members {
    final List<Member> inputs = new ArrayList<>();
    final List<Member> outputs = new ArrayList<>();
  }

  private final int first;

  /// The bit of the first rotation's label, or −1 if they have none.
  private final int label;

  private final List<Rotation> rotations = new ArrayList<>();
  private final List<Shrinkage> shrinkages = new ArrayList<>();
  private final Elimination independent = new Elimination();
  private List<PauliOrbit> orbits = new ArrayList<>();

  /// @param first the number of the first rotation in the order of propagation
  /// @param label the bit of the first rotation's label, or −1 if rotations have none
  PauliLayer(int first, int label) {
    this.first = first;
    this.label = label;
  }

  /// {@return whether rotations have [labels][Reuploads]}
  boolean isLabelled() {
    return label >= 0;
  }

  /// {@return whether the rotation was taken into the layer}
  boolean accepts(Rotation rotation) {
    PauliString axis = rotation.axis().string();
    if (!shrinkages.isEmpty()
        || !rotations.stream().allMatch(rotation::commutesWith)
        || !independent.add(axis.x(), axis.z(), 0)) {
      return false;
    }
    rotations.add(rotation);
    return true;
  }

  /// Takes a channel into the layer, which takes no more rotations then.
  void add(Shrinkage shrinkage) {
    shrinkages.add(shrinkage);
  }

  /// {@return the channels after the rotations in the order of propagation}
  List<Shrinkage> shrinkages() {
    return shrinkages;
  }

  /// {@return the number of the first rotation in the order of propagation}
  int first() {
    return first;
  }

  /// {@return how many rotations there are}
  int size() {
    return rotations.size();
  }

  /// {@return the axis of rotation q}
  SignedPauli axis(int q) {
    return rotations.get(q).axis();
  }

  /// {@return bit q for each axis q that anticommutes with a string}
  ///
  /// @param strings the strings
  /// @param s its number
  long edges(PauliStringIndex strings, int s) {
    long edges = 0;
    for (int q = 0; q < rotations.size(); q++) {
      if (strings.anticommutes(s, axis(q).string())) {
        edges |= 1L << q;
      }
    }
    return edges;
  }

  /// Adds the orbit of a string that labelled rotations make others of: a string of its own for
  /// each subset of edges.
  ///
  /// @param orbit the string and what it becomes
  void add(PauliOrbit orbit) {
    orbits.add(orbit);
  }

  /// {@return the masks of what labelled rotations make of a string, X before Z}
  ///
  /// @param strings the strings
  /// @param s the string's number
  /// @param edges of its orbit
  /// @param moved those that it is moved along
  long[] labelled(PauliStringIndex strings, int s, long edges, long moved) {
    long x = strings.x(s) | moved << label;
    long z = strings.z(s) | (edges & ~moved) << label;
    for (long rest = moved; rest != 0; rest &= rest - 1) {
      PauliString axis = axis(Long.numberOfTrailingZeros(rest)).string();
      x ^= axis.x();
      z ^= axis.z();
    }
    return new long[] {x, z};
  }

  /// {@return what the coefficients of an orbit are to be multiplied by after the layer: labelled
  /// rotations run as rotations by [PauliPropagation#BRANCHING], cos = sin = 1/√2}
  ///
  /// @param edges of the orbit
  double gain(long edges) {
    return isLabelled() ? Math.pow(2, Long.bitCount(edges) / 2.0) : 1;
  }

  /// Sorts strings into orbits.
  ///
  /// @param strings the strings
  /// @param inputs those before the layer
  /// @param outputs those after it
  void sort(PauliStringIndex strings, int[] inputs, int[] outputs) {
    Map<Long, Elimination> eliminations = new HashMap<>();
    Map<OrbitKey, Members> found = new LinkedHashMap<>();
    for (int s : inputs) {
      sort(strings, s, true, eliminations, found);
    }
    for (int s : outputs) {
      sort(strings, s, false, eliminations, found);
    }
    List<PauliOrbit> sorted = new ArrayList<>();
    found.forEach((key, m) -> {
      long base = m.inputs.getFirst().at();
      sorted.add(new PauliOrbit(key.edges(), from(base, m.inputs), from(base, m.outputs)));
    });
    orbits = sorted;
  }

  private void sort(
      PauliStringIndex strings,
      int s,
      boolean input,
      Map<Long, Elimination> eliminations,
      Map<OrbitKey, Members> found) {
    long edges = edges(strings, s);
    if (edges == 0) {
      return;
    }
    Elimination elimination = eliminations.computeIfAbsent(edges, this::elimination);
    Elimination.Rest rest = elimination.reduce(strings.x(s), strings.z(s));
    Members members =
        found.computeIfAbsent(new OrbitKey(edges, rest.x(), rest.z()), _ -> new Members());
    (input ? members.inputs : members.outputs).add(new Member(s, rest.combination()));
  }

  private static List<Member> from(long base, List<Member> members) {
    return members.stream().map(m -> new Member(m.string(), m.at() ^ base)).toList();
  }

  private Elimination elimination(long edges) {
    Elimination elimination = new Elimination();
    for (int q = 0; q < rotations.size(); q++) {
      if ((edges >>> q & 1) != 0) {
        PauliString axis = axis(q).string();
        elimination.add(axis.x(), axis.z(), 1L << q);
      }
    }
    return elimination;
  }

  /// {@return the orbits}
  List<PauliOrbit> orbits() {
    return orbits;
  }

  /// Keeps the orbits with an output that matters, and of their outputs those.
  ///
  /// @param kept the orbits
  void keep(List<PauliOrbit> kept) {
    orbits = List.copyOf(kept);
  }

  /// Gaussian elimination of strings, as vectors of two masks over the field of two elements.
  private static final class Elimination {
    /// @param x what is left of a vector
    /// @param z what is left of it
    /// @param combination the marks of the vectors taken off it, added
    record Rest(long x, long z, long combination) {}

    private final List<Rest> pivots = new ArrayList<>();

    /// Adds a vector unless it is a sum of others; tells whether it is not.
    boolean add(long x, long z, long mark) {
      Rest rest = reduce(x, z);
      if (rest.x() == 0 && rest.z() == 0) {
        return false;
      }
      pivots.add(new Rest(rest.x(), rest.z(), rest.combination() ^ mark));
      return true;
    }

    /// Takes off each pivot whose leading bit the vector has.
    Rest reduce(long x, long z) {
      long combination = 0;
      for (Rest pivot : pivots) {
        boolean has =
            pivot.x() != 0
                ? (x & Long.lowestOneBit(pivot.x())) != 0
                : (z & Long.lowestOneBit(pivot.z())) != 0;
        if (has) {
          x ^= pivot.x();
          z ^= pivot.z();
          combination ^= pivot.combination();
        }
      }
      return new Rest(x, z, combination);
    }
  }
}
