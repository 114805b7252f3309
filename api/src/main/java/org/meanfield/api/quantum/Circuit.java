package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// A parametric quantum circuit on m qubits, started in |0…0⟩: gates in the order they act.
/// Immutable.
///
/// With an observable O it is the expert f(θ, x) = ⟨0|U(θ,x)† O U(θ,x)|0⟩ (eq. 4.1).
public final class Circuit {
  private final int qubits;
  private final int parameters;
  private final List<Gate> gates;
  private final List<Elementary> elementary;

  private Circuit(int qubits, int parameters, List<Gate> gates) {
    this.qubits = qubits;
    this.parameters = parameters;
    this.gates = gates;
    this.elementary = new Lowering(qubits).of(gates);
  }

  /// {@return the beginning of a circuit}
  ///
  /// @param qubits m, 1 … 62
  public static Builder on(int qubits) {
    return new Builder(qubits);
  }

  /// {@return the number of qubits m}
  public int qubits() {
    return qubits;
  }

  /// {@return the number of trainable parameters d}
  public int parameters() {
    return parameters;
  }

  /// {@return the gates in the order they act}
  public List<Gate> gates() {
    return gates;
  }

  /// {@return the same circuit in Pauli rotations and channels, up to a phase of the whole state}
  public List<Elementary> elementary() {
    return elementary;
  }

  /// {@return the scales a of all rotations exp(−i·a·θ_k·P/2) that parameter k drives, in the order
  /// they act}
  ///
  /// f is a trigonometric polynomial in θ_k whose frequencies are sums of some of the |a| with
  /// signs; so |∂_k f| ≤ ‖O‖ Σ|a| and |∂_k ∂_l f| ≤ ‖O‖ Σ|a_k| Σ|a_l|.
  ///
  /// @param k 0 ≤ k < d
  public List<Double> scales(int k) {
    Objects.checkIndex(k, parameters);
    List<Double> scales = new ArrayList<>();
    for (Elementary step : elementary) {
      if (step instanceof Elementary.Rotation(_, Elementary.Drive.Theta(int index, double scale))
          && index == k) {
        scales.add(scale);
      }
    }
    return scales;
  }

  /// {@return a period of f in θ_k: 2π over the greatest common divisor of its frequencies; +∞ if
  /// they have none, 0 if θ_k does nothing}
  ///
  /// Assumption A1 asks for 2π: it holds where every frequency is an integer, so for one gate whose
  /// generator has G² = 1 and for a controlled phase, but not for a controlled rotation (4π) or for
  /// 0.7·X.
  ///
  /// @param k 0 ≤ k < d
  public double period(int k) {
    double divisor = Spectrum.divisor(frequencies(k));
    return Double.isNaN(divisor)
        ? Double.POSITIVE_INFINITY
        : divisor == 0 ? 0 : 2 * Math.PI / divisor;
  }

  /// {@return whether f has period 2π in θ_k}
  ///
  /// @param k 0 ≤ k < d
  public boolean isPeriodic(int k) {
    return frequencies(k).stream().allMatch(a -> Math.abs(a - Math.rint(a)) < 1e-12);
  }

  /// What each gate brings: |a| times half the greatest common divisor of the gaps of its
  /// generator; NaN where there is none.
  private List<Double> frequencies(int k) {
    Objects.checkIndex(k, parameters);
    List<Double> frequencies = new ArrayList<>();
    for (Gate gate : gates) {
      switch (gate) {
        case Gate.Rotation(_, Angle angle) -> frequencies(k, angle, 1, frequencies);
        case Gate.Evolution(PauliSum generator, Angle angle) -> {
          if (angle.shares().stream().anyMatch(share -> share.parameter() == k)) {
            frequencies(k, angle, Spectrum.halfGap(generator), frequencies);
          }
        }
        case Gate.Named _, Gate.Matrix _, Gate.Noise _ -> {}
      }
    }
    return frequencies;
  }

  private static void frequencies(int k, Angle angle, double halfGap, List<Double> frequencies) {
    for (Angle.Share share : angle.shares()) {
      if (share.parameter() == k) {
        frequencies.add(Math.abs(share.scale()) * halfGap);
      }
    }
  }

  /// {@return whether f has period 2π in every parameter (assumption A1)}
  public boolean isPeriodic() {
    return IntStream.range(0, parameters).allMatch(this::isPeriodic);
  }

  /// {@return whether features enter only before the first trainable rotation}
  public boolean encodesFirst() {
    boolean trained = false;
    for (Elementary step : elementary) {
      if (step instanceof Elementary.Rotation(_, Elementary.Drive drive)) {
        trained |= drive instanceof Elementary.Drive.Theta;
        if (trained && drive.encodes()) {
          return false;
        }
      }
    }
    return true;
  }

  /// {@return whether there is noise}
  public boolean isNoisy() {
    return elementary.stream().anyMatch(Elementary.Disturbance.class::isInstance);
  }

  /// {@return the circuit as it is drawn by [CircuitDrawing], 100 letters in a line}
  @Override
  public String toString() {
    return CircuitDrawing.of(this).toString();
  }

  /// Builds a circuit gate by gate. Not shareable between threads.
  public static final class Builder {
    private final int qubits;
    private final List<Gate> gates = new ArrayList<>();
    private final BitSet driven = new BitSet();

    private Builder(int qubits) {
      this.qubits = PauliString.identity(qubits).qubits();
    }

    /// Adds exp(−i·angle·P/2).
    ///
    /// @param axis P on this circuit's qubits, not the identity
    /// @param angle what drives it
    /// @return this builder
    public Builder rotate(PauliString axis, Angle angle) {
      if (axis.qubits() != qubits || axis.isIdentity()) {
        throw new IllegalArgumentException(
            "a rotation needs a Pauli string other than the identity on %d qubits, got %s on %d"
                .formatted(qubits, axis, axis.qubits()));
      }
      return add(new Gate.Rotation(axis, angle), angle);
    }

    /// Adds a rotation about one letter on one qubit.
    ///
    /// @param letter X, Y or Z
    /// @param q the qubit
    /// @param angle what drives it
    /// @return this builder
    public Builder rotate(Pauli letter, int q, Angle angle) {
      return rotate(PauliString.identity(qubits).with(q, letter), angle);
    }

    /// Adds a rotation about one letter that acts where another qubit is 1. Its period in a
    /// parameter is 4π.
    ///
    /// @param letter X, Y or Z
    /// @param control the qubit that decides
    /// @param target the qubit that is turned
    /// @param angle what drives it
    /// @return this builder
    public Builder rotateControlled(Pauli letter, int control, int target, Angle angle) {
      distinct(List.of(control, target));
      PauliString axis = PauliString.identity(qubits).with(target, letter);
      return evolve(
          PauliSum.of(
              List.of(
                  new PauliSum.Term(0.5, axis),
                  new PauliSum.Term(-0.5, axis.with(control, Pauli.Z)))),
          angle);
    }

    /// Adds exp(−i·angle·G/2).
    ///
    /// @param generator G on this circuit's qubits; its strings commute
    /// @param angle what drives it
    /// @return this builder
    public Builder evolve(PauliSum generator, Angle angle) {
      if (generator.qubits() != qubits) {
        throw new IllegalArgumentException(
            "a generator on %d qubits does not fit a circuit on %d"
                .formatted(generator.qubits(), qubits));
      }
      List<PauliString> strings = generator.terms().stream().map(PauliSum.Term::string).toList();
      for (PauliString a : strings) {
        for (PauliString b : strings) {
          if (!a.commutesWith(b)) {
            throw new IllegalArgumentException(
                "a generator's strings must commute, but %s and %s do not".formatted(a, b));
          }
        }
      }
      return add(new Gate.Evolution(generator, angle), angle);
    }

    /// Adds a gate that goes by a name.
    ///
    /// @param kind which one
    /// @param on distinct qubits, as many as the kind takes, in its order
    /// @return this builder
    public Builder gate(StandardGate kind, int... on) {
      List<Integer> list = Arrays.stream(on).boxed().toList();
      fits("gate " + kind.word(), kind.qubits(), list);
      gates.add(new Gate.Named(kind, list));
      return this;
    }

    /// Adds a controlled-Z.
    ///
    /// @param a one qubit
    /// @param b another
    /// @return this builder
    public Builder controlledZ(int a, int b) {
      return gate(StandardGate.CZ, a, b);
    }

    /// Adds a controlled-NOT.
    ///
    /// @param control the qubit that decides
    /// @param target the qubit that is flipped
    /// @return this builder
    public Builder controlledNot(int control, int target) {
      return gate(StandardGate.CX, control, target);
    }

    /// Adds a gate given by its matrix.
    ///
    /// @param label its name in drawings
    /// @param matrix U
    /// @param on distinct qubits, as many as the matrix takes; the first is the most significant
    ///   bit
    /// @return this builder
    public Builder unitary(String label, Unitary matrix, int... on) {
      List<Integer> list = Arrays.stream(on).boxed().toList();
      fits("unitary " + label, matrix.qubits(), list);
      gates.add(new Gate.Matrix(label, matrix, list));
      return this;
    }

    /// Adds noise.
    ///
    /// @param channel what happens
    /// @param q where
    /// @return this builder
    public Builder disturb(QuantumChannel channel, int q) {
      Objects.checkIndex(q, qubits);
      gates.add(new Gate.Noise(channel, q));
      return this;
    }

    /// Adds a gate of another circuit on as many qubits.
    ///
    /// @param gate any gate
    /// @return this builder
    public Builder add(Gate gate) {
      return switch (gate) {
        case Gate.Rotation(PauliString axis, Angle angle) -> rotate(axis, angle);
        case Gate.Evolution(PauliSum generator, Angle angle) -> evolve(generator, angle);
        case Gate.Named(StandardGate kind, List<Integer> on) -> gate(kind, array(on));
        case Gate.Matrix(String label, Unitary matrix, List<Integer> on) ->
            unitary(label, matrix, array(on));
        case Gate.Noise(QuantumChannel channel, int q) -> disturb(channel, q);
      };
    }

    /// {@return the circuit}
    ///
    /// @throws IllegalStateException if a parameter below the highest one drives no gate
    public Circuit build() {
      int parameters = driven.length();
      if (driven.cardinality() < parameters) {
        throw new IllegalStateException(
            "parameter %d drives no gate".formatted(driven.nextClearBit(0)));
      }
      return new Circuit(qubits, parameters, List.copyOf(gates));
    }

    private Builder add(Gate gate, Angle angle) {
      gates.add(gate);
      angle.shares().forEach(share -> driven.set(share.parameter()));
      return this;
    }

    private void fits(String what, int needed, List<Integer> on) {
      if (on.size() != needed) {
        throw new IllegalArgumentException(
            "%s acts on %d qubit%s, got %s".formatted(what, needed, needed == 1 ? "" : "s", on));
      }
      distinct(on);
    }

    private void distinct(List<Integer> on) {
      on.forEach(q -> Objects.checkIndex(q, qubits));
      if (Set.copyOf(on).size() < on.size()) {
        throw new IllegalArgumentException(
            "a gate on several qubits needs different ones, got " + on);
      }
    }

    private static int[] array(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
