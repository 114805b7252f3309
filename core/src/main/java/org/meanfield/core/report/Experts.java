package org.meanfield.core.report;

/// The number N of experts of a mixture; the limit N → ∞ is the largest of all.
record Experts(long number) implements Comparable<Experts> {
  static final Experts LIMIT = new Experts(Long.MAX_VALUE);

  /// {@return the number written in a table, where `inf` is the limit}
  ///
  /// @throws NumberFormatException if the text is neither a positive number nor `inf`
  static Experts of(String text) {
    String word = text.strip();
    if (word.equalsIgnoreCase("inf")) {
      return LIMIT;
    }
    long number = Long.parseLong(word);
    if (number < 1) {
      throw new NumberFormatException("not a number of experts: " + text);
    }
    return new Experts(number);
  }

  boolean isLimit() {
    return number == Long.MAX_VALUE;
  }

  /// {@return the value the page's data carry: a number, or the word `inf`}
  Object inData() {
    return isLimit() ? "inf" : number;
  }

  /// {@return the name a reader sees}
  String label() {
    return isLimit() ? "limit" : "N = " + number;
  }

  @Override
  public int compareTo(Experts other) {
    return Long.compare(number, other.number);
  }
}
