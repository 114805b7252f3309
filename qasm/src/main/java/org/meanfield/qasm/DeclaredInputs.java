package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.Token;
import org.meanfield.api.BadInput;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Encoding;

/// The inputs that a file declares: parameters and features, counted as they come. Not shareable
/// between threads.
final class DeclaredInputs {
  /// Inputs of one role.
  static final int MOST = 100_000;

  private record Declared(Token name, int first, int count) {}

  private final Roles roles;
  private final Map<Boolean, List<String>> elements = new HashMap<>();
  private final Map<Boolean, Map<String, Declared>> declared = new HashMap<>();

  DeclaredInputs(Roles roles) {
    this.roles = roles;
    for (boolean trained : new boolean[] {true, false}) {
      elements.put(trained, new ArrayList<>());
      declared.put(trained, new LinkedHashMap<>());
    }
  }

  /// {@return the meaning of a new input}
  ///
  /// @param sizes of an array; empty for one alone
  Meaning.Input declare(Token name, List<Integer> sizes) {
    boolean trained = roles.trains(name.getText());
    List<String> names = of(trained);
    Meaning.Input input = new Meaning.Input(trained, names.size(), sizes);
    if (names.size() + product(sizes) > MOST) {
      throw Objection.at(name, "a circuit has at most %d inputs of a kind".formatted(MOST));
    }
    Declared all = new Declared(name, names.size(), input.count());
    name(name.getText(), sizes, 0, "", names);
    declaredOf(trained).put(name.getText(), all);
    return input;
  }

  private static long product(List<Integer> sizes) {
    long product = 1;
    for (int size : sizes) {
      // Each at most MOST, so this cannot overflow.
      product = Math.min(product * size, MOST + 1L);
    }
    return product;
  }

  private static void name(
      String name, List<Integer> sizes, int dimension, String index, List<String> names) {
    if (dimension == sizes.size()) {
      names.add(index.isEmpty() ? name : name + "[" + index + "]");
      return;
    }
    for (int i = 0; i < sizes.get(dimension); i++) {
      name(name, sizes, dimension + 1, index.isEmpty() ? "" + i : index + "," + i, names);
    }
  }

  private List<String> of(boolean trained) {
    return elements.getOrDefault(trained, List.of());
  }

  private Map<String, Declared> declaredOf(boolean trained) {
    return declared.getOrDefault(trained, Map.of());
  }

  /// Throws if the lists of roles do not fit what is declared.
  void check() throws BadInput {
    List<String> all = new ArrayList<>(declaredOf(true).keySet());
    all.addAll(declaredOf(false).keySet());
    List<BadInput> mistakes = new ArrayList<>();
    Map<String, List<String>> lists =
        Map.of("parameters", roles.parameters(), "inputs", roles.inputs());
    lists.forEach((setting, names) -> {
      for (String name : names) {
        if (!all.contains(name)) {
          mistakes.add(
              new BadInput(
                  "'%s' names '%s', but the circuit's file declares %s"
                      .formatted(
                          setting, name, all.isEmpty() ? "no input" : String.join(", ", all))));
        }
        if (names.indexOf(name) != names.lastIndexOf(name)) {
          mistakes.add(new BadInput("'%s' names '%s' twice".formatted(setting, name)));
        }
      }
    });
    for (String name : all) {
      if (roles.parameters().contains(name) && roles.inputs().contains(name)) {
        mistakes.add(
            new BadInput("'parameters' and 'inputs' both name '%s'; keep one".formatted(name)));
      }
      if (!roles.parameters().isEmpty()
          && !roles.inputs().isEmpty()
          && !roles.parameters().contains(name)
          && !roles.inputs().contains(name)) {
        mistakes.add(
            new BadInput(
                "neither 'parameters' nor 'inputs' names '%s', which the circuit's file declares"
                    .formatted(name)));
      }
    }
    if (!mistakes.isEmpty()) {
      throw BadInput.all(mistakes);
    }
  }

  /// {@return the names of all inputs of a role in their final order}
  List<String> names(boolean trained) {
    String[] names = new String[of(trained).size()];
    IntUnaryOperator place = place(trained);
    for (int i = 0; i < names.length; i++) {
      names[place.applyAsInt(i)] = of(trained).get(i);
    }
    return List.of(names);
  }

  /// {@return where an input of a role is declared}
  ///
  /// @param index in order of declaration
  Token declaration(boolean trained, int index) {
    return declaredOf(trained).values().stream()
        .filter(d -> d.first() <= index && index < d.first() + d.count())
        .findFirst()
        .orElseThrow()
        .name();
  }

  /// {@return the name of an input}
  ///
  /// @param index in order of declaration
  String element(boolean trained, int index) {
    return of(trained).get(index);
  }

  /// {@return how many there are}
  int count(boolean trained) {
    return of(trained).size();
  }

  /// Order of declaration to final order: listed ones first, as listed.
  private IntUnaryOperator place(boolean trained) {
    List<Declared> order = new ArrayList<>();
    Map<String, Declared> all = declaredOf(trained);
    for (String name : trained ? roles.parameters() : roles.inputs()) {
      order.add(all.get(name));
    }
    all.values().stream().filter(d -> !order.contains(d)).forEach(order::add);
    int[] place = new int[of(trained).size()];
    int next = 0;
    for (Declared each : order) {
      for (int i = 0; i < each.count(); i++) {
        place[each.first() + i] = next++;
      }
    }
    return i -> place[i];
  }

  /// {@return angles in order of declaration to angles in final order}
  UnaryOperator<Angle> reordering() {
    if (roles.parameters().isEmpty() && roles.inputs().isEmpty()) {
      return angle -> angle;
    }
    IntUnaryOperator parameter = place(true);
    IntUnaryOperator feature = place(false);
    return angle ->
        new Angle(
            angle.shares().stream()
                .map(s -> new Angle.Share(parameter.applyAsInt(s.parameter()), s.scale()))
                .toList(),
            new Encoding(
                angle.encoding().constant(),
                angle.encoding().monomials().stream()
                    .map(m ->
                        new Encoding.Monomial(
                            m.coefficient(),
                            m.features().stream().map(feature::applyAsInt).toList()))
                    .toList()));
  }
}
