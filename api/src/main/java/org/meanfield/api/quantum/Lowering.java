package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.quantum.Elementary.Disturbance;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Elementary.Rotation;
import org.meanfield.api.quantum.StandardGate.Turn;

/// Gates as elementary steps, up to a phase of the whole state.
final class Lowering {
  private final int qubits;
  private final List<Elementary> steps = new ArrayList<>();

  Lowering(int qubits) {
    this.qubits = qubits;
  }

  List<Elementary> of(List<Gate> gates) {
    for (Gate gate : gates) {
      switch (gate) {
        case Gate.Rotation(PauliString axis, Angle angle) ->
            evolve(List.of(new PauliSum.Term(1, axis)), angle);
        case Gate.Evolution(PauliSum generator, Angle angle) -> evolve(generator.terms(), angle);
        case Gate.Named(StandardGate kind, List<Integer> on) -> turn(kind.turns(), on);
        case Gate.Matrix(_, Unitary matrix, List<Integer> on) -> turn(Decomposition.of(matrix), on);
        case Gate.Noise(QuantumChannel channel, int q) -> steps.add(new Disturbance(channel, q));
      }
    }
    return List.copyOf(steps);
  }

  private void turn(List<Turn> turns, List<Integer> on) {
    for (Turn turn : turns) {
      List<PauliSum.Term> terms =
          turn.generator().terms().stream()
              .map(t -> new PauliSum.Term(t.coefficient(), placed(t.string(), on)))
              .toList();
      evolve(terms, Angle.of(turn.radians()));
    }
  }

  private PauliString placed(PauliString string, List<Integer> on) {
    PauliString placed = PauliString.identity(qubits);
    for (int q = 0; q < on.size(); q++) {
      placed = placed.with(on.get(q), string.at(q));
    }
    return placed;
  }

  /// The terms commute, so each turns for itself; what the data turn goes first.
  private void evolve(List<PauliSum.Term> terms, Angle angle) {
    for (PauliSum.Term term : terms) {
      if (!term.string().isIdentity()) {
        encode(term.string(), angle.encoding().times(term.coefficient()));
      }
    }
    for (PauliSum.Term term : terms) {
      for (Angle.Share share : angle.shares()) {
        double scale = term.coefficient() * share.scale();
        if (!term.string().isIdentity() && scale != 0) {
          steps.add(new Rotation(term.string(), new Drive.Theta(share.parameter(), scale)));
        }
      }
    }
  }

  private void encode(PauliString axis, Encoding encoding) {
    Encoding whole = encoding;
    if (!steps.isEmpty()
        && steps.getLast() instanceof Rotation(PauliString last, Drive.Data(Encoding before))
        && last.equals(axis)) {
      steps.removeLast();
      whole = before.plus(encoding);
    }
    if (!whole.equals(Encoding.constant(0))) {
      steps.add(new Rotation(axis, new Drive.Data(whole)));
    }
  }
}
