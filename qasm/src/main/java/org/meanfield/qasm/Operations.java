package org.meanfield.qasm;

import static org.meanfield.api.quantum.StandardGate.CCX;
import static org.meanfield.api.quantum.StandardGate.CCZ;
import static org.meanfield.api.quantum.StandardGate.CH;
import static org.meanfield.api.quantum.StandardGate.CSWAP;
import static org.meanfield.api.quantum.StandardGate.CX;
import static org.meanfield.api.quantum.StandardGate.CY;
import static org.meanfield.api.quantum.StandardGate.CZ;
import static org.meanfield.api.quantum.StandardGate.H;
import static org.meanfield.api.quantum.StandardGate.S;
import static org.meanfield.api.quantum.StandardGate.SDG;
import static org.meanfield.api.quantum.StandardGate.SWAP;
import static org.meanfield.api.quantum.StandardGate.SX;
import static org.meanfield.api.quantum.StandardGate.SXDG;
import static org.meanfield.api.quantum.StandardGate.T;
import static org.meanfield.api.quantum.StandardGate.TDG;
import static org.meanfield.api.quantum.StandardGate.X;
import static org.meanfield.api.quantum.StandardGate.Y;
import static org.meanfield.api.quantum.StandardGate.Z;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.StandardGate;

/// What modifiers do to sequences of operations, exactly and with their phases.
final class Operations {
  private static final Map<StandardGate, StandardGate> CONTROLLED =
      Map.of(X, CX, Y, CY, Z, CZ, H, CH, SWAP, CSWAP, CX, CCX, CZ, CCZ);

  private static final Map<StandardGate, StandardGate> INVERSE =
      Map.ofEntries(
          Map.entry(X, X),
          Map.entry(Y, Y),
          Map.entry(Z, Z),
          Map.entry(H, H),
          Map.entry(S, SDG),
          Map.entry(SDG, S),
          Map.entry(T, TDG),
          Map.entry(TDG, T),
          Map.entry(SX, SXDG),
          Map.entry(SXDG, SX),
          Map.entry(CX, CX),
          Map.entry(CY, CY),
          Map.entry(CZ, CZ),
          Map.entry(CH, CH),
          Map.entry(SWAP, SWAP),
          Map.entry(CCX, CCX),
          Map.entry(CCZ, CCZ),
          Map.entry(CSWAP, CSWAP));

  private Operations() {}

  /// {@return exp(−i·angle·P/2)}
  static Operation rotation(String letters, List<Integer> qubits, Angle angle) {
    return new Operation.Turn(Generator.of(letters, qubits), angle);
  }

  /// {@return the phase e^{i·angle} of the whole state}
  static Operation phase(Angle angle) {
    return new Operation.Turn(Generator.identity(), angle.times(-2));
  }

  /// {@return a named gate as evolutions, its phase included}
  static List<Operation> turns(Operation.Named gate) {
    List<Integer> on = gate.qubits();
    List<Integer> rest = on.subList(1, on.size());
    return switch (gate.kind()) {
      case X -> turn("X", on, 1);
      case Y -> turn("Y", on, 1);
      case Z -> turn("Z", on, 1);
      case S -> turn("Z", on, 0.5);
      case SDG -> turn("Z", on, -0.5);
      case T -> turn("Z", on, 0.25);
      case TDG -> turn("Z", on, -0.25);
      case SX -> turn("X", on, 0.5);
      case SXDG -> turn("X", on, -0.5);
      // H = RY(π/4)·Z·RY(−π/4)
      case H ->
          List.of(
              rotation("Y", on, Angle.of(-Math.PI / 4)),
              turn("Z", on, 1).getFirst(),
              rotation("Y", on, Angle.of(Math.PI / 4)));
      // The singlet changes its sign: XX + YY + ZZ is −3 on it and 1 on the rest.
      case SWAP ->
          List.of(
              new Operation.Turn(
                  Generator.of("XX", on)
                      .plus(Generator.of("YY", on), 1)
                      .plus(Generator.of("ZZ", on), 1)
                      .plus(Generator.identity(), -1),
                  Angle.of(Math.PI / 2)));
      case ISWAP ->
          List.of(
              new Operation.Turn(
                  Generator.of("XX", on).plus(Generator.of("YY", on), 1), Angle.of(-Math.PI / 2)));
      case CX -> controlled(X, rest, on.getFirst());
      case CY -> controlled(Y, rest, on.getFirst());
      case CZ -> controlled(Z, rest, on.getFirst());
      case CH -> controlled(H, rest, on.getFirst());
      case CCX -> controlled(CX, rest, on.getFirst());
      case CCZ -> controlled(CZ, rest, on.getFirst());
      case CSWAP -> controlled(SWAP, rest, on.getFirst());
    };
  }

  /// {@return exp(−i·halves·π·(P − 1)/2)}
  private static List<Operation> turn(String letter, List<Integer> on, double halves) {
    return List.of(new Operation.Turn(Generator.phase(letter, on), Angle.of(halves * Math.PI)));
  }

  private static List<Operation> controlled(StandardGate kind, List<Integer> on, int control) {
    return turns(new Operation.Named(kind, on)).stream()
        .map(o -> (Operation) controlled((Operation.Turn) o, control))
        .toList();
  }

  private static Operation.Turn controlled(Operation.Turn turn, int control) {
    return new Operation.Turn(turn.generator().controlled(control), turn.angle());
  }

  /// {@return the sequence that acts where a qubit is 1}
  ///
  /// @param control a qubit that the operations leave alone
  static List<Operation> controlled(List<Operation> operations, int control) {
    List<Operation> all = new ArrayList<>();
    for (Operation operation : operations) {
      switch (operation) {
        case Operation.Turn turn -> all.add(controlled(turn, control));
        case Operation.Named(StandardGate kind, List<Integer> on) -> {
          StandardGate known = CONTROLLED.get(kind);
          if (known == null) {
            all.addAll(controlled(kind, on, control));
          } else {
            List<Integer> more = new ArrayList<>(List.of(control));
            more.addAll(on);
            all.add(new Operation.Named(known, more));
          }
        }
      }
    }
    return all;
  }

  /// {@return the inverse sequence}
  static List<Operation> inverse(List<Operation> operations) {
    List<Operation> all = new ArrayList<>();
    for (Operation operation : operations.reversed()) {
      switch (operation) {
        case Operation.Turn(Generator generator, Angle angle) ->
            all.add(new Operation.Turn(generator, angle.times(-1)));
        case Operation.Named named -> {
          StandardGate known = INVERSE.get(named.kind());
          if (known == null) {
            all.addAll(inverse(turns(named)));
          } else {
            all.add(new Operation.Named(known, named.qubits()));
          }
        }
      }
    }
    return all;
  }

  /// {@return the sequence to a real power, where its evolutions commute: each angle times the
  /// exponent; empty where they do not}
  ///
  /// Of a fixed gate this is the principal power: the evolutions of named gates have eigenphases in
  /// (−π, π].
  static Optional<List<Operation>> power(List<Operation> operations, double exponent) {
    List<Operation> all = new ArrayList<>();
    for (Operation operation : operations) {
      List<Operation> turns =
          operation instanceof Operation.Named named ? turns(named) : List.of(operation);
      for (Operation each : turns) {
        Operation.Turn turn = (Operation.Turn) each;
        for (Operation before : all) {
          if (!((Operation.Turn) before).generator().commutesWith(turn.generator())) {
            return Optional.empty();
          }
        }
        all.add(new Operation.Turn(turn.generator(), turn.angle().times(exponent)));
      }
    }
    return Optional.of(all);
  }
}
