package org.meanfield.experts.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.qasm.QasmCircuit;

/// The periods of a file's parameters, and the gates to blame where they do not divide 2π.
///
/// @param file its name in places
/// @param read what it holds
record FilePeriods(String file, QasmCircuit read) {
  /// Scales that one sentence lists.
  private static final int MOST_SCALES = 8;

  /// Tells every parameter without a period, and, where they are to be refused, every one whose
  /// period does not divide 2π, each at the first gate that has not the period 2π in it.
  void check(boolean refuse) throws BadInput {
    Circuit circuit = read.circuit();
    List<BadInput> mistakes = new ArrayList<>();
    for (int k = 0; k < circuit.parameters(); k++) {
      double period = circuit.period(k);
      String name = read.parameters().get(k);
      if (Double.isInfinite(period)) {
        mistakes.add(
            new BadInput(
                place(k),
                "the circuit has no period in '%s': the scales %s of its rotations have no common divisor; give the gates parameters of their own"
                    .formatted(name, scales(circuit.scales(k)))));
      } else if (refuse && !circuit.isPeriodic(k)) {
        mistakes.add(
            new BadInput(
                place(k),
                "the circuit has the period %sπ in '%s', assumption A1 asks for 2π, without which Lemma 4.1 and Theorem 4.1 do not hold; write 'period: rescale' beside 'qasm' to train it in units of %s, 'period: keep' to train it as it is"
                    .formatted(figure(period / Math.PI), name, figure(period / (2 * Math.PI)))));
      }
    }
    if (!mistakes.isEmpty()) {
      throw BadInput.all(mistakes);
    }
  }

  private Place place(int parameter) {
    List<Gate> gates = read.circuit().gates();
    int first = 0;
    while (first < gates.size() && isPeriodic(gates.get(first), parameter)) {
      first++;
    }
    int index = first;
    return read.calls().stream()
        .filter(call -> call.end() > index)
        .findFirst()
        .map(call -> new Place(file, call.line(), call.column()))
        .orElse(Place.of(file));
  }

  /// Asks the gate alone, driven by that parameter alone.
  private boolean isPeriodic(Gate gate, int parameter) {
    Circuit.Builder alone = Circuit.on(read.circuit().qubits());
    switch (gate) {
      case Gate.Rotation(PauliString axis, Angle angle) ->
          alone.rotate(axis, only(angle, parameter));
      case Gate.Evolution(PauliSum generator, Angle angle) ->
          alone.evolve(generator, only(angle, parameter));
      case Gate.Named _, Gate.Matrix _, Gate.Noise _ -> {}
    }
    return alone.build().isPeriodic();
  }

  private static Angle only(Angle angle, int parameter) {
    return new Angle(
        angle.shares().stream()
            .filter(share -> share.parameter() == parameter)
            .map(share -> new Angle.Share(0, share.scale()))
            .toList(),
        Encoding.constant(0));
  }

  private static String scales(List<Double> scales) {
    List<String> figures =
        scales.stream().map(FilePeriods::figure).distinct().limit(MOST_SCALES + 1).toList();
    return figures.size() > MOST_SCALES
        ? String.join(", ", figures.subList(0, MOST_SCALES)) + ", …"
        : String.join(", ", figures);
  }

  private static String figure(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-9
        ? String.valueOf(Math.round(number))
        : String.format(Locale.ROOT, "%.6g", number);
  }
}
