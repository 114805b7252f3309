package org.meanfield.experts.quantum;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.experts.quantum.RotationProgram.Rotation;
import org.meanfield.kernels.pauli.RotationTable;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// Which strings the observable becomes as it is moved back through the rotations, the last one
/// first: exact integers, no angles.
///
/// exp(iθA/2) Q exp(−iθA/2) is Q where A and Q commute, else cos θ Q + sin θ (−iQA), and −iQA = ±Q′
/// is a string. The coefficients of Q and Q′ turn in a plane: with −iQA = +Q′, a of Q and b of Q′
/// become a cos θ − b sin θ and b cos θ + a sin θ. Strings carry a sign, chosen where they first
/// appear, so that a string that branches off always comes with + sin θ.
///
/// A string *matters* if it can reach one of I and Z alone, the only ones with a mean in |0…0⟩;
/// what does not matter is neither computed nor stored.
///
/// **Reference.** P. Rall, D. Liang, J. Cook, W. Kretschmer, *Simulation of qubit quantum circuits
/// via Pauli propagation*, Phys. Rev. A 99, 062337 (2019), section III.
final class PauliPropagation {
  /// More strings than this are too many.
  static final int MOST_STRINGS = 1 << 20;

  /// More plane rotations than this are too many.
  static final int MOST_OPERATIONS = 1 << 23;

  /// There are more strings or plane rotations than the limits allow.
  static final class TooMany extends Exception {
    private static final long serialVersionUID = 1;

    TooMany() {
      super(null, null, false, false);
    }
  }

  private final PauliStringIndex strings = new PauliStringIndex();
  private final VanishingStrings vanishing;

  /// Operations in the order of propagation: the strings a and b; b = −1 where there is none.
  private int[] a = new int[64];

  private int[] b = new int[64];

  /// Whether both a and b were there before the operation, rather than b branching off.
  private final BitSet pairs = new BitSet();

  private int operations;

  /// Per rotation in the order of propagation, and one more: where its operations begin.
  private final int[] start;

  /// Per operation, whether a or b matters after it.
  private final BitSet needsA = new BitSet();

  private final BitSet needsB = new BitSet();

  /// Strings that are there and do not vanish.
  private int[] active = new int[64];

  private int actives;

  /// @param qubits m
  /// @param rotations R₁ … R_K in the order they act
  /// @param observable the strings to begin with: string t is that of term t
  /// @throws TooMany if the limits are passed
  PauliPropagation(int qubits, List<Rotation> rotations, PauliSum observable) throws TooMany {
    this.vanishing = new VanishingStrings(qubits, rotations);
    this.start = new int[rotations.size() + 1];
    for (PauliSum.Term term : observable.terms()) {
      activate(strings.add(term.string().x(), term.string().z(), 1));
    }
    forget(rotations.size());
    for (int step = 0; step < rotations.size(); step++) {
      int before = rotations.size() - 1 - step;
      start[step] = operations;
      turn(rotations.get(before).axis(), before);
      forget(before);
    }
    start[rotations.size()] = operations;
  }

  private void activate(int s) {
    if (actives == active.length) {
      active = Arrays.copyOf(active, 2 * actives);
    }
    active[actives++] = s;
  }

  /// Drops the strings that vanish with R₁ … R_k before them. They never come back: with fewer
  /// rotations still more strings vanish.
  private void forget(int k) {
    int kept = 0;
    for (int i = 0; i < actives; i++) {
      if (!vanishes(active[i], k)) {
        active[kept++] = active[i];
      }
    }
    actives = kept;
  }

  private boolean vanishes(int s, int k) {
    return vanishing.contains(k, strings.x(s), strings.z(s));
  }

  /// Moves the active strings back through R_{k+1}.
  private void turn(SignedPauli axis, int k) throws TooMany {
    int present = actives;
    for (int i = 0; i < present; i++) {
      int s = active[i];
      if (strings.anticommutes(s, axis.string())) {
        long x = strings.x(s) ^ axis.string().x();
        long z = strings.z(s) ^ axis.string().z();
        int sign = axis.sign() * strings.turn(s, axis.string()) * strings.sign(s);
        int partner = strings.find(x, z);
        if (partner >= 0 && !vanishes(partner, k + 1)) {
          if (s < partner) {
            boolean forth = sign == strings.sign(partner);
            pairs.set(operations);
            operate(forth ? s : partner, forth ? partner : s);
          }
        } else if (vanishing.contains(k, x, z)) {
          operate(s, -1);
        } else {
          int branch = strings.add(x, z, sign);
          activate(branch);
          operate(s, branch);
        }
      }
    }
  }

  private void operate(int one, int other) throws TooMany {
    if (operations == MOST_OPERATIONS || strings.count() > MOST_STRINGS) {
      throw new TooMany();
    }
    if (operations == a.length) {
      a = Arrays.copyOf(a, 2 * operations);
      b = Arrays.copyOf(b, 2 * operations);
    }
    a[operations] = one;
    b[operations] = other;
    operations++;
  }

  /// {@return the strings in the order of their numbers}
  PauliStringIndex strings() {
    return strings;
  }

  /// {@return the tables of the first `steps` rotations in the order of propagation, and of the
  /// others}
  ///
  /// @param steps where to cut
  /// @param angles per rotation in the order of propagation, the number of its angle in its part
  List<PauliPart> parts(int steps, int[] angles) {
    BitSet matter = new BitSet();
    for (int i = 0; i < actives; i++) {
      matter.set(active[i]);
    }
    int[] last = matter.stream().toArray();
    need(matter, steps, start.length - 1);
    int[] middle = matter.stream().toArray();
    need(matter, 0, steps);
    int[] first = matter.stream().toArray();
    return List.of(
        part(0, steps, first, middle, angles), part(steps, start.length - 1, middle, last, angles));
  }

  /// Goes back from the strings that matter after step `to` to those that matter before `from`.
  private void need(BitSet matter, int from, int to) {
    for (int i = start[to] - 1; i >= start[from]; i--) {
      boolean afterA = matter.get(a[i]);
      boolean afterB = b[i] >= 0 && matter.get(b[i]);
      needsA.set(i, afterA);
      needsB.set(i, afterB);
      matter.set(a[i], afterA || afterB);
      if (b[i] >= 0) {
        matter.set(b[i], pairs.get(i) && (afterA || afterB));
      }
    }
  }

  private PauliPart part(int from, int to, int[] roots, int[] ends, int[] angles) {
    AdjointRows adjoints = new AdjointRows(strings.count(), ends);
    int first = start[from];
    int[] rowA = new int[start[to] - first];
    int[] rowB = new int[start[to] - first];
    for (int step = to - 1; step >= from; step--) {
      for (int i = start[step + 1] - 1; i >= start[step]; i--) {
        assign(adjoints, i, rowA, rowB, i - first);
      }
      adjoints.release();
    }
    int[] row = new int[strings.count()];
    for (int r = 0; r < roots.length; r++) {
      row[roots[r]] = r;
    }
    int highest = Arrays.stream(angles, from, to).max().orElse(-1);
    RotationTable.Builder table =
        new RotationTable.Builder(roots.length, adjoints.count(), highest + 1);
    for (int step = from; step < to; step++) {
      for (Kind kind : Kind.values()) {
        boolean begun = false;
        for (int i = start[step]; i < start[step + 1]; i++) {
          if (kind(i) == kind) {
            if (!begun) {
              table.run(kind, angles[step]);
              begun = true;
            }
            write(table, kind, i, row, rowA[i - first], rowB[i - first]);
          }
        }
      }
    }
    return new PauliPart(
        table.build(),
        roots,
        Arrays.stream(roots).map(adjoints::row).toArray(),
        ends,
        Arrays.stream(ends).map(s -> row[s]).toArray());
  }

  private @Nullable Kind kind(int i) {
    boolean afterA = needsA.get(i);
    boolean afterB = needsB.get(i);
    if (afterA && afterB) {
      return pairs.get(i) ? Kind.TURN : Kind.BRANCH;
    }
    if (pairs.get(i)) {
      return afterA ? Kind.MINUS : afterB ? Kind.PLUS : null;
    }
    return afterA ? Kind.COSINE : afterB ? Kind.SINE : null;
  }

  /// Finds adjoint rows for an operation: of a′ and b′ where they matter, of a and b before it.
  private void assign(AdjointRows adjoints, int i, int[] rowA, int[] rowB, int at) {
    switch (kind(i)) {
      case TURN -> {
        rowA[at] = adjoints.row(a[i]);
        rowB[at] = adjoints.row(b[i]);
      }
      case BRANCH -> {
        rowA[at] = adjoints.row(a[i]);
        rowB[at] = adjoints.row(b[i]);
        adjoints.free(b[i]);
      }
      case COSINE -> rowA[at] = adjoints.row(a[i]);
      case SINE -> rowA[at] = adjoints.rename(b[i], a[i]);
      case MINUS -> {
        rowA[at] = adjoints.row(a[i]);
        rowB[at] = adjoints.take(b[i]);
      }
      case PLUS -> {
        rowA[at] = adjoints.row(b[i]);
        rowB[at] = adjoints.take(a[i]);
      }
      case null -> {}
    }
  }

  /// Adds an operation to the table and notes where its strings stand now.
  private void write(
      RotationTable.Builder table, Kind kind, int i, int[] row, int adjointA, int adjointB) {
    switch (kind) {
      case TURN -> {
        row[a[i]] = table.add(row[a[i]], row[b[i]], adjointA, adjointB);
        row[b[i]] = row[a[i]] + 1;
      }
      case BRANCH -> {
        row[a[i]] = table.add(row[a[i]], 0, adjointA, adjointB);
        row[b[i]] = row[a[i]] + 1;
      }
      case COSINE -> row[a[i]] = table.add(row[a[i]], 0, adjointA, 0);
      case SINE -> row[b[i]] = table.add(row[a[i]], 0, adjointA, 0);
      case MINUS -> row[a[i]] = table.add(row[a[i]], row[b[i]], adjointA, adjointB);
      case PLUS -> row[b[i]] = table.add(row[b[i]], row[a[i]], adjointA, adjointB);
    }
  }
}
