package org.meanfield.kernels.pauli;

import java.util.Arrays;
import java.util.BitSet;

/// A program of plane rotations of coefficients, the same for every expert: integers alone.
/// Immutable.
///
/// Coefficients are *rows* (one number per expert). Row 0 is zero, the next are the *roots*, set by
/// the caller. No row is written twice and none is read by two operations: each operation reads one
/// to eight rows and writes one to eight new ones, and the rows keep what the way back needs. Every
/// row has an adjoint.
///
/// An operation is a cube of up to three commuting rotations. With θ_i the angle along edge i, the
/// coefficients at the two ends of each edge turn in their plane, a′ = cos θ_i a − sin θ_i b at bit
/// 0 and b′ = cos θ_i b + sin θ_i a at bit 1. Where all inputs have bit 0 the edge is *branched*,
/// else *turned*; turned edges are the lower bits. Inputs that are not there are row 0, outputs of
/// no use are rows that nobody reads.
///
/// Operations of one kind stand together in a *run*; they do not depend on each other.
///
/// Experts come in *planes* of [PauliLanes#LANES]. In a buffer of rows a plane is row after row, of
/// each the coefficients and then the adjoints; in a buffer of angles it is angle after angle, of
/// each tan θ, cos θ, sin θ and the slope ∂f/∂θ. What is used together is near together, and all
/// distances are constants: the compiler then checks bounds once for several accesses. Planes
/// follow each other behind a margin: an array's numbers begin 16 bytes after the array does, so
/// rows begin with cache lines where arrays do (`-XX:ObjectAlignmentInBytes=64`), and everything
/// takes three quarters of the time.
public final class RotationTable {
  /// What an operation does.
  public enum Kind {
    /// a′ = −a
    NEGATE(0, 0, 0),
    /// a′ = cos θ a, where the other end is of no use
    COSINE(0, 0, 1),
    /// b′ = sin θ a, where the other end is of no use
    SINE(0, 0, 1),
    /// one coefficient to two
    BRANCH(0, 1, 1),
    /// one to four
    BRANCH_TWO(0, 2, 2),
    /// one to eight
    BRANCH_THREE(0, 3, 3),
    /// two to two
    TURN(1, 0, 1),
    /// two to four
    TURN_BRANCH(1, 1, 2),
    /// two to eight
    TURN_BRANCH_TWO(1, 2, 3),
    /// four to four
    TURN_TWO(2, 0, 2),
    /// four to eight
    TURN_TWO_BRANCH(2, 1, 3),
    /// eight to eight
    TURN_THREE(3, 0, 3);

    private final int turned;
    private final int branched;
    private final int angles;

    Kind(int turned, int branched, int angles) {
      this.turned = turned;
      this.branched = branched;
      this.angles = angles;
    }

    /// {@return the kind of a cube}
    ///
    /// @param turned how many edges are turned
    /// @param branched how many are branched; 1 to 3 edges in all
    public static Kind cube(int turned, int branched) {
      for (Kind kind : values()) {
        if (kind.turned == turned && kind.branched == branched && turned + branched > 0) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "no operation turns %d edges and branches %d".formatted(turned, branched));
    }

    /// {@return how many rows an operation reads}
    public int inputs() {
      return 1 << turned;
    }

    /// {@return how many rows an operation writes}
    public int outputs() {
      return 1 << (turned + branched);
    }

    /// {@return how many edges are turned}
    public int turned() {
      return turned;
    }

    /// {@return how many edges are branched}
    public int branched() {
      return branched;
    }

    /// {@return how many angles an operation has}
    public int angles() {
      return angles;
    }

    /// {@return how many integers say what an operation reads}
    int stride() {
      return inputs() + angles;
    }
  }

  /// Where the first plane begins in a buffer.
  private static final int MARGIN = 6;

  private final int rows;
  private final int angles;

  /// Lanes in a plane, as a multiple of [PauliLanes#LANES].
  private final int wide;

  /// Per run.
  final Kind[] kind;

  /// Per run: where the first row is that it writes, in the first plane; those of its operations
  /// follow each other.
  final int[] target;

  /// Per run: whether an operation of the table reads any row that it writes.
  final boolean[] read;

  /// Per run and one more: its operations begin at `places[start[r]]`.
  final int[] start;

  /// Per operation: where the rows are that it reads, then where its angles are, in the first
  /// plane.
  final int[] places;

  private RotationTable(Builder builder) {
    this.rows = builder.rows;
    this.angles = builder.angles;
    this.wide = 1;
    this.kind = Arrays.copyOf(builder.kind, builder.runs);
    this.target = Arrays.copyOf(builder.target, builder.runs);
    this.start = Arrays.copyOf(builder.start, builder.runs + 1);
    this.start[builder.runs] = builder.length;
    this.places = Arrays.copyOf(builder.places, builder.length);
    this.read = new boolean[builder.runs];
    for (int run = 0; run < builder.runs; run++) {
      int end = run + 1 < builder.runs ? builder.first[run + 1] : rows;
      int next = builder.readRows.nextSetBit(builder.first[run]);
      read[run] = next >= 0 && next < end;
    }
  }

  private RotationTable(RotationTable table, int wide) {
    this.rows = table.rows;
    this.angles = table.angles;
    this.wide = wide;
    this.kind = table.kind;
    this.start = table.start;
    this.read = table.read;
    this.target = multiplied(table.target, wide);
    this.places = multiplied(table.places, wide);
  }

  private static int[] multiplied(int[] places, int factor) {
    return Arrays.stream(places).map(place -> Math.multiplyExact(place, factor)).toArray();
  }

  /// {@return the same program on planes of other rows: everything is as many rows as before from
  /// where it was}
  ///
  /// @param lanes [PauliLanes#LANES] or [SinglePauliLanes#LANES]
  /// @throws ArithmeticException if no array is that long
  public RotationTable ofLanes(int lanes) {
    return new RotationTable(this, lanes / PauliLanes.LANES);
  }

  /// {@return how many numbers the rows of some planes take}
  ///
  /// @param planes how many
  /// @throws ArithmeticException if no array is that long
  public int rowNumbers(int planes) {
    return Math.addExact(wide * MARGIN, Math.multiplyExact(planes, plane()));
  }

  /// {@return how many numbers the angles of some planes take}
  ///
  /// @param planes how many
  public int trigNumbers(int planes) {
    return Math.addExact(wide * MARGIN, Math.multiplyExact(planes, trigPlane()));
  }

  /// {@return a buffer of zeros for rows}
  ///
  /// @param planes how many planes
  /// @throws ArithmeticException if no array is that long
  public double[] rowBuffer(int planes) {
    return new double[rowNumbers(planes)];
  }

  /// {@return a buffer of zeros for angles}
  ///
  /// @param planes how many planes
  public double[] trigBuffer(int planes) {
    return new double[trigNumbers(planes)];
  }

  /// {@return where a row's coefficients begin}
  ///
  /// @param row its number
  /// @param plane the plane
  public int place(int row, int plane) {
    return plane * plane() + wide * (MARGIN + PauliRows.ROW * row);
  }

  /// {@return where a row's adjoints begin}
  ///
  /// @param row its number
  /// @param plane the plane
  public int adjointPlace(int row, int plane) {
    return place(row, plane) + wide * PauliRows.ADJOINT;
  }

  /// {@return where an angle's tangents begin}
  int trigPlace(int angle, int plane) {
    return plane * trigPlane() + wide * (MARGIN + PauliRows.ANGLE * angle);
  }

  /// {@return from plane to plane of rows}
  int plane() {
    return wide * PauliRows.ROW * rows;
  }

  /// {@return from plane to plane of angles}
  int trigPlane() {
    return wide * PauliRows.ANGLE * angles;
  }

  /// {@return the number of rows, row 0 and the roots included}
  public int rows() {
    return rows;
  }

  /// {@return the number of angles}
  public int angles() {
    return angles;
  }

  /// {@return the number of operations}
  public int operations() {
    int count = 0;
    for (Kind each : Kind.values()) {
      count += operations(each);
    }
    return count;
  }

  /// {@return the number of operations of one kind}
  ///
  /// @param which the kind
  public int operations(Kind which) {
    int count = 0;
    for (int run = 0; run < kind.length; run++) {
      if (kind[run] == which) {
        count += (start[run + 1] - start[run]) / which.stride();
      }
    }
    return count;
  }

  /// Writes a table operation by operation. Not shareable between threads.
  public static final class Builder {
    private int angles;
    private final BitSet readRows = new BitSet();
    private int rows;
    private int runs;
    private int length;
    private Kind[] kind = new Kind[16];
    private int[] start = new int[17];
    private int[] target = new int[16];

    /// Per run, the first row it writes.
    private int[] first = new int[16];

    private int[] places = new int[64];

    /// @param roots the number of roots, rows 1 … roots
    /// @param angles the number of angles to begin with
    public Builder(int roots, int angles) {
      if (roots < 0 || angles < 0) {
        throw new IllegalArgumentException(
            "a table needs counts ≥ 0, got %d roots and %d angles".formatted(roots, angles));
      }
      this.rows = roots + 1;
      this.angles = angles;
    }

    /// {@return the number of an angle more}
    public int addAngle() {
      return angles++;
    }

    /// Begins a run.
    ///
    /// @param runKind of its operations
    /// @return this builder
    public Builder run(Kind runKind) {
      if (runs == kind.length) {
        kind = Arrays.copyOf(kind, 2 * runs);
        start = Arrays.copyOf(start, 2 * runs + 1);
        target = Arrays.copyOf(target, 2 * runs);
        first = Arrays.copyOf(first, 2 * runs);
      }
      kind[runs] = runKind;
      first[runs] = rows;
      start[runs] = length;
      target[runs] = MARGIN + PauliRows.ROW * rows;
      runs++;
      return this;
    }

    /// Adds an operation to the run.
    ///
    /// @param inputs rows, by the bits of the turned edges: row 0, roots or written by an earlier
    ///   run, none but row 0 read before
    /// @param edges the angles along the edges, turned ones first, each 0 ≤ angle < angles
    /// @return the first of its new rows; output w, by the bits of the edges, is row first + w
    public int add(int[] inputs, int[] edges) {
      if (runs == 0) {
        throw new IllegalStateException("an operation needs a run");
      }
      Kind now = kind[runs - 1];
      if (inputs.length != now.inputs() || edges.length != now.angles) {
        throw new IllegalArgumentException(
            "%s reads %d rows and has %d angles, got %d and %d"
                .formatted(now, now.inputs(), now.angles, inputs.length, edges.length));
      }
      for (int angle : edges) {
        check(angle, angles, "angle");
      }
      for (int row : inputs) {
        check(row, first[runs - 1], "row");
        if (row > 0 && readRows.get(row)) {
          throw new IllegalArgumentException("row %d is read already".formatted(row));
        }
        readRows.set(row);
      }
      if (length + now.stride() > places.length) {
        places = Arrays.copyOf(places, 2 * places.length);
      }
      for (int row : inputs) {
        places[length++] = MARGIN + PauliRows.ROW * row;
      }
      for (int angle : edges) {
        places[length++] = MARGIN + PauliRows.ANGLE * angle;
      }
      rows += now.outputs();
      return rows - now.outputs();
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
