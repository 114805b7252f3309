package org.meanfield.experts.quantum.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Gate;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;

/// What a machine does to a circuit: channels after gates, and errors when the result is read.
/// Immutable.
///
/// @param rules in the order they act after a gate
/// @param readout errors of reading
public record Noise(List<Rule> rules, Readout readout) {
  /// None at all.
  public static final Noise NONE = new Noise(List.of(), new Readout(0, 0));

  /// Letters of a string that unequal errors of reading may spread over its substrings, 2^12 of
  /// them.
  private static final int MOST_LETTERS = 12;

  /// Words for gates by the number of their qubits.
  static final String ALL = "all";

  /// Gates on one qubit.
  static final String ONE = "one-qubit";

  /// Gates on two qubits.
  static final String TWO = "two-qubit";

  /// A channel on each qubit of some gates, right after them.
  ///
  /// @param channel what happens
  /// @param gates `all`, `one-qubit`, `two-qubit` or names of gates
  public record Rule(QuantumChannel channel, List<String> gates) {
    public Rule {
      gates = List.copyOf(gates);
    }

    boolean follows(Site site) {
      return gates.stream().anyMatch(site::isCalled);
    }
  }

  /// What the user takes for one gate, be it one of the circuit's or many or none.
  ///
  /// @param name what rules call it
  /// @param qubits where it acts
  /// @param end how many gates of the circuit are done when it is
  /// @param unfolded whether it is made of sites before it; only its name stands for it then
  public record Site(String name, List<Integer> qubits, int end, boolean unfolded) {
    public Site {
      qubits = List.copyOf(qubits);
    }

    /// {@return whether a rule for `word` follows}
    boolean isCalled(String word) {
      return switch (word) {
        case ALL -> !unfolded;
        case ONE -> !unfolded && qubits.size() == 1;
        case TWO -> !unfolded && qubits.size() == 2;
        default -> word.equals(name);
      };
    }
  }

  /// Errors of reading one qubit: Z is seen as (1 − p₀₁ − p₁₀) Z + (p₁₀ − p₀₁). X and Y are turned
  /// to Z first, so they are seen alike.
  ///
  /// @param p01 the probability of 1 where there is 0
  /// @param p10 the probability of 0 where there is 1
  public record Readout(double p01, double p10) {}

  /// Copies the rules.
  ///
  /// @param rules in the order they act after a gate
  /// @param readout errors of reading
  public Noise {
    rules = List.copyOf(rules);
  }

  /// {@return whether nothing happens}
  public boolean isNone() {
    return equals(NONE);
  }

  /// {@return the circuit with its channels, each gate taken as one}
  ///
  /// @throws IllegalArgumentException if a rule names a gate that the circuit does not have
  public Circuit disturb(Circuit circuit) {
    List<Site> sites = new ArrayList<>();
    for (Gate gate : circuit.gates()) {
      sites.add(new Site(name(gate), qubits(gate), sites.size() + 1, false));
    }
    return disturb(circuit, sites);
  }

  /// {@return the circuit with its channels}
  ///
  /// @param sites after what they may act, in the order of time
  /// @throws IllegalArgumentException if a rule names a gate that is none of them
  public Circuit disturb(Circuit circuit, List<Site> sites) {
    TreeSet<String> there = new TreeSet<>();
    Circuit.Builder noisy = Circuit.on(circuit.qubits());
    int done = 0;
    for (Site site : sites) {
      circuit.gates().subList(done, site.end()).forEach(noisy::add);
      done = site.end();
      there.add(site.name());
      for (Rule rule : rules) {
        if (rule.follows(site)) {
          site.qubits().forEach(q -> noisy.disturb(rule.channel(), q));
        }
      }
    }
    for (Rule rule : rules) {
      for (String wanted : rule.gates()) {
        if (sites.stream().noneMatch(site -> site.isCalled(wanted))) {
          throw new IllegalArgumentException(
              "there is no gate '%s' for noise to follow; the circuit has %s"
                  .formatted(wanted, String.join(", ", there)));
        }
      }
    }
    return noisy.build();
  }

  /// {@return the name of a gate: `rx`, `rzz`, `crx`, `cx`, `h` and the like, or its label}
  public static String name(Gate gate) {
    return switch (gate) {
      case Gate.Rotation(PauliString axis, _) -> "r" + letters(axis);
      case Gate.Evolution(PauliSum generator, _) -> {
        List<PauliSum.Term> terms = generator.terms();
        boolean controls =
            terms.size() == 2
                && terms.getFirst().coefficient() == -terms.getLast().coefficient()
                && letters(terms.getLast().string()).length() == 2
                && letters(terms.getFirst().string()).length() == 1;
        yield controls ? "cr" + letters(terms.getFirst().string()) : "evolution";
      }
      case Gate.Named(var kind, _) -> kind.word();
      case Gate.Matrix(String label, _, _) -> label.toLowerCase(Locale.ROOT);
      case Gate.Noise _ -> "noise";
    };
  }

  private static String letters(PauliString string) {
    StringBuilder letters = new StringBuilder();
    for (int q = 0; q < string.qubits(); q++) {
      letters.append(string.at(q)); // I too
    }
    return letters.toString().replace("I", "").toLowerCase(Locale.ROOT);
  }

  private static List<Integer> qubits(Gate gate) {
    return switch (gate) {
      case Gate.Rotation(PauliString axis, _) -> support(axis.qubits(), axis.x() | axis.z());
      case Gate.Evolution(PauliSum generator, _) ->
          support(
              generator.qubits(),
              generator.terms().stream()
                  .mapToLong(t -> t.string().x() | t.string().z())
                  .reduce(0, (a, b) -> a | b));
      case Gate.Named(_, List<Integer> on) -> on;
      case Gate.Matrix(_, _, List<Integer> on) -> on;
      case Gate.Noise _ -> List.of();
    };
  }

  private static List<Integer> support(int qubits, long mask) {
    List<Integer> support = new ArrayList<>();
    for (int q = 0; q < qubits; q++) {
      if ((mask >> (qubits - 1 - q) & 1) != 0) {
        support.add(q);
      }
    }
    return support;
  }

  /// {@return the observable as it is read}
  ///
  /// @throws IllegalArgumentException if errors are unequal and a term has too many letters
  public PauliSum read(PauliSum observable) {
    double scale = 1 - readout.p01() - readout.p10();
    double shift = readout.p10() - readout.p01();
    List<PauliSum.Term> terms = new ArrayList<>();
    for (PauliSum.Term term : observable.terms()) {
      List<PauliSum.Term> seen = new ArrayList<>(List.of(term));
      List<Integer> letters = support(observable.qubits(), term.string().x() | term.string().z());
      if (shift != 0 && letters.size() > MOST_LETTERS) {
        throw new IllegalArgumentException(
            "%s has %d letters; with unequal errors of the readout a term may have %d"
                .formatted(term.string(), letters.size(), MOST_LETTERS));
      }
      for (int q : letters) {
        List<PauliSum.Term> next = new ArrayList<>();
        for (PauliSum.Term t : seen) {
          next.add(new PauliSum.Term(scale * t.coefficient(), t.string()));
          if (shift != 0) {
            next.add(new PauliSum.Term(shift * t.coefficient(), t.string().with(q, Pauli.I)));
          }
        }
        seen = next;
      }
      terms.addAll(seen);
    }
    return PauliSum.of(terms);
  }
}
