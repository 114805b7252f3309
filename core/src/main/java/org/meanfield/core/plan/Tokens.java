package org.meanfield.core.plan;

import java.util.List;
import org.meanfield.api.plugin.Setting;
import org.meanfield.core.config.Node;
import org.meanfield.core.config.Section;

/// Turns a node into what a setting reads.
final class Tokens {
  private Tokens() {}

  /// {@return the token of a node; texts and words are taken as they are written}
  ///
  /// @throws IllegalArgumentException if the node is of a shape no setting reads; the message goes
  ///   "must be …, got …"
  static Object of(Setting<?> setting, Node node) {
    return switch (node) {
      case Node.Scalar scalar ->
          switch (setting.type()) {
            case "text", "word", "file" -> scalar.text();
            default -> scalar.value();
          };
      case Node.Items list when setting.type().contains("list") ->
          list.items().stream().map(item -> item(setting, item)).toList();
      case Node.Items _, Section _, Node.Nothing _ -> throw wrong(setting, node);
    };
  }

  private static Object item(Setting<?> setting, Node item) {
    if (item instanceof Node.Scalar scalar) {
      return setting.type().equals("list of words") ? scalar.text() : scalar.value();
    }
    throw wrong(setting, item);
  }

  private static IllegalArgumentException wrong(Setting<?> setting, Node node) {
    String article = List.of('a', 'e', 'i', 'o').contains(setting.type().charAt(0)) ? "an " : "a ";
    return new IllegalArgumentException(
        "must be %s%s, got %s".formatted(article, setting.type(), node.shown()));
  }
}
