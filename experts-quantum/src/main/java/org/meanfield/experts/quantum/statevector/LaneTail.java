package org.meanfield.experts.quantum.statevector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.experts.quantum.program.SignedPauli;

/// The last rotations of a program taken to its observable: R†OR = Σ_s c_s(θ) P_s. Immutable.
///
/// A rotation by θ about A takes a string Q that does not commute with A to cos θ Q + sin θ Q′, Q′
/// = −iQA, and Q′ to cos θ Q′ − sin θ Q; strings carry a sign so that Q′ begins with + sin θ.
final class LaneTail {
  /// A plane rotation of coefficients: of strings a and b.
  private record Operation(int angle, int a, int b) {}

  private final List<SignedPauli> strings;
  private final Map<PauliString, Integer> numbers;
  private final List<Double> coefficients;
  private final List<Drive> drives;
  private final List<Operation> operations;

  /// @param observable O
  LaneTail(PauliSum observable) {
    this.strings = new ArrayList<>();
    this.numbers = new HashMap<>();
    this.coefficients = new ArrayList<>();
    this.drives = new ArrayList<>();
    this.operations = new ArrayList<>();
    for (PauliSum.Term term : observable.terms()) {
      numbers.put(term.string(), strings.size());
      strings.add(new SignedPauli(term.string(), 1));
      coefficients.add(term.coefficient());
    }
  }

  private LaneTail(LaneTail from) {
    this.strings = new ArrayList<>(from.strings);
    this.numbers = new HashMap<>(from.numbers);
    this.coefficients = from.coefficients;
    this.drives = new ArrayList<>(from.drives);
    this.operations = new ArrayList<>(from.operations);
  }

  /// {@return this tail with rotations before it}
  ///
  /// @param rotations commuting ones by parameters and constants
  LaneTail after(List<Rotation> rotations) {
    LaneTail longer = new LaneTail(this);
    rotations.forEach(longer::take);
    return longer;
  }

  private void take(Rotation rotation) {
    int angle = drives.indexOf(rotation.drive());
    if (angle < 0) {
      angle = drives.size();
      drives.add(rotation.drive());
    }
    PauliString axis = rotation.axis().string();
    int present = strings.size();
    for (int s = 0; s < present; s++) {
      SignedPauli string = strings.get(s);
      if (!axis.commutesWith(string.string())) {
        SignedPauli turned = string.throughQuarterTurns(axis, 1);
        SignedPauli partner =
            new SignedPauli(turned.string(), turned.sign() * rotation.axis().sign());
        Integer known = numbers.get(partner.string());
        if (known == null) {
          numbers.put(partner.string(), strings.size());
          operations.add(new Operation(angle, s, strings.size()));
          strings.add(partner);
        } else if (known < present && s < known) {
          boolean forth = strings.get(known).sign() == partner.sign();
          operations.add(new Operation(angle, forth ? s : known, forth ? known : s));
        }
      }
    }
  }

  /// {@return the strings ±P_s}
  List<SignedPauli> strings() {
    return strings;
  }

  /// {@return whether there are no rotations, so that the c_s are constants}
  boolean isEmpty() {
    return operations.isEmpty();
  }

  /// {@return the angles by number}
  List<Drive> drives() {
    return drives;
  }

  /// Computes the c_s.
  ///
  /// @param lanes numbers in a row
  /// @param trig holds a row of cosines and a row of sines per angle
  /// @param rows receives a row per string
  void forward(int lanes, double[] trig, double[] rows) {
    for (int s = 0; s < strings.size(); s++) {
      double root = s < coefficients.size() ? coefficients.get(s) : 0;
      Arrays.fill(rows, s * lanes, (s + 1) * lanes, root);
    }
    for (int i = 0; i < operations.size(); i++) {
      turn(operations.get(i), 1, lanes, trig, rows);
    }
  }

  /// a′ = cos θ a − sin θ b, b′ = cos θ b + sin θ a.
  private static void turn(
      Operation operation, int sense, int lanes, double[] trig, double[] rows) {
    int t = 2 * lanes * operation.angle();
    int a = lanes * operation.a();
    int b = lanes * operation.b();
    for (int lane = 0; lane < lanes; lane++) {
      double cos = trig[t + lane];
      double sin = sense * trig[t + lanes + lane];
      double before = rows[a + lane];
      rows[a + lane] = cos * before - sin * rows[b + lane];
      rows[b + lane] = cos * rows[b + lane] + sin * before;
    }
  }

  /// Adds the derivatives in the angles: with ā, b̄ the adjoints of a′ and b′, b̄a′ − āb′.
  ///
  /// @param lanes numbers in a row
  /// @param trig holds a row of cosines and a row of sines per angle
  /// @param rows holds the c_s; the rotations are undone in it
  /// @param adjoints holds the derivatives in the c_s, taken back likewise
  /// @param gradient a row per angle, added to
  void backward(int lanes, double[] trig, double[] rows, double[] adjoints, double[] gradient) {
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation operation = operations.get(i);
      int a = lanes * operation.a();
      int b = lanes * operation.b();
      for (int lane = 0; lane < lanes; lane++) {
        gradient[lanes * operation.angle() + lane] +=
            adjoints[b + lane] * rows[a + lane] - adjoints[a + lane] * rows[b + lane];
      }
      turn(operation, -1, lanes, trig, rows);
      turn(operation, -1, lanes, trig, adjoints);
    }
  }
}
