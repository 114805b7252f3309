package org.meanfield.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.meanfield.qasm.grammar.QasmLexer;
import org.meanfield.qasm.grammar.QasmParser;
import org.meanfield.qasm.grammar.QasmParser.StatementContext;

/// Text as statements; after a mistake reading goes on with the next one.
final class Syntax {
  /// Brackets within brackets; only these make the parser call itself.
  private static final int DEEPEST = 200;

  private static final Set<Integer> BEGIN_EXPRESSIONS =
      Set.of(
          QasmLexer.INTEGER,
          QasmLexer.REAL,
          QasmLexer.WORD,
          QasmLexer.POW,
          QasmLexer.FLOAT,
          QasmLexer.INT,
          QasmLexer.UINT,
          QasmLexer.ANGLE,
          QasmLexer.BOOL,
          QasmLexer.COMPLEX);

  private final CommonTokenStream tokens;
  private final QasmParser parser;
  private final Mistakes mistakes;

  private Syntax(String text, Mistakes mistakes) {
    QasmLexer lexer = new QasmLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    this.tokens = new CommonTokenStream(lexer);
    this.parser = new QasmParser(tokens);
    this.parser.removeErrorListeners();
    this.parser.setErrorHandler(new FirstMistake());
    this.mistakes = mistakes;
  }

  /// {@return the statements of a text}
  ///
  /// @param mistakes receives what is no statement
  static List<StatementContext> statements(String text, Mistakes mistakes) {
    return new Syntax(text, mistakes).statements();
  }

  private List<StatementContext> statements() {
    tokens.fill();
    List<StatementContext> statements = new ArrayList<>();
    if (isTooDeep()) {
      return statements;
    }
    while (tokens.LA(1) != Token.EOF) {
      int start = tokens.index();
      try {
        statements.add(parser.statement());
      } catch (ParseCancellationException e) {
        RecognitionException mistake = Objects.requireNonNull((RecognitionException) e.getCause());
        Token found = mistake.getOffendingToken();
        IntervalSet expected = mistake.getExpectedTokens();
        mistakes.add(objection(found, expected));
        skip(start, found, expected);
      }
    }
    return statements;
  }

  private boolean isTooDeep() {
    int depth = 0;
    for (Token token : tokens.getTokens()) {
      switch (token.getText()) {
        case "(", "[", "{" -> depth++;
        case ")", "]", "}" -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        mistakes.add(
            Objection.at(
                token, "brackets are nested more than %d deep from here on".formatted(DEEPEST)));
        return true;
      }
    }
    return false;
  }

  /// Goes behind the statement that has the mistake.
  private void skip(int start, Token found, IntervalSet expected) {
    if (isSemicolonMissing(found, expected) && found.getTokenIndex() > start) {
      tokens.seek(found.getTokenIndex());
      return;
    }
    int depth = 0;
    for (int i = start; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String text = token.getText();
      depth += text.equals("{") ? 1 : text.equals("}") ? -1 : 0;
      boolean ends = depth <= 0 && (text.equals(";") || text.equals("}"));
      if (token.getType() == Token.EOF || (ends && i >= found.getTokenIndex())) {
        tokens.seek(Math.min(i + 1, tokens.size() - 1));
        return;
      }
    }
  }

  /// A statement that should have ended where a new line begins.
  private boolean isSemicolonMissing(Token found, IntervalSet expected) {
    return contains(expected, ";")
        && !expected.contains(QasmLexer.QUBIT)
        && found.getTokenIndex() > 0
        && tokens.get(found.getTokenIndex() - 1).getLine() < found.getLine();
  }

  private Objection objection(Token found, IntervalSet expected) {
    if (isSemicolonMissing(found, expected)) {
      Token last = tokens.get(found.getTokenIndex() - 1);
      return Objection.after(last, "expected ';' after %s".formatted(shown(last)));
    }
    boolean isReserved =
        expected.contains(QasmLexer.WORD)
            && found.getType() != Token.EOF
            && found.getType() != QasmLexer.WORD
            && Character.isLetter(found.getText().codePointAt(0));
    return Objection.at(
        found,
        "expected %s, found %s%s"
            .formatted(
                described(expected), shown(found), isReserved ? ", a word of the language" : ""));
  }

  /// {@return a token in quotes}
  static String shown(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the file";
    }
    String text = token.getText();
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      return "the character U+%04X".formatted(text.codePointAt(0));
    }
    int longest = 40;
    return text.length() > longest ? "'" + text.substring(0, longest) + "…'" : "'" + text + "'";
  }

  private static boolean contains(@Nullable IntervalSet set, String literal) {
    return set != null
        && set.toList().stream()
            .anyMatch(
                type -> ("'" + literal + "'").equals(QasmLexer.VOCABULARY.getLiteralName(type)));
  }

  private static String described(@Nullable IntervalSet expected) {
    if (expected == null) {
      return "something else";
    }
    List<String> words = new ArrayList<>();
    boolean statement = expected.contains(QasmLexer.QUBIT) && expected.contains(QasmLexer.GATE);
    boolean expression = expected.contains(QasmLexer.REAL) && expected.contains(QasmLexer.WORD);
    if (statement) {
      words.add("a statement");
    } else if (expression) {
      words.add("an expression");
    }
    for (int type : expected.toList()) {
      String literal = QasmLexer.VOCABULARY.getLiteralName(type);
      boolean covered =
          expression
              && (BEGIN_EXPRESSIONS.contains(type)
                  || List.of("'('", "'+'", "'-'").contains(String.valueOf(literal)));
      if (statement ? !"'}'".equals(literal) : covered) {
        continue;
      }
      switch (type) {
        case QasmLexer.WORD -> words.add("a name");
        case QasmLexer.INTEGER, QasmLexer.REAL -> words.add("a number");
        case QasmLexer.STRING -> words.add("the name of a file in quotes");
        case QasmLexer.HARDWARE, Token.EOF -> {}
        default -> words.add(String.valueOf(literal));
      }
    }
    List<String> distinct = words.stream().distinct().toList();
    int last = distinct.size() - 1;
    return last < 1
        ? String.join("", distinct)
        : String.join(", ", distinct.subList(0, last)) + " or " + distinct.get(last);
  }

  /// Gives up a statement at its first mistake, found as early as the grammar allows.
  private static final class FirstMistake extends DefaultErrorStrategy {
    @Override
    public void reportError(Parser recognizer, RecognitionException e) {}

    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      throw new ParseCancellationException(e);
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw new ParseCancellationException(new InputMismatchException(recognizer));
    }

    @Override
    public void sync(Parser recognizer) {
      IntervalSet next =
          recognizer.getATN().nextTokens(recognizer.getATN().states.get(recognizer.getState()));
      if (!next.contains(Token.EPSILON) && !next.contains(recognizer.getInputStream().LA(1))) {
        throw new ParseCancellationException(new InputMismatchException(recognizer));
      }
    }
  }
}
