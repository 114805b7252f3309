package org.meanfield.core.config;

import java.util.List;
import org.meanfield.api.Place;

/// One value of a study file.
public sealed interface Node permits Node.Scalar, Node.Nothing, Node.Items, Section {
  /// {@return where it begins}
  Place place();

  /// {@return what it is, for sentences, such as `'rk4'` or `a list`}
  String shown();

  /// A single value.
  ///
  /// @param value a String, Boolean, Long, BigInteger or Double
  /// @param text the token as it was written
  /// @param place where it begins
  record Scalar(Object value, String text, Place place) implements Node {
    @Override
    public String shown() {
      return value instanceof String ? "'" + text + "'" : text;
    }
  }

  /// No value: nothing after the colon, `~` or `null`.
  ///
  /// @param place where it would be
  record Nothing(Place place) implements Node {
    @Override
    public String shown() {
      return "nothing";
    }
  }

  /// A list.
  ///
  /// @param items in order
  /// @param place where it begins
  record Items(List<Node> items, Place place) implements Node {
    /// @param items in order, copied
    /// @param place where it begins
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list";
    }
  }
}
