package org.meanfield.experts.quantum.statevector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.experts.quantum.program.SignedPauli;
import org.meanfield.experts.quantum.statevector.LaneProgram.Kind;
import org.meanfield.experts.quantum.statevector.LaneProgram.Layer;
import org.meanfield.kernels.state.AxisBlock;
import org.meanfield.kernels.state.PauliAxis;

/// A program as the statevector backend runs it: which kernel in which order on which rows.
/// Immutable.
///
/// Turns leave out their cosines. Those of the parameters are made good by the next diagonal, whose
/// table takes them in, or by a [Step.Scale], or at the very end; a *run* is the turns in between.
/// Those of the inputs, and of their sums with parameters, wait for a `Scale` or the end.
final class LanePlan {
  /// Up to four rotations at once.
  ///
  /// @param block their strings
  /// @param row of the first one's tangent; the others follow
  record Pass(AxisBlock block, int row) {}

  /// A rotation by one slot.
  ///
  /// @param axis ±P
  /// @param slot of its angle
  record Turned(PauliAxis axis, int slot) {}

  /// An angle that a parameter and an input add up to.
  ///
  /// @param slot of the parameter's or a constant's part
  /// @param input the input's part
  /// @param sense ±1, the sign of the input's part
  /// @param run of the turn among those by inputs
  record Pair(int slot, Drive input, int sense, int run) {}

  /// Up to three strings whose overlaps are taken at once.
  ///
  /// @param block the strings
  /// @param slots of their angles
  record Overlap(AxisBlock block, List<Integer> slots) {}

  /// What is done to the states.
  sealed interface Step {
    /// Turns planes.
    ///
    /// @param kind whose angles
    /// @param passes one after the other
    /// @param overlaps of the rotations by parameters
    /// @param planes 1 if the state is real, else 2
    record Turn(Kind kind, List<Pass> passes, List<Overlap> overlaps, int planes) implements Step {}

    /// Multiplies by phases that all inputs share.
    ///
    /// @param turned the rotations
    /// @param change of frame
    /// @param real whether the state is real before
    /// @param table its number
    /// @param run whose cosines it takes in
    record Diagonal(List<Turned> turned, Change change, boolean real, int table, int run)
        implements Step {}

    /// Multiplies by each input's own phases, or by a change of frame alone.
    ///
    /// @param rotations by inputs
    /// @param change of frame
    /// @param real whether the state is real before
    /// @param table its number
    record Shared(List<Rotation> rotations, Change change, boolean real, int table)
        implements Step {}

    /// Multiplies by signs.
    ///
    /// @param change of frame
    /// @param planes 1 if the state is real, else 2
    /// @param table their number
    record Signs(Change change, int planes, int table) implements Step {}

    /// Multiplies by the cosines that were left out.
    ///
    /// @param planes 1 if the state is real, else 2
    /// @param run of parameters
    /// @param encodedRun of inputs
    record Scale(int planes, int run, int encodedRun) implements Step {}
  }

  /// From one frame into another.
  ///
  /// @param from the frame before
  /// @param to the frame after
  record Change(Frame from, Frame to) {
    boolean isNone() {
      return from == to;
    }

    /// {@return the power of i that amplitude b is multiplied by}
    int power(int b) {
      return from.powerInto(to, b);
    }
  }

  private final LaneProgram program;
  private final boolean sweeps;
  private final List<Drive> slots = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> tangents = new ArrayList<>();
  private final List<Drive> encodedTangents = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final List<List<Integer>> runs = new ArrayList<>();
  private final List<List<Integer>> encodedRuns = new ArrayList<>();
  private final int[] places;
  private int tables;
  private int sharedTables;
  private int signTables;

  /// @param program on at most 26 qubits
  /// @param sweeps whether no states are kept, so that each step must be undone
  LanePlan(LaneProgram program, boolean sweeps) {
    this.program = program;
    this.sweeps = sweeps;
    runs.add(new ArrayList<>());
    encodedRuns.add(new ArrayList<>());
    Frame frame = program.start();
    boolean real = program.startReal();
    for (Layer layer : program.layers()) {
      Change change = new Change(frame, layer.frame());
      switch (layer.kind()) {
        case DIAGONAL -> diagonal(layer, change, real);
        case ENCODED_DIAGONAL ->
            steps.add(new Step.Shared(layer.rotations(), change, real, sharedTables++));
        case TURN, ENCODED_TURN, PAIR_TURN -> {
          if (!change.isNone()) {
            boolean signs = change.from().differsByReal(change.to());
            steps.add(
                signs
                    ? new Step.Signs(change, real ? 1 : 2, signTables++)
                    : new Step.Shared(List.of(), change, real, sharedTables++));
          }
          turns(layer);
        }
      }
      frame = layer.frame();
      real = layer.real();
    }
    this.places = places();
  }

  /// The way back meets the state after turns by parameters, for their overlaps, and the state
  /// before a diagonal of parameters. A step that finds such a state writes its own to a new place;
  /// all others work in place.
  private int[] places() {
    int[] at = new int[steps.size() + 1];
    for (int i = 0; i < steps.size(); i++) {
      boolean met =
          steps.get(i) instanceof Step.Diagonal
              || (i > 0
                  && steps.get(i - 1) instanceof Step.Turn turn
                  && !turn.overlaps().isEmpty());
      at[i + 1] = at[i] + (met && !sweeps ? 1 : 0);
    }
    return at;
  }

  private void diagonal(Layer layer, Change change, boolean real) {
    List<Turned> turned = layer.rotations().stream().map(r -> turned(r, change.to())).toList();
    steps.add(new Step.Diagonal(turned, change, real, tables++, runs.size() - 1));
    runs.add(new ArrayList<>());
  }

  private void turns(Layer layer) {
    int planes = layer.real() ? 1 : 2;
    int place = steps.size();
    List<Pass> passes = new ArrayList<>();
    List<Overlap> overlaps = new ArrayList<>();
    // Neighbours next to each other, the last qubit first: then blocks of single letters are
    // regular.
    List<Rotation> rotations =
        layer.rotations().stream()
            .sorted(Comparator.comparingLong(r -> r.axis().string().x()))
            .toList();
    for (List<Rotation> part : passes(rotations, layer.frame())) {
      int row =
          switch (layer.kind()) {
            case ENCODED_TURN -> encodedTangents.size();
            case PAIR_TURN -> pairs.size();
            default -> tangents.size();
          };
      passes.add(new Pass(block(part, layer.frame()), row));
      part.forEach(rotation -> add(rotation, layer));
    }
    List<Rotation> trained =
        rotations.stream().filter(r -> r.drive() instanceof Drive.Theta).toList();
    for (List<Rotation> part : parts(trained, AxisBlock.MOST - 1)) {
      overlaps.add(
          new Overlap(
              block(part, layer.frame()), part.stream().map(r -> slot(r.drive())).toList()));
    }
    steps.add(new Step.Turn(layer.kind(), passes, overlaps, planes));
    if (sweeps) {
      // Before the turns: then both are undone by their transposes, and overlaps are taken where
      // states have their norm.
      scale(place, planes);
    } else if (runs.getLast().size() + encodedRuns.getLast().size() > LaneRange.LONGEST_RUN
        || pairsInRun() > LaneRange.MOST_PAIRS) {
      scale(steps.size(), planes);
    }
  }

  private long pairsInRun() {
    return pairs.stream().filter(pair -> pair.run() == encodedRuns.size() - 1).count();
  }

  private void add(Rotation rotation, Layer layer) {
    switch (layer.kind()) {
      case ENCODED_TURN -> {
        encodedRuns.getLast().add(encodedTangents.size());
        encodedTangents.add(rotation.drive());
      }
      case PAIR_TURN -> {
        Rotation input = layer.input(rotation);
        int sense = rotation.axis().sign() * input.axis().sign();
        pairs.add(new Pair(slot(rotation.drive()), input.drive(), sense, encodedRuns.size() - 1));
      }
      default -> {
        tangents.add(slot(rotation.drive()));
        runs.getLast().add(slot(rotation.drive()));
      }
    }
  }

  private void scale(int place, int planes) {
    steps.add(place, new Step.Scale(planes, runs.size() - 1, encodedRuns.size() - 1));
    runs.add(new ArrayList<>());
    encodedRuns.add(new ArrayList<>());
  }

  /// Parts of the turns of a layer that are small enough to keep their rows in a cache.
  private static List<List<Rotation>> passes(List<Rotation> rotations, Frame frame) {
    for (int count = Math.ceilDiv(rotations.size(), AxisBlock.MOST); ; count++) {
      List<List<Rotation>> parts = split(rotations, count);
      if (count >= rotations.size()
          || parts.stream().noneMatch(part -> block(part, frame).crowds())) {
        return parts;
      }
    }
  }

  /// As few parts as can be, of sizes as equal as can be.
  private static List<List<Rotation>> parts(List<Rotation> rotations, int most) {
    return split(rotations, Math.ceilDiv(rotations.size(), most));
  }

  /// The first parts take what does not divide.
  private static List<List<Rotation>> split(List<Rotation> rotations, int count) {
    List<List<Rotation>> parts = new ArrayList<>();
    int at = 0;
    for (int left = count; left > 0; left--) {
      int size = Math.ceilDiv(rotations.size() - at, left);
      parts.add(rotations.subList(at, at + size));
      at += size;
    }
    return parts;
  }

  private static AxisBlock block(List<Rotation> rotations, Frame frame) {
    return new AxisBlock(rotations.stream().map(r -> axis(frame.of(r.axis()))).toList());
  }

  private Turned turned(Rotation rotation, Frame frame) {
    return new Turned(axis(frame.of(rotation.axis())), slot(rotation.drive()));
  }

  /// {@return a string as kernels know it}
  ///
  /// @param pauli ±P
  static PauliAxis axis(SignedPauli pauli) {
    return new PauliAxis(
        pauli.string().qubits(), (int) pauli.string().x(), (int) pauli.string().z(), pauli.sign());
  }

  private int slot(Drive drive) {
    int known = slots.indexOf(drive);
    if (known >= 0) {
      return known;
    }
    slots.add(drive);
    return slots.size() - 1;
  }

  /// {@return what this runs}
  LaneProgram program() {
    return program;
  }

  /// {@return 2^m}
  int amplitudes() {
    return 1 << program.qubits();
  }

  /// {@return the steps from V_0(x)|0⟩ to the last state}
  List<Step> steps() {
    return steps;
  }

  /// {@return the steps of one kind}
  ///
  /// @param kind which
  <T extends Step> List<T> steps(Class<T> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// {@return whether no states are kept}
  boolean sweeps() {
    return sweeps;
  }

  /// {@return how many states have a place of their own}
  int states() {
    return places[steps.size()] + 1;
  }

  /// {@return the place of the state before a step}
  ///
  /// @param step its number; that of the last state is the number of steps
  int place(int step) {
    return places[step];
  }

  /// {@return the distinct angles of parameters and constants}
  List<Drive> slots() {
    return slots;
  }

  /// {@return per row of tangents, its slot}
  List<Integer> tangents() {
    return tangents;
  }

  /// {@return per row of each input's tangents, its angle}
  List<Drive> encodedTangents() {
    return encodedTangents;
  }

  /// {@return the angles of turns by sums, row by row}
  List<Pair> pairs() {
    return pairs;
  }

  /// {@return per run, the slots of its turns; the last run is made good at the end}
  List<List<Integer>> runs() {
    return runs;
  }

  /// {@return per run of turns by inputs, their rows; the last run is made good at the end, and so
  /// are turns by sums in it}
  List<List<Integer>> encodedRuns() {
    return encodedRuns;
  }

  /// {@return how many diagonals all inputs share}
  int tables() {
    return tables;
  }
}
