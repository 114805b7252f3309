package org.meanfield.kernels.pauli;

import java.util.Arrays;

/// A program of plane rotations of coefficients, the same for every expert: integers alone.
/// Immutable.
///
/// Coefficients are *rows* (one number per expert). No row is written twice: each operation reads
/// one or two rows and writes one or two new ones, and the rows keep what the way back needs. The
/// first rows are the *roots*, set by the caller. Adjoints are rows of another, smaller buffer and
/// are overwritten in place.
///
/// A table is made for rows of one *width*: row r of a buffer begins at r·width, and places instead
/// of numbers of rows are kept.
///
/// Operations of one kind by one angle stand together in a *run*; they touch different rows.
public final class RotationTable {
  /// What an operation does with c = cos θ and s = sin θ. A plane rotation of which an input is
  /// known to be zero, or an output of no use, is one of the shorter kinds.
  public enum Kind {
    /// a′ = c a − s b and b′ = c b + s a
    TURN(2, 2),
    /// a′ = c a and b′ = s a
    BRANCH(1, 2),
    /// a′ = c a
    COSINE(1, 1),
    /// a′ = s a
    SINE(1, 1),
    /// a′ = c a + s b
    PLUS(2, 1),
    /// a′ = c a − s b
    MINUS(2, 1);

    private final int inputs;
    private final int outputs;

    Kind(int inputs, int outputs) {
      this.inputs = inputs;
      this.outputs = outputs;
    }

    /// {@return how many rows an operation reads}
    public int inputs() {
      return inputs;
    }

    /// {@return how many rows an operation writes}
    public int outputs() {
      return outputs;
    }
  }

  private final int width;
  private final int rows;
  private final int adjoints;
  private final int angles;

  /// Per run.
  final Kind[] kind;

  /// Per run.
  final int[] angle;

  /// Per run and one more: its operations are `start[r]` … `start[r + 1] − 1`.
  final int[] start;

  /// Per run: where the first row is that it writes; those of its operations follow each other.
  final int[] target;

  /// Per operation: where the row a is.
  final int[] a;

  /// Per operation: where the row b is, or 0.
  final int[] b;

  /// Per operation: where the adjoint row of a′ and then of a is.
  final int[] adjointA;

  /// Per operation: where the adjoint row of b′ or b is, or 0.
  final int[] adjointB;

  private RotationTable(Builder builder) {
    this.width = 1;
    this.rows = builder.rows;
    this.adjoints = builder.adjoints;
    this.angles = builder.angles;
    this.kind = Arrays.copyOf(builder.kind, builder.runs);
    this.angle = Arrays.copyOf(builder.angle, builder.runs);
    this.start = Arrays.copyOf(builder.start, builder.runs + 1);
    this.start[builder.runs] = builder.operations;
    this.target = Arrays.copyOf(builder.target, builder.runs);
    this.a = Arrays.copyOf(builder.a, builder.operations);
    this.b = Arrays.copyOf(builder.b, builder.operations);
    this.adjointA = Arrays.copyOf(builder.adjointA, builder.operations);
    this.adjointB = Arrays.copyOf(builder.adjointB, builder.operations);
  }

  private RotationTable(RotationTable narrow, int times) {
    this.width = times * narrow.width;
    this.rows = narrow.rows;
    this.adjoints = narrow.adjoints;
    this.angles = narrow.angles;
    this.kind = narrow.kind;
    this.angle = narrow.angle;
    this.start = narrow.start;
    this.target = scaled(narrow.target, times);
    this.a = scaled(narrow.a, times);
    this.b = scaled(narrow.b, times);
    this.adjointA = scaled(narrow.adjointA, times);
    this.adjointB = scaled(narrow.adjointB, times);
  }

  private static int[] scaled(int[] places, int times) {
    return Arrays.stream(places).map(place -> place * times).toArray();
  }

  /// {@return this table for rows of another width}
  ///
  /// @param times how often each row of this one fits into one of the other, ≥ 1
  public RotationTable wider(int times) {
    if (times < 1 || (long) times * width * Math.max(rows, adjoints) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%d rows cannot be %d times %d wide".formatted(rows, times, width));
    }
    return new RotationTable(this, times);
  }

  /// {@return the width of a row; 1 as built}
  public int width() {
    return width;
  }

  /// {@return the number of rows of coefficients, roots included}
  public int rows() {
    return rows;
  }

  /// {@return the number of rows of adjoints}
  public int adjoints() {
    return adjoints;
  }

  /// {@return the number of angles}
  public int angles() {
    return angles;
  }

  /// {@return the number of operations}
  public int operations() {
    return a.length;
  }

  /// {@return the number of operations of one kind}
  ///
  /// @param which the kind
  public int operations(Kind which) {
    int count = 0;
    for (int run = 0; run < kind.length; run++) {
      count += kind[run] == which ? start[run + 1] - start[run] : 0;
    }
    return count;
  }

  /// Writes a table operation by operation. Not shareable between threads.
  public static final class Builder {
    private final int adjoints;
    private final int angles;
    private int rows;
    private int runs;
    private int operations;
    private Kind[] kind = new Kind[16];
    private int[] angle = new int[16];
    private int[] start = new int[17];
    private int[] target = new int[16];
    private int[] a = new int[64];
    private int[] b = new int[64];
    private int[] adjointA = new int[64];
    private int[] adjointB = new int[64];

    /// @param roots the number of roots, rows 0 … roots − 1
    /// @param adjoints the number of rows of adjoints
    /// @param angles the number of angles
    public Builder(int roots, int adjoints, int angles) {
      if (roots < 0 || adjoints < 0 || angles < 0) {
        throw new IllegalArgumentException(
            "a table needs counts ≥ 0, got %d roots, %d adjoints and %d angles"
                .formatted(roots, adjoints, angles));
      }
      this.rows = roots;
      this.adjoints = adjoints;
      this.angles = angles;
    }

    /// Begins a run.
    ///
    /// @param runKind of its operations
    /// @param runAngle 0 ≤ angle < angles
    /// @return this builder
    public Builder run(Kind runKind, int runAngle) {
      check(runAngle, angles, "angle");
      if (runs == kind.length) {
        kind = Arrays.copyOf(kind, 2 * runs);
        angle = Arrays.copyOf(angle, 2 * runs);
        start = Arrays.copyOf(start, 2 * runs + 1);
        target = Arrays.copyOf(target, 2 * runs);
      }
      kind[runs] = runKind;
      angle[runs] = runAngle;
      start[runs] = operations;
      target[runs] = rows;
      runs++;
      return this;
    }

    /// Adds an operation to the run.
    ///
    /// @param rowA a, a root or written by an earlier run
    /// @param rowB b, alike; ignored where the kind has one input
    /// @param adjointRowA holds the adjoint of a′, then of a
    /// @param adjointRowB holds the adjoint of b′, then of b; ignored where there is neither
    /// @return the row of a′; that of b′ is the next
    public int add(int rowA, int rowB, int adjointRowA, int adjointRowB) {
      if (runs == 0) {
        throw new IllegalStateException("an operation needs a run");
      }
      Kind now = kind[runs - 1];
      boolean one = now == Kind.COSINE || now == Kind.SINE;
      check(rowA, target[runs - 1], "row");
      check(now.inputs == 1 ? 0 : rowB, target[runs - 1], "row");
      check(adjointRowA, adjoints, "adjoint");
      check(one ? 0 : adjointRowB, adjoints, "adjoint");
      if (operations == a.length) {
        a = Arrays.copyOf(a, 2 * operations);
        b = Arrays.copyOf(b, 2 * operations);
        adjointA = Arrays.copyOf(adjointA, 2 * operations);
        adjointB = Arrays.copyOf(adjointB, 2 * operations);
      }
      a[operations] = rowA;
      b[operations] = now.inputs == 1 ? 0 : rowB;
      adjointA[operations] = adjointRowA;
      adjointB[operations] = one ? 0 : adjointRowB;
      operations++;
      rows += now.outputs;
      return rows - now.outputs;
    }

    /// {@return the table}
    public RotationTable build() {
      return new RotationTable(this);
    }

    private static void check(int index, int length, String what) {
      if (index < 0 || index >= length) {
        throw new IllegalArgumentException(
            "%s %d is not one of the %d there are".formatted(what, index, length));
      }
    }
  }
}
