package org.meanfield.experts.quantum.pauli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.meanfield.experts.quantum.pauli.PauliOrbit.Member;
import org.meanfield.experts.quantum.program.RotationProgram.Shrinkage;
import org.meanfield.experts.quantum.program.SignedPauli;
import org.meanfield.kernels.pauli.RotationTable;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// Writes layers as a [RotationTable]: orbit by orbit cubes of plane rotations, operations of one
/// kind together.
///
/// In the basis Q_u of a [PauliOrbit] all rotations turn the same way. A row holds ± its
/// coefficient, as it comes; for a cube whose lowest corner is at F instead of 0 the basis is
/// (−1)^{|u∩F|} Q_u, so F is chosen to make the signs of a cube's inputs right, and rows for which
/// that does not suffice are negated.
///
/// Channels cost nothing where they come, nor do the gains of labelled layers: a string keeps what
/// its row is to be multiplied by for the coefficient, and rotations hand it on. Only where the
/// inputs of an orbit differ in it, the smaller ones are multiplied by their quotients with the
/// largest. These are in [0, 1), sines of constant angles, for a sine of 0 is 0: rotations whose
/// other end is lost.
final class CubeWriter {
  /// What the operations of a run have in common.
  ///
  /// @param kind theirs
  /// @param partial whether inputs are missing or rows of no use
  private record Run(Kind kind, boolean partial) {}

  /// ± a coefficient.
  ///
  /// @param at its row, or the number of its end
  /// @param sign ±1
  /// @param end whether it is an end
  private record Value(int at, int sign, boolean end) {}

  /// An orbit on its way.
  private static final class Progress {
    final PauliOrbit orbit;
    final List<Long> passes;
    final Set<Long> needed = new LinkedHashSet<>();
    Map<Long, Value> now = new LinkedHashMap<>();

    /// What all its values are to be multiplied by, ≥ 0.
    final double scale;

    Progress(PauliOrbit orbit, List<Long> passes, double scale) {
      this.orbit = orbit;
      this.scale = scale;
      this.passes = passes;
      orbit.outputs().forEach(m -> needed.add(m.at()));
    }
  }

  /// One operation of a pass.
  ///
  /// @param face what it does
  /// @param complete whether its orbit takes no further pass
  /// @param before the coefficients before the pass
  /// @param after those after it; receives its outputs
  private record Cube(
      CubeFace face, boolean complete, Map<Long, Value> before, Map<Long, Value> after) {
    Value input(int i) {
      return Objects.requireNonNull(before.get(face.inputs().get(i)));
    }
  }

  /// Products of the same factors in another order differ by less, relatively.
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  private final PauliStringIndex strings;
  private final int[] angles;
  private final double[] factors;
  private final int[] roots;
  private final int[] row;

  /// Strings that have an end for a row.
  private final BitSet ended = new BitSet();

  private final RotationTable.Builder table;
  private final CubePasses choice = new CubePasses();

  /// Quotients and the angles whose sines they are.
  private final NavigableMap<Double, Integer> quotients = new TreeMap<>();

  private final List<Double> constants = new ArrayList<>();

  /// What writes ends, to come after all rows.
  private final Map<Run, List<Prepared>> ending = new LinkedHashMap<>();

  /// @param strings the strings
  /// @param angles per rotation in the order of propagation, the number of its angle in its part
  /// @param count how many angles the part has, apart from constants that channels add
  /// @param factors per string that has a row, what to multiply that by for the coefficient;
  ///   updated
  /// @param roots the strings to begin with
  CubeWriter(PauliStringIndex strings, int[] angles, int count, double[] factors, int[] roots) {
    this.strings = strings;
    this.angles = angles;
    this.factors = factors;
    this.roots = roots;
    this.row = new int[strings.count()];
    for (int r = 0; r < roots.length; r++) {
      row[roots[r]] = 1 + r;
    }
    this.table = new RotationTable.Builder(roots.length, count);
  }

  private void write(PauliLayer layer, boolean last) {
    List<Progress> orbits = new ArrayList<>();
    for (PauliOrbit orbit : layer.orbits()) {
      double scale = 0;
      for (Member m : orbit.inputs()) {
        scale = Math.max(scale, Math.abs(factors[m.string()]));
      }
      Progress progress = new Progress(orbit, choice.of(orbit), scale);
      for (Member m : orbit.inputs()) {
        int s = m.string();
        int sign = factors[s] < 0 ? -1 : 1;
        progress.now.put(m.at(), new Value(row[s], sign * sign(layer, orbit, m.at()), false));
      }
      orbits.add(progress);
    }
    level(orbits);
    int passes = orbits.stream().mapToInt(o -> o.passes.size()).max().orElse(0);
    for (int pass = 0; pass < passes; pass++) {
      write(layer, last, orbits, pass);
    }
    turn(ending, table::endRun);
    ending.clear();
    for (Progress progress : orbits) {
      PauliOrbit orbit = progress.orbit;
      for (Member m : orbit.outputs()) {
        Value value = Objects.requireNonNull(progress.now.get(m.at()));
        row[m.string()] = value.at();
        ended.set(m.string(), value.end());
        factors[m.string()] =
            value.sign() * sign(layer, orbit, m.at()) * progress.scale * layer.gain(orbit.edges());
      }
    }
    shrink(layer);
  }

  /// Makes all inputs of an orbit ask for one scale.
  private void level(List<Progress> orbits) {
    boolean begun = false;
    for (Progress progress : orbits) {
      for (Member m : progress.orbit.inputs()) {
        // If all of it is 0, no number: nothing is to be done.
        double quotient = Math.abs(factors[m.string()]) / progress.scale;
        if (quotient < 1 - ROUNDING) {
          if (!begun) {
            table.run(new Kind(0, 0, 1));
            begun = true;
          }
          Value value = Objects.requireNonNull(progress.now.get(m.at()));
          int made = table.add(new int[] {value.at()}, 1, new int[] {angle(quotient)}, true);
          progress.now.put(m.at(), new Value(made, value.sign(), false));
        }
      }
    }
  }

  /// The angle with a sine.
  private int angle(double sine) {
    Map.Entry<Double, Integer> near = quotients.ceilingEntry(sine * (1 - ROUNDING));
    if (near != null && near.getKey() <= sine * (1 + ROUNDING)) {
      return near.getValue();
    }
    constants.add(Math.asin(sine));
    int angle = table.addAngle();
    quotients.put(sine, angle);
    return angle;
  }

  private void shrink(PauliLayer layer) {
    for (int s = 0; s < factors.length && !layer.shrinkages().isEmpty(); s++) {
      if (row[s] != 0 || ended.get(s)) {
        for (Shrinkage shrinkage : layer.shrinkages()) {
          factors[s] *= shrinkage.factor(strings.x(s), strings.z(s));
        }
      }
    }
  }

  /// ±1 with Q_u = ±P_u and Q_0 = P_0.
  private int sign(PauliLayer layer, PauliOrbit orbit, long u) {
    int base = orbit.inputs().getFirst().string();
    long x = strings.x(base);
    long z = strings.z(base);
    int sign = 1;
    for (long rest = u; rest != 0; rest &= rest - 1) {
      SignedPauli axis = layer.axis(Long.numberOfTrailingZeros(rest));
      sign *= axis.sign() * PauliStringIndex.turn(x, z, axis.string());
      x ^= axis.string().x();
      z ^= axis.string().z();
    }
    return sign;
  }

  private void write(PauliLayer layer, boolean last, List<Progress> orbits, int pass) {
    List<Cube> cubes = new ArrayList<>();
    for (Progress progress : orbits) {
      if (pass < progress.passes.size()) {
        long done = 0;
        for (int i = 0; i <= pass; i++) {
          done |= progress.passes.get(i);
        }
        Map<Long, Value> after = new LinkedHashMap<>();
        long edges = progress.passes.get(pass);
        for (CubeFace face : CubeFace.all(progress.now.keySet(), progress.needed, edges, done)) {
          boolean complete = pass == progress.passes.size() - 1;
          cubes.add(new Cube(face, complete, progress.now, after));
        }
        progress.now = after;
      }
    }
    List<Prepared> all =
        cubes.stream().map(cube -> prepare(layer, cube, last && cube.complete())).toList();
    negate(all);
    Map<Run, List<Prepared>> some = new LinkedHashMap<>();
    for (Prepared each : all) {
      (each.end ? ending : some).computeIfAbsent(each.run(), _ -> new ArrayList<>()).add(each);
    }
    turn(some, table::run);
  }

  private void turn(Map<Run, List<Prepared>> some, Consumer<Kind> begin) {
    some.forEach((run, each) -> {
      begin.accept(run.kind());
      spread(each).forEach(this::turn);
    });
  }

  /// Neighbours with different angles, where there are any: one need not wait until the other has
  /// added to the angle's derivative.
  private static List<Prepared> spread(List<Prepared> some) {
    Map<List<Integer>, Deque<Prepared>> byAngles = new LinkedHashMap<>();
    for (Prepared each : some) {
      List<Integer> angles = Arrays.stream(each.angles).boxed().toList();
      byAngles.computeIfAbsent(angles, _ -> new ArrayDeque<>()).add(each);
    }
    List<Prepared> spread = new ArrayList<>();
    while (spread.size() < some.size()) {
      byAngles.values().stream().filter(q -> !q.isEmpty()).forEach(q -> spread.add(q.remove()));
    }
    return spread;
  }

  private int angle(PauliLayer layer, long edge) {
    return angles[layer.first() + Long.numberOfTrailingZeros(edge)];
  }

  /// A cube with its rows in place.
  private static final class Prepared {
    final Cube cube;
    final boolean end;

    /// Turned and branched.
    final long[] edges;

    /// Of the scaled edges too.
    final int[] angles;

    /// Per scaled edge.
    final boolean[] sines;

    final int[] rows;
    final boolean[] negative;
    long corner;
    int sign;

    Prepared(Cube cube, boolean end, int edges, int scaled, int rows) {
      this.cube = cube;
      this.end = end;
      this.edges = new long[edges];
      this.angles = new int[edges + scaled];
      this.sines = new boolean[scaled];
      this.rows = new int[rows];
      this.negative = new boolean[rows];
    }

    /// What it has in common with others.
    Run run() {
      return new Run(cube.face().kind(), cube.face().partial(end));
    }

    /// Bit by bit which outputs are of use.
    int used() {
      int used = 0;
      for (long w : cube.face().outputs()) {
        used |= 1 << index(w ^ corner, edges);
      }
      return used;
    }
  }

  private Prepared prepare(PauliLayer layer, Cube cube, boolean end) {
    CubeFace face = cube.face();
    Kind kind = face.kind();
    Prepared prepared =
        new Prepared(cube, end, kind.turned() + kind.branched(), kind.scaled(), kind.inputs());
    int e = 0;
    for (long group : new long[] {face.turned(), face.branched()}) {
      for (long rest = group; rest != 0; rest &= rest - 1) {
        prepared.edges[e] = Long.lowestOneBit(rest);
        prepared.angles[e++] = angle(layer, Long.lowestOneBit(rest));
      }
    }
    List<Long> inputs = face.inputs();
    long start = inputs.getFirst();
    int sign = 1;
    for (long rest = face.scaled(); rest != 0; rest &= rest - 1) {
      long edge = Long.lowestOneBit(rest);
      long across = (start ^ face.outputs().getFirst()) & edge;
      prepared.sines[e - prepared.edges.length] = across != 0;
      prepared.angles[e++] = angle(layer, edge);
      // From bit 1 to bit 0 it is −sin θ.
      sign *= (across & start) != 0 ? -1 : 1;
    }
    int startSign = cube.input(0).sign();
    // Inputs have bit 0 on branched edges.
    prepared.corner = start & face.branched();
    for (int i = 0; i < inputs.size(); i++) {
      long across = inputs.get(i) ^ start;
      if (Long.bitCount(across) == 1 && cube.input(i).sign() != startSign) {
        prepared.corner |= across;
      }
    }
    int inputSign = startSign * parity(start & prepared.corner);
    for (int i = 0; i < inputs.size(); i++) {
      long u = inputs.get(i);
      int at = index(u ^ prepared.corner, prepared.edges);
      prepared.rows[at] = cube.input(i).at();
      prepared.negative[at] = cube.input(i).sign() * parity(u & prepared.corner) != inputSign;
    }
    prepared.sign = sign * inputSign;
    return prepared;
  }

  private static int parity(long edges) {
    return (Long.bitCount(edges) & 1) == 0 ? 1 : -1;
  }

  private static int index(long u, long[] edges) {
    int index = 0;
    for (int i = 0; i < edges.length; i++) {
      index |= (u & edges[i]) != 0 ? 1 << i : 0;
    }
    return index;
  }

  private void negate(List<Prepared> some) {
    boolean begun = false;
    for (Prepared each : some) {
      for (int i = 0; i < each.rows.length; i++) {
        if (each.negative[i]) {
          if (!begun) {
            table.run(Kind.NEGATION);
            begun = true;
          }
          each.rows[i] = table.add(new int[] {each.rows[i]}, 1, new int[0]);
        }
      }
    }
  }

  private void turn(Prepared each) {
    int made = table.add(each.rows, each.used(), each.angles, each.sines);
    for (long w : each.cube.face().outputs()) {
      int at = made + index(w ^ each.corner, each.edges);
      each.cube.after().put(w, new Value(at, each.sign * parity(w & each.corner), each.end));
    }
  }

  /// {@return layers as a part}
  ///
  /// @param layers in the order of propagation
  /// @param after the strings to end with
  PauliPart part(List<PauliLayer> layers, int[] after) {
    int last = layers.size() - 1;
    while (last > 0 && layers.get(last).orbits().isEmpty()) {
      last--;
    }
    for (int i = 0; i < layers.size(); i++) {
      write(layers.get(i), i == last);
    }
    end(after);
    int[] ends =
        Arrays.stream(after)
            .boxed()
            .sorted(Comparator.comparingInt(s -> row[s]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new PauliPart(
        table.build(),
        roots,
        ends,
        Arrays.stream(ends).map(s -> row[s]).toArray(),
        Arrays.stream(ends).mapToDouble(s -> factors[s]).toArray(),
        constants.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// Makes ends of the rows of strings that the last layer leaves as they are.
  private void end(int[] after) {
    boolean begun = false;
    for (int s : after) {
      if (!ended.get(s)) {
        if (!begun) {
          table.endRun(Kind.NEGATION);
          begun = true;
        }
        row[s] = table.add(new int[] {row[s]}, 1, new int[0]);
        factors[s] = -factors[s];
      }
    }
  }
}
