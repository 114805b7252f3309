package org.meanfield.experts.quantum.program;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;

/// A circuit and its observable without Clifford gates: f = ⟨0|R₁†…R_K† O′ R_K…R₁|0⟩ with Pauli
/// rotations R alone and, where there is noise, Pauli channels between them.
///
/// With C the product of the fixed rotations by multiples of π/2 before a rotation R_P, R_P C = C
/// R_{C†PC}: all Clifford gates move to the end and into the observable, O′ = C†OC. Strings stay
/// strings, so this costs nothing at run time. A channel that flips a qubit by X, Y or Z flips by
/// their images C†XC, … then.
///
/// Rotations and channels that f does not depend on are left out: those that commute with O′ and
/// with every later rotation that is kept; a channel, if both its images do. That is the light cone
/// of the observable and more (such as a last layer of RZ before a measurement of Z).
///
/// **Reference.** D. Gottesman, *The Heisenberg representation of quantum computers*,
/// arXiv:quant-ph/9807006 (1998), section 3.
public final class RotationProgram {
  /// What is left of a circuit.
  public sealed interface Step {}

  /// exp(−i·angle·(±P)/2).
  ///
  /// @param axis ±P
  /// @param drive what turns it
  public record Rotation(SignedPauli axis, Drive drive) implements Step {
    public boolean commutesWith(Rotation other) {
      return axis.string().commutesWith(other.axis.string());
    }
  }

  /// A Pauli channel: each string is multiplied by the factor of its *letter*, I, X, Y or Z as it
  /// anticommutes with the images of Z and X.
  ///
  /// @param x the image of X, but for its sign
  /// @param z the image of Z, but for its sign
  /// @param channel the factors
  public record Shrinkage(PauliString x, PauliString z, QuantumChannel.Flip channel)
      implements Step {
    /// {@return the factor of a string in the Heisenberg picture, in [−1, 1]}
    ///
    /// @param xMask its qubits with X or Y
    /// @param zMask its qubits with Z or Y
    public double factor(long xMask, long zMask) {
      return channel.factor(letter(xMask, zMask));
    }

    private Pauli letter(long xMask, long zMask) {
      boolean hasX = (Long.bitCount(xMask & z.z()) + Long.bitCount(zMask & z.x())) % 2 != 0;
      boolean hasZ = (Long.bitCount(xMask & x.z()) + Long.bitCount(zMask & x.x())) % 2 != 0;
      if (hasX) {
        return hasZ ? Pauli.Y : Pauli.X;
      }
      return hasZ ? Pauli.Z : Pauli.I;
    }

    /// {@return whether the string's letter is I}
    private boolean commutesWith(PauliString string) {
      return letter(string.x(), string.z()) == Pauli.I;
    }

    /// {@return whether the order of channel and rotation makes no difference: both strings of each
    /// pair P, −iPA that the rotation mixes have one factor}
    ///
    /// A rotation about the channel's letter a alone mixes the other two letters; with more to its
    /// axis, also I and a.
    ///
    /// @param rotation about A
    public boolean commutesWith(Rotation rotation) {
      PauliString axis = rotation.axis().string();
      return switch (letter(axis.x(), axis.z())) {
        case I -> true;
        case X -> isUniform(axis, x, Pauli.X, Pauli.Y, Pauli.Z);
        case Y -> isUniform(axis, product(), Pauli.Y, Pauli.X, Pauli.Z);
        case Z -> isUniform(axis, z, Pauli.Z, Pauli.X, Pauli.Y);
      };
    }

    private boolean isUniform(
        PauliString axis, PauliString image, Pauli own, Pauli one, Pauli other) {
      return axis.equals(image)
          ? channel.factor(one) == channel.factor(other)
          : channel.factor(own) == 1;
    }

    private PauliString product() {
      return new PauliString(x.qubits(), x.x() ^ z.x(), x.z() ^ z.z());
    }
  }

  /// A rotation exp(−iπtA/4), which maps strings to strings.
  private record Clifford(PauliString axis, int turns) {}

  /// Angles this near to a multiple of π/2, in units of π/2, differ from it by rounding alone.
  private static final double ROUNDING = 1e-15;

  private final int qubits;
  private final int parameters;
  private final List<Step> steps;
  private final PauliSum observable;

  private RotationProgram(int qubits, int parameters, List<Step> steps, PauliSum observable) {
    this.qubits = qubits;
    this.parameters = parameters;
    this.steps = List.copyOf(steps);
    this.observable = observable;
  }

  /// {@return the program of a circuit}
  ///
  /// @param circuit the circuit
  /// @param observable on the same number of qubits
  /// @throws IllegalArgumentException if a channel of the circuit is no Pauli channel
  public static RotationProgram of(Circuit circuit, PauliSum observable) {
    if (circuit.qubits() != observable.qubits()) {
      throw new IllegalArgumentException(
          "the circuit has %d qubits, the observable %d"
              .formatted(circuit.qubits(), observable.qubits()));
    }
    List<Clifford> cliffords = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (Elementary step : circuit.elementary()) {
      switch (step) {
        case Elementary.Rotation(PauliString axis, Drive drive) -> {
          OptionalInt turns = quarterTurns(drive);
          if (turns.isPresent()) {
            cliffords.add(new Clifford(axis, turns.getAsInt()));
          } else {
            steps.add(new Rotation(through(cliffords, axis), drive));
          }
        }
        case Elementary.Disturbance(QuantumChannel.Flip channel, int qubit) -> {
          PauliString none = PauliString.identity(circuit.qubits());
          steps.add(
              new Shrinkage(
                  through(cliffords, none.with(qubit, Pauli.X)).string(),
                  through(cliffords, none.with(qubit, Pauli.Z)).string(),
                  channel));
        }
        case Elementary.Disturbance(QuantumChannel.AmplitudeDamping channel, int qubit) ->
            throw new IllegalArgumentException(
                "%s on qubit %d is no Pauli channel".formatted(channel, qubit));
      }
    }
    List<PauliSum.Term> terms = new ArrayList<>();
    for (PauliSum.Term term : observable.terms()) {
      SignedPauli moved = through(cliffords, term.string());
      terms.add(new PauliSum.Term(moved.sign() * term.coefficient(), moved.string()));
    }
    PauliSum moved = PauliSum.of(terms);
    return new RotationProgram(circuit.qubits(), circuit.parameters(), needed(steps, moved), moved);
  }

  /// The number of quarter turns of a constant angle that is a multiple of π/2 up to rounding.
  private static OptionalInt quarterTurns(Drive drive) {
    if (!(drive instanceof Drive.Data(Encoding encoding)) || !encoding.isConstant()) {
      return OptionalInt.empty();
    }
    double turns = encoding.constant() / (Math.PI / 2);
    double whole = Math.rint(turns);
    return Math.abs(turns - whole) < ROUNDING
        ? OptionalInt.of(Math.floorMod((long) whole, 4))
        : OptionalInt.empty();
  }

  /// C†PC for C = C_k…C_1: the last gate is nearest to P.
  private static SignedPauli through(List<Clifford> cliffords, PauliString string) {
    SignedPauli pauli = new SignedPauli(string, 1);
    for (Clifford clifford : cliffords.reversed()) {
      pauli = pauli.throughQuarterTurns(clifford.axis(), clifford.turns());
    }
    return pauli;
  }

  private static List<Step> needed(List<Step> steps, PauliSum observable) {
    List<Step> kept = new ArrayList<>();
    // What strings of the observable can be multiplied by, and these.
    List<PauliString> met = new ArrayList<>();
    observable.terms().forEach(t -> met.add(t.string()));
    for (Step step : steps.reversed()) {
      switch (step) {
        case Rotation rotation -> {
          PauliString axis = rotation.axis().string();
          if (!met.stream().allMatch(axis::commutesWith)) {
            kept.add(rotation);
            met.add(axis);
          }
        }
        case Shrinkage shrinkage -> {
          if (!met.stream().allMatch(shrinkage::commutesWith)) {
            kept.add(shrinkage);
          }
        }
      }
    }
    return kept.reversed();
  }

  /// {@return m}
  public int qubits() {
    return qubits;
  }

  /// {@return the number of parameters d of the circuit, those that f does not depend on included}
  public int parameters() {
    return parameters;
  }

  /// {@return rotations and channels, in the order they act}
  public List<Step> steps() {
    return steps;
  }

  /// {@return R₁ … R_K of a program without channels, in the order they act}
  ///
  /// @throws IllegalArgumentException if there are channels
  public List<Rotation> rotations() {
    List<Rotation> rotations = rotations(steps);
    if (rotations.size() < steps.size()) {
      throw new IllegalArgumentException("the program has channels beside its rotations");
    }
    return rotations;
  }

  /// {@return the rotations among steps}
  public static List<Rotation> rotations(List<Step> steps) {
    return steps.stream().filter(Rotation.class::isInstance).map(Rotation.class::cast).toList();
  }

  /// {@return O′}
  public PauliSum observable() {
    return observable;
  }
}
