package org.meanfield.experts.quantum.statevector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.experts.quantum.program.RotationProgram;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.experts.quantum.program.SignedPauli;
import org.meanfield.kernels.state.AxisBlock;

/// A program as the statevector backend sees it, before anything of size 2^m is made: f = ⟨ψ|T|ψ⟩,
/// ψ = L_K … L_1 V_0(x)|0⟩. Immutable.
///
/// - V_0, the *prefix*: rotations by inputs and constants that act first.
/// - L_i, the *layers*: rotations that commute with each other, of one kind, each in its [Frame].
///   One state is kept per layer, not per gate.
/// - T, the *tail*: the last rotations by parameters and constants taken to the observable instead
///   of the state. Its coefficients are computed once per particle, the means of its strings once
///   per pair. That saves whole layers on the way there and back, and pays while T has few strings.
final class LaneProgram {
  /// What a layer does.
  enum Kind {
    /// Turns planes by angles that all inputs share.
    TURN,
    /// Turns planes by angles that belong to the input.
    ENCODED_TURN,
    /// Turns planes by sums of an angle that all inputs share and one that belongs to the input.
    PAIR_TURN,
    /// Multiplies by phases that all inputs share.
    DIAGONAL,
    /// Multiplies by phases that belong to the input.
    ENCODED_DIAGONAL;

    static Kind of(Rotation rotation) {
      boolean encodes = rotation.drive().encodes();
      return rotation.axis().string().x() == 0
          ? (encodes ? ENCODED_DIAGONAL : DIAGONAL)
          : (encodes ? ENCODED_TURN : TURN);
    }

    boolean isDiagonal() {
      return this == DIAGONAL || this == ENCODED_DIAGONAL;
    }

    boolean encodes() {
      return this == ENCODED_TURN || this == ENCODED_DIAGONAL || this == PAIR_TURN;
    }

    /// {@return whether parameters turn planes}
    boolean turnsByParameters() {
      return this == TURN || this == PAIR_TURN;
    }
  }

  /// Rotations that commute. Those that turn planes have independent x.
  ///
  /// @param group the rotations
  /// @param frame of the state that a layer of turns finds and leaves; of a diagonal layer, of the
  ///   state that it leaves
  /// @param real whether the state is real after it, in its frame
  record Layer(Group group, Frame frame, boolean real) {
    /// Copies the lists.
    Layer {
      group = new Group(group.kind, List.copyOf(group.rotations), List.copyOf(group.inputs));
    }

    Kind kind() {
      return group.kind;
    }

    List<Rotation> rotations() {
      return group.rotations;
    }

    /// {@return the rotation by an input about the same string, of a pair}
    ///
    /// @param rotation the other of the pair
    Rotation input(Rotation rotation) {
      return group.inputs.get(group.rotations.indexOf(rotation));
    }
  }

  /// Rotations of one kind that commute.
  ///
  /// @param kind theirs
  /// @param rotations in no particular order, as the program has them
  /// @param inputs of pairs, per rotation the one by an input about the same string; else none
  record Group(Kind kind, List<Rotation> rotations, List<Rotation> inputs) {
    Group(Kind kind) {
      this(kind, new ArrayList<>(), new ArrayList<>());
    }

    boolean isEmpty() {
      return rotations.isEmpty();
    }

    boolean commutesWith(Rotation rotation) {
      return rotations.stream().allMatch(rotation::commutesWith);
    }

    boolean takes(Rotation rotation) {
      if (kind != Kind.of(rotation)) {
        return false;
      }
      List<SignedPauli> axes = new ArrayList<>(axes());
      axes.add(rotation.axis());
      return kind.isDiagonal()
          || Frame.none(rotation.axis().string().qubits()).suiting(axes, true).isPresent();
    }

    List<SignedPauli> axes() {
      return rotations.stream().map(Rotation::axis).toList();
    }
  }

  /// More strings than this a qubit make no tail.
  private static final int MOST_STRINGS = 8;

  private final RotationProgram program;
  private final List<Rotation> prefix;
  private final List<Layer> layers;
  private final Frame start;
  private final boolean startReal;
  private final LaneTail tail;
  private final Observation observation;
  private final LaneWork work;

  LaneProgram(RotationProgram program) {
    this.program = program;
    this.prefix = new ArrayList<>();
    List<Group> groups = grouped(program.rotations(), prefix);
    Choice best = best(groups);
    if (groups.stream().anyMatch(g -> g.kind == Kind.ENCODED_TURN)) {
      Choice choice = best(paired(groups));
      if (choice.work.drift() < best.work.drift()) {
        best = choice;
      }
    }
    this.layers = best.layers;
    this.start = best.start;
    this.startReal = best.startReal;
    this.tail = best.tail;
    this.observation = best.observation;
    this.work = best.work;
  }

  private Choice best(List<Group> groups) {
    List<Frame> frames = frames(groups);
    LaneTail longest = new LaneTail(program.observable());
    Choice best = choice(groups, frames, longest);
    for (int kept = groups.size() - 1; kept >= 0; kept--) {
      Group group = groups.get(kept);
      if (group.kind.encodes()) {
        break;
      }
      longest = longest.after(group.rotations);
      if (longest.strings().size() > MOST_STRINGS * program.qubits()) {
        break;
      }
      Choice choice = choice(groups.subList(0, kept), frames.subList(0, kept), longest);
      if (choice.observation.odd().isEmpty() && choice.work.drift() < best.work.drift()) {
        best = choice;
      }
    }
    return best;
  }

  private record Choice(
      List<Layer> layers,
      Frame start,
      boolean startReal,
      LaneTail tail,
      Observation observation,
      LaneWork work) {}

  /// Rotations go into the earliest group of their kind that they can be moved to; what comes
  /// before all parameters goes into the prefix.
  private static List<Group> grouped(List<Rotation> rotations, List<Rotation> prefix) {
    List<Group> groups = new ArrayList<>();
    for (Rotation rotation : rotations) {
      int earliest = groups.size();
      while (earliest > 0 && groups.get(earliest - 1).commutesWith(rotation)) {
        earliest--;
      }
      if (earliest == 0 && !(rotation.drive() instanceof Drive.Theta)) {
        prefix.add(rotation);
      } else {
        groups.subList(earliest, groups.size()).stream()
            .filter(group -> group.takes(rotation))
            .findFirst()
            .orElseGet(() -> {
              groups.add(new Group(Kind.of(rotation)));
              return groups.getLast();
            })
            .rotations()
            .add(rotation);
      }
    }
    return groups;
  }

  /// Makes pairs of the rotations about one string in neighbouring groups of turns, one group by
  /// inputs and one not. They go between what is left of the two.
  private static List<Group> paired(List<Group> groups) {
    List<Group> paired = new ArrayList<>();
    for (Group group : groups) {
      Group before = paired.isEmpty() ? group : paired.getLast();
      boolean turns = group.kind == Kind.TURN && before.kind == Kind.ENCODED_TURN;
      if (!turns && !(group.kind == Kind.ENCODED_TURN && before.kind == Kind.TURN)) {
        paired.add(group);
        continue;
      }
      Group left = new Group(before.kind);
      Group pairs = new Group(Kind.PAIR_TURN);
      Group right = new Group(group.kind);
      right.rotations.addAll(group.rotations);
      for (Rotation one : before.rotations) {
        Optional<Rotation> other =
            right.rotations.stream()
                .filter(r -> r.axis().string().equals(one.axis().string()))
                .findFirst();
        if (other.isEmpty()) {
          left.rotations.add(one);
        } else {
          right.rotations.remove(other.get());
          pairs.rotations.add(turns ? other.get() : one);
          pairs.inputs.add(turns ? one : other.get());
        }
      }
      paired.removeLast();
      Stream.of(left, pairs, right).filter(g -> !g.isEmpty()).forEach(paired::add);
    }
    return paired;
  }

  /// Per group, the frame it leaves the state in: that of a group of turns is the nearest to the
  /// one before that serves, and a diagonal group goes over to the frame of the turns after it.
  private List<Frame> frames(List<Group> groups) {
    List<Frame> frames = new ArrayList<>();
    Frame frame = Frame.none(program.qubits());
    for (Group group : groups) {
      if (!group.kind.isDiagonal()) {
        frame = frame.suiting(group.axes(), true).orElseThrow();
      }
      frames.add(frame);
    }
    for (int i = frames.size() - 2; i >= 0; i--) {
      if (groups.get(i).kind.isDiagonal()) {
        frames.set(i, frames.get(i + 1));
      }
    }
    return frames;
  }

  /// The program cut before a tail. Where it ends in a diagonal group, or has no group at all, that
  /// can go over to a frame that suits the tail.
  private Choice choice(List<Group> groups, List<Frame> frames, LaneTail cut) {
    List<Frame> ending = new ArrayList<>(frames);
    boolean free = groups.isEmpty() || groups.getLast().kind.isDiagonal();
    if (free) {
      Frame last = frames.stream().reduce(Frame.none(program.qubits()), (a, b) -> b);
      List<SignedPauli> turning = cut.strings().stream().filter(s -> s.string().x() != 0).toList();
      Frame suiting = last.suiting(turning, false).orElse(last);
      for (int i = groups.size() - 1; i >= 0 && groups.get(i).kind.isDiagonal(); i--) {
        ending.set(i, suiting);
      }
      if (groups.stream().allMatch(g -> g.kind.isDiagonal())) {
        ending.addFirst(suiting);
      }
    }
    Frame start = ending.isEmpty() ? Frame.none(program.qubits()) : ending.getFirst();
    if (ending.size() > groups.size()) {
      ending.removeFirst();
    }
    boolean startReal = prefix.stream().allMatch(r -> isImaginary(start.of(r.axis())));
    boolean real = startReal;
    Frame before = start;
    List<Layer> made = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      real &= !group.kind.isDiagonal() && before.differsByReal(ending.get(i));
      made.add(new Layer(group, ending.get(i), real));
      before = ending.get(i);
    }
    Observation observed = new Observation(cut.strings(), before, real);
    return new Choice(
        List.copyOf(made),
        start,
        startReal,
        cut,
        observed,
        LaneWork.of(start, startReal, made, observed));
  }

  private static boolean isImaginary(SignedPauli pauli) {
    return (Long.bitCount(pauli.string().x() & pauli.string().z()) & 1) != 0;
  }

  /// {@return m}
  int qubits() {
    return program.qubits();
  }

  /// {@return the number of parameters d, those that f does not depend on included}
  int parameters() {
    return program.parameters();
  }

  /// {@return the rotations of V_0(x), as the program has them}
  List<Rotation> prefix() {
    return prefix;
  }

  /// {@return whether V_0(x)|0⟩ depends on x}
  boolean prefixEncodes() {
    return prefix.stream().anyMatch(r -> r.drive().encodes());
  }

  /// {@return the frame of V_0(x)|0⟩}
  Frame start() {
    return start;
  }

  /// {@return whether V_0(x)|0⟩ is real in its frame}
  boolean startReal() {
    return startReal;
  }

  /// {@return L_1 … L_K}
  List<Layer> layers() {
    return layers;
  }

  /// {@return whether inputs are met in V_0 alone, and V_0(x)|0⟩ is real: then the span of the
  /// start states tells all}
  boolean meetsInputsAtStart() {
    return startReal && prefixEncodes() && layers.stream().noneMatch(l -> l.kind().encodes());
  }

  /// {@return how many states of one input are kept for the way back: that after each layer of
  /// turns, that before each diagonal, and the last}
  int states() {
    int states = 1;
    for (int i = 0; i < layers.size(); i++) {
      boolean turned = i > 0 && layers.get(i - 1).kind().turnsByParameters();
      states += turned || layers.get(i).kind() == Kind.DIAGONAL ? 1 : 0;
    }
    return states;
  }

  /// {@return how many turns by sums of a parameter's and an input's angle there are}
  int pairs() {
    return layers.stream()
        .filter(layer -> layer.kind() == Kind.PAIR_TURN)
        .mapToInt(layer -> layer.rotations().size())
        .sum();
  }

  /// {@return T}
  LaneTail tail() {
    return tail;
  }

  /// {@return how T is observed in the last state}
  Observation observation() {
    return observation;
  }

  /// {@return what a pair of particle and input costs}
  LaneWork work() {
    return work;
  }

  /// How strings are observed in a state: by the number of each, those that vanish left out.
  ///
  /// @param moved the strings in the frame of the state
  /// @param real whether the state is real
  /// @param diagonal strings of I and Z
  /// @param blocks real strings, up to [AxisBlock#MOST] at once
  /// @param odd imaginary strings of a complex state
  record Observation(
      List<SignedPauli> moved,
      boolean real,
      List<Integer> diagonal,
      List<List<Integer>> blocks,
      List<Integer> odd) {
    Observation(List<SignedPauli> strings, Frame frame, boolean real) {
      this(
          strings.stream().map(frame::of).toList(),
          real,
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
      // Neighbours next to each other, the last qubit first, as blocks want them.
      List<Integer> order =
          IntStream.range(0, moved.size())
              .boxed()
              .sorted(Comparator.comparingLong(s -> moved.get(s).string().x()))
              .toList();
      for (int s : order) {
        if (moved.get(s).string().x() == 0) {
          diagonal.add(s);
        } else if (!isImaginary(moved.get(s))) {
          assign(s);
        } else if (!real) {
          odd.add(s);
        }
      }
    }

    private void assign(int s) {
      for (List<Integer> block : blocks) {
        if (Observation.fits(block.stream().map(moved::get).toList(), moved.get(s))) {
          block.add(s);
          return;
        }
      }
      blocks.add(new ArrayList<>(List.of(s)));
    }

    private static boolean fits(List<SignedPauli> block, SignedPauli more) {
      List<SignedPauli> all = new ArrayList<>(block);
      all.add(more);
      Frame none = Frame.none(more.string().qubits());
      Optional<Frame> suiting = none.suiting(all, false);
      return block.size() < AxisBlock.MOST && suiting.isPresent() && suiting.get() == none;
    }
  }
}
