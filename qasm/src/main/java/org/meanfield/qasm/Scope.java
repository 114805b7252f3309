package org.meanfield.qasm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// The names that mean something at a place. Not shareable between threads.
final class Scope {
  private final @Nullable Scope outer;
  private final boolean constantsOnly;
  private final Map<String, Meaning> names = new HashMap<>();

  private Scope(@Nullable Scope outer, boolean constantsOnly) {
    this.outer = outer;
    this.constantsOnly = constantsOnly;
  }

  /// {@return the outermost scope}
  static Scope global() {
    return new Scope(null, false);
  }

  /// {@return a scope within this one}
  Scope inner() {
    return new Scope(this, false);
  }

  /// {@return the scope of a gate's body, which sees constants of this one only}
  Scope body() {
    return new Scope(this, true);
  }

  /// {@return what a name means; empty if nothing}
  Optional<Meaning> find(String name) {
    Meaning own = names.get(name);
    if (own != null || outer == null) {
      return Optional.ofNullable(own);
    }
    return outer
        .find(name)
        .filter(
            m -> !constantsOnly || (m instanceof Meaning.Value(_, boolean constant) && constant));
  }

  /// Gives a name a meaning.
  ///
  /// @throws Objection if it has one here
  void define(Token name, Meaning meaning) {
    Meaning before = names.putIfAbsent(name.getText(), meaning);
    if (before instanceof Meaning.Broken) {
      throw Objection.silent();
    }
    if (before != null) {
      throw Objection.at(
          name, "'%s' is declared already; choose another name".formatted(name.getText()));
    }
  }

  /// Gives a name a meaning, whatever it meant.
  void define(String name, Meaning meaning) {
    names.put(name, meaning);
  }

  /// Changes the value of a variable where it is declared.
  void assign(String name, Quantity quantity) {
    if (outer == null || names.containsKey(name)) {
      names.put(name, new Meaning.Value(quantity, false));
    } else {
      outer.assign(name, quantity);
    }
  }
}
