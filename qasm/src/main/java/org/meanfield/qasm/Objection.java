package org.meanfield.qasm;

import org.antlr.v4.runtime.Token;

/// A mistake in the text; thrown to leave the statement that has it.
final class Objection extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;
  private final String sentence;

  private Objection(int line, int column, String sentence) {
    super(sentence, null, false, false);
    this.line = line;
    this.column = column;
    this.sentence = sentence;
  }

  /// {@return a mistake where a token begins}
  ///
  /// @param sentence what was expected, what was found, what to do
  static Objection at(Token token, String sentence) {
    return new Objection(token.getLine(), token.getCharPositionInLine() + 1, sentence);
  }

  /// {@return a mistake just behind a token}
  ///
  /// @param sentence what was expected, what was found, what to do
  static Objection after(Token token, String sentence) {
    String text = token.getText();
    return new Objection(
        token.getLine(),
        token.getCharPositionInLine() + 1 + text.codePointCount(0, text.length()),
        sentence);
  }

  /// {@return what follows from a mistake that is told already, and is not told itself}
  static Objection silent() {
    return new Objection(0, 0, "");
  }

  boolean isSilent() {
    return sentence.isEmpty();
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  String sentence() {
    return sentence;
  }
}
