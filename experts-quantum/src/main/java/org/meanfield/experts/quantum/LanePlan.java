package org.meanfield.experts.quantum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.experts.quantum.RotationProgram.Rotation;
import org.meanfield.kernels.state.PauliAxis;

/// A program as the statevector backend runs it: which kernel in which order on which slots.
/// Immutable.
///
/// Each distinct angle has a *slot*, a row of cosines and a row of sines of half the angle.
final class LanePlan {
  /// One rotation.
  ///
  /// @param axis ±P
  /// @param back ∓P, to undo it
  /// @param slot of its angle
  /// @param trained whether a parameter drives it
  record Turn(PauliAxis axis, PauliAxis back, int slot, boolean trained) {}

  /// Rotations that commute.
  sealed interface Layer {
    /// {@return the rotations}
    List<Turn> turns();

    /// Rotations applied two by two, then one by one.
    ///
    /// @param turns the rotations; of the first `pairs` pairs each is applied in one pass
    /// @param pairs how many
    /// @param real whether the state is real before and after
    record Turns(List<Turn> turns, int pairs, boolean real) implements Layer {}

    /// Diagonal rotations by parameters and constants, applied as one diagonal of phases that all
    /// inputs share.
    ///
    /// @param turns the rotations
    /// @param real whether the state is real before
    /// @param table the number of the diagonal
    record Phases(List<Turn> turns, boolean real, int table) implements Layer {}
  }

  private final int qubits;
  private final int parameters;
  private final Map<Drive, Integer> slots = new LinkedHashMap<>();
  private final List<Turn> prefix = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();
  private final PauliSum observable;
  private final boolean prefixReal;
  private final boolean real;
  private int tables;

  /// @param program a program on at most [StateLanes#MOST_QUBITS] qubits
  /// @param storage whether diagonals are kept
  LanePlan(RotationProgram program, LaneStorage storage) {
    this.qubits = program.qubits();
    this.parameters = program.parameters();
    this.observable = program.observable();
    RotationLayers order = RotationLayers.of(program);
    boolean fuse = storage.keepsPhases(qubits, order.layers().size());
    boolean stillReal = true;
    for (Rotation rotation : order.prefix()) {
      Turn turn = turn(rotation);
      stillReal &= turn.axis().isImaginary();
      prefix.add(turn);
    }
    this.prefixReal = stillReal;
    for (List<Rotation> layer : order.layers()) {
      List<Turn> diagonal = new ArrayList<>();
      List<Turn> others = new ArrayList<>();
      for (Rotation rotation : layer) {
        Turn turn = turn(rotation);
        boolean shared = turn.axis().x() == 0 && !rotation.drive().encodes();
        (shared && fuse ? diagonal : others).add(turn);
      }
      if (diagonal.size() == 1) {
        others.addAll(diagonal);
        diagonal.clear();
      }
      if (!others.isEmpty()) {
        stillReal &= others.stream().allMatch(t -> t.axis().isImaginary());
        layers.add(paired(others, stillReal));
      }
      if (!diagonal.isEmpty()) {
        layers.add(new Layer.Phases(List.copyOf(diagonal), stillReal, tables++));
        stillReal = false;
      }
    }
    this.real = stillReal;
  }

  /// Pairs axes that cross, greedily; parameters with parameters, others with others.
  private static Layer.Turns paired(List<Turn> turns, boolean real) {
    List<Turn> waiting = new ArrayList<>(turns);
    List<Turn> paired = new ArrayList<>();
    List<Turn> single = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Turn turn = waiting.removeFirst();
      Optional<Turn> partner =
          waiting.stream()
              .filter(other -> turn.axis().crosses(other.axis()))
              .filter(other -> turn.trained() == other.trained())
              .findFirst();
      if (partner.isPresent()) {
        waiting.remove(partner.get());
        paired.addAll(List.of(turn, partner.get()));
      } else {
        single.add(turn);
      }
    }
    int pairs = paired.size() / 2;
    paired.addAll(single);
    return new Layer.Turns(List.copyOf(paired), pairs, real);
  }

  private Turn turn(Rotation rotation) {
    int slot = slots.computeIfAbsent(rotation.drive(), _ -> slots.size());
    PauliAxis axis = axis(rotation.axis().string(), rotation.axis().sign());
    return new Turn(axis, axis.negated(), slot, rotation.drive() instanceof Drive.Theta);
  }

  private static PauliAxis axis(PauliString string, int sign) {
    return new PauliAxis(string.qubits(), (int) string.x(), (int) string.z(), sign);
  }

  /// {@return m}
  int qubits() {
    return qubits;
  }

  /// {@return d}
  int parameters() {
    return parameters;
  }

  /// {@return the distinct angles in the order of their slots}
  List<Drive> angles() {
    return List.copyOf(slots.keySet());
  }

  /// {@return the rotations of V_0(x), one by one}
  List<Turn> prefix() {
    return prefix;
  }

  /// {@return whether V_0(x)|0⟩ depends on x}
  boolean prefixEncodes() {
    List<Drive> angles = angles();
    return prefix.stream().anyMatch(t -> angles.get(t.slot()).encodes());
  }

  /// {@return whether V_0(x)|0⟩ is real}
  boolean prefixReal() {
    return prefixReal;
  }

  /// {@return the layers after V_0(x)}
  List<Layer> layers() {
    return layers;
  }

  /// {@return how many diagonals of phases there are}
  int tables() {
    return tables;
  }

  /// {@return whether the last state is real}
  boolean real() {
    return real;
  }

  /// {@return the diagonal Σ_t c_t (−1)^{|b∧z_t|}, 2^m numbers; empty if the observable has X or Y}
  Optional<double[]> weights() {
    if (observable.terms().stream().anyMatch(t -> t.string().x() != 0)) {
      return Optional.empty();
    }
    double[] weights = new double[1 << qubits];
    for (PauliSum.Term term : observable.terms()) {
      for (int b = 0; b < weights.length; b++) {
        boolean odd = (Long.bitCount(b & term.string().z()) & 1) != 0;
        weights[b] += odd ? -term.coefficient() : term.coefficient();
      }
    }
    return Optional.of(weights);
  }

  /// {@return the terms of the observable as axes with coefficients}
  List<Term> terms() {
    return observable.terms().stream()
        .map(t -> new Term(axis(t.string(), 1), t.coefficient()))
        .toList();
  }

  /// c·P.
  ///
  /// @param axis P
  /// @param coefficient c
  record Term(PauliAxis axis, double coefficient) {}
}
