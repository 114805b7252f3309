package org.meanfield.kernels.pauli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A program of plane rotations of coefficients, the same for every expert: integers alone.
/// Immutable.
///
/// Coefficients are *rows* (one number per expert). Row 0 is zero, the next are the *roots*, set by
/// the caller. No row is written twice and none is read by two operations: each operation reads one
/// to eight rows and writes one to eight new ones, and the rows keep what the way back needs. On
/// the way back a row's adjoint takes the place of its coefficient when that has been read for the
/// last time. What nothing reads is an *end*: it is not stored but added to the end's sum, and its
/// adjoint is one number for all experts.
///
/// An operation is a cube of commuting rotations, [Kind]. With θ_i the angle along edge i, the
/// coefficients at the two ends of each edge turn in their plane, a′ = cos θ_i a − sin θ_i b at bit
/// 0 and b′ = cos θ_i b + sin θ_i a at bit 1. Inputs that are not there are row 0; outputs of no
/// use have a number, but nothing is written there.
///
/// Operations of one kind stand together in a *run*; they do not depend on each other.
///
/// Experts come in *planes* of [PauliLanes#LANES]: row after row, an idle one that receives what is
/// of no use, then angle after angle, of each tan θ, cos θ and the slope ∂f/∂θ, then *factors*, sin
/// θ, cos θ and −sin θ, of the angles that scale. All is in one array, what is used together is
/// near together, and its distances are constants: the compiler then checks bounds once for several
/// accesses. Planes follow each other behind a margin: an array's numbers begin 16 bytes after the
/// array does, so rows begin with cache lines where arrays do (`-XX:ObjectAlignmentInBytes=64`),
/// and everything takes three quarters of the time.
public final class RotationTable {
  /// What an operation does. Of each edge
  ///
  /// - both ends are read and written where it is *turned*,
  /// - bit 0 is read and both are written where it is *branched*: one coefficient becomes two,
  /// - one end is read and one written where it is *scaled*: a factor cos θ from an end to itself
  ///   and sin θ from bit 0 to bit 1.
  ///
  /// Without edges it is b = −a.
  ///
  /// @param turned how many edges are turned, the lower bits of an input's or output's number
  /// @param branched how many are branched, the next bits of an output's number
  /// @param scaled how many are scaled
  public record Kind(int turned, int branched, int scaled) {
    /// Most edges that are turned or branched: as many as registers allow.
    public static final int MOST_EDGES = 3;

    /// Most edges that are scaled.
    public static final int MOST_SCALED = 2;

    /// b = −a.
    public static final Kind NEGATION = new Kind(0, 0, 0);

    /// Checks the numbers.
    public Kind {
      if (Math.min(turned, Math.min(branched, scaled)) < 0
          || turned + branched > MOST_EDGES
          || scaled > MOST_SCALED) {
        throw new IllegalArgumentException(
            "no operation turns %d edges, branches %d and scales along %d"
                .formatted(turned, branched, scaled));
      }
    }

    /// {@return all kinds}
    public static List<Kind> all() {
      List<Kind> all = new ArrayList<>();
      for (int edges = 0; edges <= MOST_EDGES; edges++) {
        for (int turned = 0; turned <= edges; turned++) {
          for (int scaled = 0; scaled <= MOST_SCALED; scaled++) {
            all.add(new Kind(turned, edges - turned, scaled));
          }
        }
      }
      return all;
    }

    /// {@return how many rows an operation reads}
    public int inputs() {
      return 1 << turned;
    }

    /// {@return how many rows or ends an operation writes}
    public int outputs() {
      return 1 << (turned + branched);
    }

    /// {@return how many angles an operation has}
    public int angles() {
      return turned + branched + scaled;
    }

    /// {@return how many integers say what an operation reads}
    int stride() {
      return 1 + inputs() + turned + branched + 2 * scaled;
    }
  }

  /// Where the first plane begins in a buffer.
  private static final int MARGIN = 6;

  private final int roots;
  private final int rows;
  private final int angles;
  private final int ends;

  /// Per angle, the number of its factors or −1.
  private final int[] factorsOf;

  private final int factors;

  /// Lanes in a plane, as a multiple of [PauliLanes#LANES].
  private final int wide;

  /// Per run.
  final Kind[] kind;

  /// From plane to plane.
  private final int plane;

  /// How many runs write rows; the others come after them and write ends.
  final int rowRuns;

  /// Per run: where the first row is that it writes, in the first plane, or the first end in a
  /// buffer of sums; those of its operations follow each other.
  final int[] target;

  /// Per run and one more: its operations begin at `places[start[r]]`.
  final int[] start;

  /// Per run: whether inputs are missing or rows of no use.
  final boolean[] partial;

  /// Per operation: bit by bit which outputs are of use; then, in the first plane, where the rows
  /// are that it reads, where the angles of its turned edges are, of its branched ones, and of each
  /// scaled one where the factor is and the angle.
  final int[] places;

  private RotationTable(Builder builder) {
    this.roots = builder.roots;
    this.rows = builder.rows;
    this.angles = builder.angles;
    this.ends = builder.ends;
    this.factorsOf = Arrays.copyOf(builder.factorsOf, angles);
    this.factors = builder.factors;
    this.wide = 1;
    this.plane = plane(1, rows, angles, factors);
    this.rowRuns = builder.rowRuns;
    this.kind = Arrays.copyOf(builder.kind, builder.runs);
    this.target = Arrays.copyOf(builder.target, builder.runs);
    this.start = Arrays.copyOf(builder.start, builder.runs + 1);
    this.start[builder.runs] = builder.length;
    this.places = Arrays.copyOf(builder.places, builder.length);
    this.partial = new boolean[builder.runs];
    for (int run = 0; run < builder.runs; run++) {
      for (int p = start[run]; p < start[run + 1]; p += kind[run].stride()) {
        partial[run] |= run < rowRuns && Integer.bitCount(places[p]) < kind[run].outputs();
        int next = p + 1;
        for (int u = 0; u < kind[run].inputs(); u++) {
          partial[run] |= places[next++] == MARGIN;
        }
        // Angles follow the rows, factors the angles.
        int first = PauliRows.ROW * (rows + 1);
        for (int edge = 0; edge < kind[run].angles(); edge++) {
          if (edge >= kind[run].turned() + kind[run].branched()) {
            places[next++] += first + PauliRows.ANGLE * angles;
          }
          places[next++] += first;
        }
      }
    }
  }

  private RotationTable(RotationTable table, int wide) {
    this.roots = table.roots;
    this.rows = table.rows;
    this.angles = table.angles;
    this.ends = table.ends;
    this.factorsOf = table.factorsOf;
    this.factors = table.factors;
    this.wide = wide;
    this.plane = plane(wide, rows, angles, factors);
    this.rowRuns = table.rowRuns;
    this.kind = table.kind;
    this.start = table.start;
    this.partial = table.partial;
    this.target = multiplied(table.target, wide);
    this.places = multiplied(table.places, wide);
    for (int run = 0; run < kind.length; run++) {
      for (int p = start[run]; p < start[run + 1]; p += kind[run].stride()) {
        places[p] = table.places[p];
      }
    }
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
    return lanes == PauliLanes.LANES ? this : new RotationTable(this, lanes / PauliLanes.LANES);
  }

  /// {@return how many numbers some planes take}
  ///
  /// @param planes how many
  /// @throws ArithmeticException if no array is that long
  public int numbers(int planes) {
    return Math.addExact(wide * MARGIN, Math.multiplyExact(planes, plane()));
  }

  /// {@return a buffer of zeros}
  ///
  /// @param planes how many planes
  /// @throws ArithmeticException if no array is that long
  public double[] buffer(int planes) {
    return new double[numbers(planes)];
  }

  /// {@return where a row's numbers begin}
  ///
  /// @param row its number
  /// @param plane the plane
  public int place(int row, int plane) {
    return plane * plane() + wide * (MARGIN + PauliRows.ROW * row);
  }

  /// {@return where an angle's tangents begin}
  int anglePlace(int angle, int plane) {
    return place(rows + 1, plane) + wide * PauliRows.ANGLE * angle;
  }

  /// {@return where an angle's factors begin in the first plane, or −1 if it has none}
  int factorPlace(int angle) {
    int number = factorsOf[angle];
    return number < 0 ? -1 : anglePlace(angles, 0) + wide * PauliRows.FACTORS * number;
  }

  /// {@return where the idle row is in the first plane}
  int idlePlace() {
    return place(rows, 0);
  }

  /// {@return from plane to plane}
  int plane() {
    return plane;
  }

  private static int plane(int wide, int rows, int angles, int factors) {
    long angular = (long) PauliRows.ANGLE * angles + (long) PauliRows.FACTORS * factors;
    return Math.toIntExact(wide * (PauliRows.ROW * (rows + 1L) + angular));
  }

  /// {@return the number of rows, row 0 and the roots included}
  public int rows() {
    return rows;
  }

  /// {@return the number of roots}
  public int roots() {
    return roots;
  }

  /// {@return the number of ends, those of no use included}
  public int ends() {
    return ends;
  }

  /// {@return the number of angles}
  public int angles() {
    return angles;
  }

  /// {@return the number of operations}
  public int operations() {
    int count = 0;
    for (int run = 0; run < kind.length; run++) {
      count += operations(run);
    }
    return count;
  }

  /// {@return the number of operations of one kind}
  ///
  /// @param which the kind
  public int operations(Kind which) {
    int count = 0;
    for (int run = 0; run < kind.length; run++) {
      if (kind[run].equals(which)) {
        count += operations(run);
      }
    }
    return count;
  }

  private int operations(int run) {
    return (start[run + 1] - start[run]) / kind[run].stride();
  }

  /// Writes a table operation by operation. Not shareable between threads.
  public static final class Builder {
    private final int roots;
    private int angles;

    /// Rows that were read or are not written.
    private final BitSet gone = new BitSet();

    private int[] factorsOf;
    private int factors;
    private int rows;
    private int ends;
    private int runs;
    private int rowRuns;
    private int length;
    private Kind[] kind = new Kind[16];
    private int[] start = new int[17];
    private int[] target = new int[16];

    /// The first row that the latest run may not read.
    private int written;

    private int[] places = new int[64];

    /// @param roots the number of roots, rows 1 … roots
    /// @param angles the number of angles to begin with
    public Builder(int roots, int angles) {
      if (roots < 0 || angles < 0) {
        throw new IllegalArgumentException(
            "a table needs counts ≥ 0, got %d roots and %d angles".formatted(roots, angles));
      }
      this.roots = roots;
      this.rows = roots + 1;
      this.angles = angles;
      this.factorsOf = new int[angles];
      Arrays.fill(factorsOf, -1);
    }

    /// {@return the number of an angle more}
    public int addAngle() {
      if (angles == factorsOf.length) {
        factorsOf = Arrays.copyOf(factorsOf, 2 * angles + 1);
        Arrays.fill(factorsOf, angles, factorsOf.length, -1);
      }
      return angles++;
    }

    private int factors(int angle) {
      if (factorsOf[angle] < 0) {
        factorsOf[angle] = factors++;
      }
      return MARGIN + PauliRows.FACTORS * factorsOf[angle];
    }

    /// Begins a run that writes rows.
    ///
    /// @param runKind of its operations
    /// @return this builder
    /// @throws IllegalStateException if a run that writes ends has begun
    public Builder run(Kind runKind) {
      if (runs > rowRuns) {
        throw new IllegalStateException("rows are written before ends");
      }
      begin(runKind, MARGIN + PauliRows.ROW * rows);
      rowRuns++;
      return this;
    }

    /// Begins a run that writes ends.
    ///
    /// @param runKind of its operations
    /// @return this builder
    public Builder endRun(Kind runKind) {
      begin(runKind, PauliLanes.HALF * ends);
      return this;
    }

    private void begin(Kind runKind, int to) {
      if (runs == kind.length) {
        kind = Arrays.copyOf(kind, 2 * runs);
        start = Arrays.copyOf(start, 2 * runs + 1);
        target = Arrays.copyOf(target, 2 * runs);
      }
      kind[runs] = runKind;
      written = rows;
      start[runs] = length;
      target[runs] = to;
      runs++;
    }

    /// Adds an operation to the run.
    ///
    /// @param inputs rows, by the bits of the turned edges: row 0, roots or written by an earlier
    ///   run, none but row 0 read before
    /// @param used bit by bit which outputs are of use, by the bits of the edges
    /// @param edges the angles along the edges, 0 ≤ angle < angles: of turned, branched, then
    ///   scaled edges
    /// @param sines per scaled edge, whether its factor is sin θ
    /// @return the first of its new rows or ends; output w, by the bits of the edges, is the one at
    ///   first + w
    public int add(int[] inputs, int used, int[] edges, boolean... sines) {
      if (runs == 0) {
        throw new IllegalStateException("an operation needs a run");
      }
      Kind now = kind[runs - 1];
      if (inputs.length != now.inputs()
          || edges.length != now.angles()
          || sines.length != now.scaled) {
        throw new IllegalArgumentException(
            "%s reads %d rows and has %d angles, %d of them scaled; got %d, %d and %d"
                .formatted(
                    now,
                    now.inputs(),
                    now.angles(),
                    now.scaled,
                    inputs.length,
                    edges.length,
                    sines.length));
      }
      for (int angle : edges) {
        check(angle, angles, "angle");
      }
      if (used <= 0 || used >= 1 << now.outputs()) {
        throw new IllegalArgumentException(
            "%s writes %d rows, not those of %d".formatted(now, now.outputs(), used));
      }
      for (int row : inputs) {
        check(row, written, "row");
        if (row > 0 && gone.get(row)) {
          throw new IllegalArgumentException("row %d is read already or of no use".formatted(row));
        }
        gone.set(row);
      }
      if (length + now.stride() > places.length) {
        places = Arrays.copyOf(places, 2 * places.length);
      }
      places[length++] = used;
      for (int row : inputs) {
        places[length++] = MARGIN + PauliRows.ROW * row;
      }
      for (int i = 0; i < edges.length; i++) {
        int angle = MARGIN + PauliRows.ANGLE * edges[i];
        int scaled = i - now.turned - now.branched;
        if (scaled >= 0) {
          places[length++] = factors(edges[i]) + (sines[scaled] ? 0 : PauliRows.DERIVATIVE);
        }
        places[length++] = angle;
      }
      boolean writesRows = runs == rowRuns;
      int first = writesRows ? rows : ends;
      for (int w = 0; w < now.outputs(); w++) {
        if (writesRows && (used >> w & 1) == 0) {
          gone.set(first + w);
        }
      }
      rows += writesRows ? now.outputs() : 0;
      ends += writesRows ? 0 : now.outputs();
      return first;
    }

    /// {@return the table}
    ///
    /// @throws IllegalStateException if a row is written and not read: it would have no adjoint
    public RotationTable build() {
      int unread = gone.nextClearBit(roots + 1);
      if (unread < rows) {
        throw new IllegalStateException(
            "row %d is written, and nothing reads it".formatted(unread));
      }
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
