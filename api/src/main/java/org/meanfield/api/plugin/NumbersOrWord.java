package org.meanfield.api.plugin;

import java.util.List;

/// A list of numbers, or the word that stands for a usual choice of them, such as `mean`.
///
/// @param word the word; empty if the numbers are given
/// @param numbers the numbers; none if the word is given
public record NumbersOrWord(String word, List<Double> numbers) {
  /// @param word the word; empty if the numbers are given
  /// @param numbers the numbers, copied; none if the word is given
  public NumbersOrWord {
    numbers = List.copyOf(numbers);
    if (word.isEmpty() == numbers.isEmpty()) {
      throw new IllegalArgumentException(
          "either a word or numbers, got '%s' and %s".formatted(word, numbers));
    }
  }

  /// {@return whether the word is given}
  public boolean isWord() {
    return !word.isEmpty();
  }

  /// {@return the word or the list}
  Object token() {
    return isWord() ? word : numbers;
  }

  /// {@return the value as a study file has it}
  @Override
  public String toString() {
    return token().toString();
  }
}
