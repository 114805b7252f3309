package org.meanfield.kernels.pauli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// Programs for tests.
final class RandomTable {
  static final int ROOTS = 3;
  static final int ANGLES = 6;

  private RandomTable() {}

  /// Every kind, one after the other: each takes rows at random that are not read yet.
  static RotationTable of(RandomGenerator random) {
    RotationTable.Builder table = new RotationTable.Builder(ROOTS, ANGLES);
    List<Integer> free = new ArrayList<>(List.of(1, 2, 3));
    List<Kind> order = new ArrayList<>(List.of(Kind.values()));
    order.addAll(order.reversed());
    for (Kind kind : order) {
      table.run(kind);
      for (int operation = 0; operation < 2; operation++) {
        int[] inputs = new int[kind.inputs()];
        for (int u = 0; u < inputs.length; u++) {
          inputs[u] = free.size() < 2 ? 0 : free.remove(/* index */ random.nextInt(free.size()));
        }
        int[] angles = new int[kind.angles()];
        Arrays.setAll(angles, _ -> random.nextInt(ANGLES));
        int first = table.add(inputs, angles);
        if (operation == 1) {
          for (int w = 0; w < kind.outputs(); w++) {
            free.add(first + w);
          }
        }
      }
    }
    return table.build();
  }

  /// Every third of the rows that nobody reads.
  static int[] ends(RotationTable table) {
    BitSet unread = new BitSet();
    unread.set(1, table.rows());
    for (int run = 0; run < table.kind.length; run++) {
      Kind kind = table.kind[run];
      for (int p = table.start[run]; p < table.start[run + 1]; p += kind.stride()) {
        for (int u = 0; u < kind.inputs(); u++) {
          unread.clear((table.places[p + u] - table.place(0, 0)) / PauliRows.ROW);
        }
      }
    }
    int[] all = unread.stream().toArray();
    int[] ends = new int[all.length / 3];
    Arrays.setAll(ends, i -> all[3 * i]);
    return ends;
  }
}
