package org.meanfield.app.console;

import java.util.Map;
import java.util.TreeSet;

/// Options that take one of a few words.
public final class Choices {
  private Choices() {}

  /// {@return what a word stands for}
  ///
  /// @param option its name, such as `--metric`
  /// @param word what was written
  /// @param words what may be written
  /// @param <T> what words stand for
  /// @throws Refusal if it is none of them
  public static <T> T of(String option, String word, Map<String, T> words) throws Refusal {
    T value = words.get(word);
    if (value == null) {
      throw Refusal.of(
          option,
          "must be one of %s, got '%s'"
              .formatted(String.join(" | ", new TreeSet<>(words.keySet())), word));
    }
    return value;
  }
}
