package org.meanfield.experts.quantum.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meanfield.api.quantum.QuantumChannel;

/// Reads noise: noise := 'none' | rule {';' rule}; rule := channel 'after' gate {',' gate} |
/// 'readout' p [p₁₀]; channel := name and its probabilities.
public final class NoiseText {
  /// A channel's number of probabilities and how it is made of them.
  private record Kind(int numbers, Function<double[], QuantumChannel> channel) {}

  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "depolarising",
              new Kind(1, p -> QuantumChannel.depolarising(p[0])),
              "dephasing",
              new Kind(1, p -> QuantumChannel.dephasing(p[0])),
              "bit-flip",
              new Kind(1, p -> QuantumChannel.bitFlip(p[0])),
              "amplitude-damping",
              new Kind(1, p -> new QuantumChannel.AmplitudeDamping(p[0])),
              "pauli",
              new Kind(3, p -> new QuantumChannel.Flip(p[0], p[1], p[2]))));

  private static final Pattern TOKEN = Pattern.compile("\\s*([,;]|[^\\s,;]+)");
  private static final Pattern GATE = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]*");

  private final String text;
  private int at;

  public NoiseText(String text) {
    this.text = text;
  }

  /// {@return what the text says}
  ///
  /// @throws IllegalArgumentException if it says something else; the message tells the column and
  ///   what was expected
  public Noise noise() {
    if (text.isBlank() || text.strip().equals("none")) {
      return Noise.NONE;
    }
    List<Noise.Rule> rules = new ArrayList<>();
    Noise.Readout readout = Noise.NONE.readout();
    do {
      int start = at;
      String word = next();
      if (word.equals("readout")) {
        double p01 = probability();
        double p10 = peek().isEmpty() || peek().equals(";") ? p01 : probability();
        readout = new Noise.Readout(p01, p10);
      } else if (KINDS.containsKey(word)) {
        rules.add(rule(KINDS.get(word)));
      } else {
        String british = word.replace('z', 's');
        throw expected(
            start,
            "readout or a channel: %s%s"
                .formatted(
                    String.join(", ", KINDS.keySet()),
                    KINDS.containsKey(british) ? "; did you mean '" + british + "'?" : ""));
      }
    } while (separated(";"));
    if (!peek().isEmpty()) {
      throw expected(at, "; or the end");
    }
    return new Noise(rules, readout);
  }

  private Noise.Rule rule(Kind kind) {
    int start = at;
    double[] numbers = new double[kind.numbers()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = probability();
    }
    QuantumChannel channel;
    try {
      channel = kind.channel().apply(numbers);
    } catch (IllegalArgumentException e) {
      throw expected(start, String.valueOf(e.getMessage()));
    }
    int after = at;
    if (!next().equals("after")) {
      throw expected(after, "after and the gates, such as after two-qubit");
    }
    List<String> gates = new ArrayList<>();
    do {
      int gate = at;
      String name = next();
      if (!GATE.matcher(name).matches()) {
        throw expected(gate, "all, one-qubit, two-qubit or the name of a gate, such as cz");
      }
      gates.add(name);
    } while (separated(","));
    return new Noise.Rule(channel, gates);
  }

  private double probability() {
    int start = at;
    String word = next();
    double number;
    try {
      number = Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw expected(start, "a probability");
    }
    if (!(number >= 0 && number <= 1)) {
      throw expected(start, "a probability in [0, 1]");
    }
    return number;
  }

  private boolean separated(String sign) {
    boolean there = peek().equals(sign);
    if (there) {
      next();
    }
    return there;
  }

  /// The next word or sign; empty at the end.
  private String next() {
    Matcher matcher = TOKEN.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    at = matcher.end();
    return matcher.group(1);
  }

  private String peek() {
    int before = at;
    String word = next();
    at = before;
    return word;
  }

  private IllegalArgumentException expected(int position, String what) {
    int column = position;
    while (column < text.length() && Character.isWhitespace(text.charAt(column))) {
      column++;
    }
    return new IllegalArgumentException(
        "noise '%s', column %d: expected %s".formatted(text, column + 1, what));
  }
}
