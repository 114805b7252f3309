package org.meanfield.kernels.pauli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// Programs for tests.
final class RandomTable {
  static final int ROOTS = 24;
  static final int ANGLES = 6;

  private final RandomGenerator random;
  private final RotationTable.Builder table = new RotationTable.Builder(ROOTS, ANGLES);
  private final List<Integer> free = new ArrayList<>();

  private RandomTable(RandomGenerator random) {
    this.random = random;
    for (int root = 1; root <= ROOTS; root++) {
      free.add(root);
    }
  }

  /// Every kind twice, with all rows and with some missing or of no use: each takes rows at random
  /// that are not read yet. Ends take what is left.
  static RotationTable of(RandomGenerator random) {
    return new RandomTable(random).build();
  }

  private RotationTable build() {
    List<Kind> order = new ArrayList<>(Kind.all());
    order.addAll(Kind.all().reversed());
    for (Kind kind : order) {
      for (boolean partial : new boolean[] {false, true}) {
        table.run(kind);
        List<Integer> written = new ArrayList<>();
        for (int operation = 0; operation < 2; operation++) {
          int used = partial ? 1 + random.nextInt(all(kind)) : all(kind);
          int first = add(kind, partial, used);
          for (int w = 0; w < kind.outputs(); w++) {
            if ((used >> w & 1) != 0) {
              written.add(first + w);
            }
          }
        }
        free.addAll(written);
      }
    }
    while (!free.isEmpty()) {
      for (Kind kind : Kind.all()) {
        table.endRun(kind);
        add(kind, random.nextBoolean(), 1 + random.nextInt(all(kind)));
      }
    }
    return table.build();
  }

  private static int all(Kind kind) {
    return (1 << kind.outputs()) - 1;
  }

  private int add(Kind kind, boolean partial, int used) {
    int[] inputs = new int[kind.inputs()];
    for (int u = 0; u < inputs.length; u++) {
      boolean missing = free.isEmpty() || (partial && random.nextBoolean());
      inputs[u] = missing ? 0 : free.remove(/* index */ random.nextInt(free.size()));
    }
    int[] angles = new int[kind.angles()];
    Arrays.setAll(angles, _ -> random.nextInt(ANGLES));
    boolean[] sines = new boolean[kind.scaled()];
    for (int j = 0; j < sines.length; j++) {
      sines[j] = random.nextBoolean();
    }
    return table.add(inputs, used, angles, sines);
  }

  /// Weights at random, 0 for ends of no use.
  static double[] weights(RotationTable table, RandomGenerator random) {
    double[] weights = new double[table.ends()];
    int end = 0;
    for (int run = table.rowRuns; run < table.kind.length; run++) {
      Kind kind = table.kind[run];
      for (int p = table.start[run]; p < table.start[run + 1]; p += kind.stride()) {
        for (int w = 0; w < kind.outputs(); w++) {
          boolean used = (table.places[p] >> w & 1) != 0;
          weights[end++] = used ? random.nextDouble(-1, 1) : 0;
        }
      }
    }
    return weights;
  }
}
