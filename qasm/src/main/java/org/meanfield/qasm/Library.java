package org.meanfield.qasm;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.StandardGate;

/// The gates that a file need not define: those of the language, of `stdgates.inc` and
/// `qelib1.inc`, and some that tools write without a definition.
///
/// **References.** OpenQASM 3 specification 3.1, *Gates*; `stdgates.inc` of OpenQASM 3;
/// `qelib1.inc` of Qiskit.
final class Library {
  /// A gate by its action.
  ///
  /// @param angles how many
  /// @param qubits how many
  /// @param body what it does
  record Builtin(int angles, int qubits, Body body) {}

  /// What a gate does, in the order of time.
  @FunctionalInterface
  interface Body {
    /// {@return the operations}
    List<Operation> of(List<Angle> angles, List<Integer> qubits);
  }

  private static final Set<String> LANGUAGE = Set.of("U", "gphase");

  /// The word of a standard gate where ours is another.
  private static final Map<String, StandardGate> NAMED = named();

  private static final Map<String, Builtin> ALL =
      Map.ofEntries(
          entry("U", new Builtin(3, 1, Library::universal)),
          entry("gphase", new Builtin(1, 0, (a, _) -> List.of(Operations.phase(a.getFirst())))),
          entry("id", new Builtin(0, 1, (_, _) -> List.of())),
          entry("u0", new Builtin(1, 1, (_, _) -> List.of())),
          entry("rx", rotation("X")),
          entry("ry", rotation("Y")),
          entry("rz", rotation("Z")),
          entry("rxx", rotation("XX")),
          entry("ryy", rotation("YY")),
          entry("rzz", rotation("ZZ")),
          entry("rzx", rotation("ZX")),
          entry("p", phaseShift(0)),
          entry("phase", phaseShift(0)),
          entry("u1", phaseShift(0)),
          entry("cp", phaseShift(1)),
          entry("cphase", phaseShift(1)),
          entry("cu1", phaseShift(1)),
          entry("crx", controlled(rotation("X"))),
          entry("cry", controlled(rotation("Y"))),
          entry("crz", controlled(rotation("Z"))),
          entry(
              "u2",
              new Builtin(2, 1, (a, q) -> euler(Angle.of(Math.PI / 2), a.get(0), a.get(1), q))),
          entry("u3", new Builtin(3, 1, (a, q) -> euler(a.get(0), a.get(1), a.get(2), q))),
          entry("u", new Builtin(3, 1, Library::unprimed)),
          entry("cu3", controlled(new Builtin(3, 1, Library::unprimed))),
          entry("cu", new Builtin(4, 2, Library::controlledUniversal)),
          entry("cs", fixedControlled(StandardGate.S)),
          entry("csdg", fixedControlled(StandardGate.SDG)),
          entry("csx", fixedControlled(StandardGate.SX)),
          entry("c3x", controlled(fixed(StandardGate.CCX))),
          entry("c4x", controlled(controlled(fixed(StandardGate.CCX)))),
          entry("c3sqrtx", controlled(controlled(fixedControlled(StandardGate.SX)))),
          entry("rccx", sequence(3, "h 2, t 2, cx 1 2, tdg 2, cx 0 2, t 2, cx 1 2, tdg 2, h 2")),
          entry(
              "rc3x",
              sequence(
                  4,
                  "h 3, t 3, cx 2 3, tdg 3, h 3, cx 0 3, t 3, cx 1 3, tdg 3,"
                      + " cx 0 3, t 3, cx 1 3, tdg 3, h 3, t 3, cx 2 3, tdg 3, h 3")),
          entry("r", new Builtin(2, 1, Library::inPlane)),
          entry("dcx", new Builtin(0, 2, Library::doubleControlledNot)),
          entry("ecr", new Builtin(0, 2, Library::echoedCrossResonance)));

  private static final Set<String> STANDARD =
      Set.of(
          "p", "x", "y", "z", "h", "s", "sdg", "t", "tdg", "sx", "rx", "ry", "rz", "cx", "cy", "cz",
          "cp", "crx", "cry", "crz", "ch", "swap", "ccx", "cswap", "cu", "CX", "phase", "cphase",
          "id", "u1", "u2", "u3");

  private static final Set<String> LEGACY =
      Set.of(
          "u3", "u2", "u1", "cx", "id", "u0", "u", "p", "x", "y", "z", "h", "s", "sdg", "t", "tdg",
          "rx", "ry", "rz", "sx", "sxdg", "cz", "cy", "swap", "ch", "ccx", "cswap", "crx", "cry",
          "crz", "cu1", "cp", "cu3", "csx", "cu", "rxx", "rzz", "rccx", "rc3x", "c3x", "c3sqrtx",
          "c4x");

  private static final Map<String, Set<String>> FILES =
      Map.of("stdgates.inc", STANDARD, "qelib1.inc", LEGACY);

  private final Set<String> included = new HashSet<>();

  private static Map<String, StandardGate> named() {
    Map<String, StandardGate> all = new HashMap<>();
    for (StandardGate gate : StandardGate.values()) {
      all.put(gate.word(), gate);
    }
    all.put("CX", StandardGate.CX);
    return Map.copyOf(all);
  }

  /// Makes the gates of a file known.
  ///
  /// @return whether there is a file of this name
  boolean include(String file) {
    Set<String> gates = FILES.get(file);
    if (gates == null) {
      return false;
    }
    included.addAll(gates);
    return true;
  }

  /// {@return a gate that the file may use; empty if there is none of this name}
  ///
  /// @param legacy whether the file is OpenQASM 2, which has CX in the language
  Optional<Builtin> find(String name, boolean legacy) {
    boolean known = LANGUAGE.contains(name) || (legacy && name.equals("CX")) || !included.isEmpty();
    return known ? any(name) : Optional.empty();
  }

  /// {@return a gate whether it is included or not}
  static Optional<Builtin> any(String name) {
    StandardGate gate = NAMED.get(name);
    return gate != null ? Optional.of(fixed(gate)) : Optional.ofNullable(ALL.get(name));
  }

  /// {@return whether a file must not define a gate of this name}
  boolean isTaken(String name) {
    return LANGUAGE.contains(name) || included.contains(name);
  }

  private static Builtin fixed(StandardGate gate) {
    return new Builtin(0, gate.qubits(), (_, q) -> List.of(new Operation.Named(gate, q)));
  }

  /// Standard gates one after the other.
  ///
  /// @param gates such as `h 0, cx 0 1`: a word and the places of its qubits
  private static Builtin sequence(int qubits, String gates) {
    return new Builtin(
        0,
        qubits,
        (_, q) ->
            Stream.of(gates.split(", *")).flatMap(gate -> placed(gate.split(" "), q)).toList());
  }

  private static Stream<Operation> placed(String[] gate, List<Integer> qubits) {
    List<Integer> on =
        Stream.of(gate).skip(1).map(place -> qubits.get(Integer.parseInt(place))).toList();
    return any(gate[0]).orElseThrow().body().of(List.of(), on).stream();
  }

  private static Builtin fixedControlled(StandardGate gate) {
    return controlled(fixed(gate));
  }

  private static Builtin rotation(String letters) {
    return new Builtin(
        1, letters.length(), (a, q) -> List.of(Operations.rotation(letters, q, a.getFirst())));
  }

  /// diag(1, …, 1, e^{iλ}).
  private static Builtin phaseShift(int controls) {
    Builtin plain =
        new Builtin(
            1, 1, (a, q) -> List.of(new Operation.Turn(Generator.phase("Z", q), a.getFirst())));
    return controls == 0 ? plain : controlled(plain);
  }

  private static Builtin controlled(Builtin gate) {
    return new Builtin(
        gate.angles(),
        gate.qubits() + 1,
        (a, q) -> Operations.controlled(gate.body().of(a, q.subList(1, q.size())), q.getFirst()));
  }

  /// RZ(φ)·RY(θ)·RZ(λ); turns by the constant 0 are left out.
  private static List<Operation> euler(Angle theta, Angle phi, Angle lambda, List<Integer> q) {
    List<Operation> all = new ArrayList<>();
    Angle zero = Angle.of(0);
    if (!lambda.equals(zero)) {
      all.add(Operations.rotation("Z", q, lambda));
    }
    if (!theta.equals(zero)) {
      all.add(Operations.rotation("Y", q, theta));
    }
    if (!phi.equals(zero)) {
      all.add(Operations.rotation("Z", q, phi));
    }
    return all;
  }

  /// U(θ, φ, λ) = e^{i(θ+φ+λ)/2} RZ(φ)·RY(θ)·RZ(λ), as OpenQASM 3 defines it.
  private static List<Operation> universal(List<Angle> a, List<Integer> q) {
    List<Operation> all = new ArrayList<>(euler(a.get(0), a.get(1), a.get(2), q));
    all.add(Operations.phase(a.get(0).plus(a.get(1)).plus(a.get(2)).times(0.5)));
    return all;
  }

  /// ((cos θ/2, −e^{iλ} sin θ/2), (e^{iφ} sin θ/2, e^{i(φ+λ)} cos θ/2)).
  private static List<Operation> unprimed(List<Angle> a, List<Integer> q) {
    List<Operation> all = new ArrayList<>(euler(a.get(0), a.get(1), a.get(2), q));
    all.add(Operations.phase(a.get(1).plus(a.get(2)).times(0.5)));
    return all;
  }

  /// cu(θ, φ, λ, γ): e^{iγ} times the matrix of [#unprimed] where the first qubit is 1.
  private static List<Operation> controlledUniversal(List<Angle> a, List<Integer> q) {
    List<Operation> all = new ArrayList<>(unprimed(a, q.subList(1, 2)));
    all.add(Operations.phase(a.get(3)));
    return Operations.controlled(all, q.getFirst());
  }

  /// r(θ, φ) = exp(−i θ/2 (cos φ X + sin φ Y)) = RZ(φ)·RX(θ)·RZ(−φ).
  private static List<Operation> inPlane(List<Angle> a, List<Integer> q) {
    return List.of(
        Operations.rotation("Z", q, a.get(1).times(-1)),
        Operations.rotation("X", q, a.get(0)),
        Operations.rotation("Z", q, a.get(1)));
  }

  private static List<Operation> doubleControlledNot(List<Angle> a, List<Integer> q) {
    return List.of(
        new Operation.Named(StandardGate.CX, q),
        new Operation.Named(StandardGate.CX, q.reversed()));
  }

  /// ecr = (IX − XY)/√2 in the order of its qubits reversed: RZX(π/4)·X₀·RZX(−π/4), up to nothing.
  private static List<Operation> echoedCrossResonance(List<Angle> a, List<Integer> q) {
    return List.of(
        Operations.rotation("ZX", q, Angle.of(Math.PI / 4)),
        new Operation.Named(StandardGate.X, q.subList(0, 1)),
        Operations.rotation("ZX", q, Angle.of(-Math.PI / 4)));
  }
}
