package org.meanfield.core.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes settled settings as YAML, always the same text for the same settings: fixed order, no
/// comments, numbers as Java writes them, files by their content.
final class CanonicalText {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9-]*(:[a-z0-9][a-z0-9-]*)?");
  private static final Set<String> RESERVED = Set.of("true", "false", "null");

  private CanonicalText() {}

  /// {@return the YAML text of the settings}
  static String of(List<Settled> settings) {
    StringBuilder text = new StringBuilder();
    for (Settled setting : settings) {
      if (setting.value() instanceof List<?> parts && isSection(parts)) {
        text.append(setting.name()).append(":\n");
        for (Object part : parts) {
          Settled inner = (Settled) part;
          text.append("  %s: %s\n".formatted(inner.name(), inline(inner.value())));
        }
      } else {
        text.append("%s: %s\n".formatted(setting.name(), inline(setting.value())));
      }
    }
    return text.toString();
  }

  /// {@return SHA-256 of a text in hexadecimal}
  static String hash(String text) {
    return HexFormat.of()
        .formatHex(FileContent.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// {@return a value in one line}
  static String inline(Object value) {
    return switch (value) {
      case String text -> word(text);
      case FileContent file -> word(file.canonical());
      case List<?> parts when isSection(parts) ->
          parts.stream()
              .map(part -> (Settled) part)
              .map(part -> part.name() + ": " + inline(part.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> items ->
          items.stream().map(CanonicalText::inline).collect(Collectors.joining(", ", "[", "]"));
      default -> String.valueOf(value);
    };
  }

  private static boolean isSection(List<?> parts) {
    return !parts.isEmpty() && parts.getFirst() instanceof Settled;
  }

  private static String word(String text) {
    if (PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').appendCodePoint(c);
          } else if (c < 0x20 || c == 0x7f) {
            quoted.append("\\x%02x".formatted(c));
          } else {
            quoted.appendCodePoint(c);
          }
        });
    return quoted.append('"').toString();
  }

  /// {@return the files among the settings: their canonical names, and where they are}
  static Map<String, Path> files(List<Settled> settings) {
    Map<String, Path> files = new LinkedHashMap<>();
    collect(settings, files);
    return files;
  }

  private static void collect(List<?> values, Map<String, Path> files) {
    for (Object value : values) {
      switch (value instanceof Settled part ? part.value() : value) {
        case FileContent file -> files.put(file.canonical(), file.path());
        case List<?> inner -> collect(inner, files);
        default -> {}
      }
    }
  }
}
