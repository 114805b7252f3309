package org.meanfield.app.console;

import java.util.List;
import org.meanfield.api.Place;
import org.meanfield.core.Answer;
import org.meanfield.core.Mistake;

/// A command is not carried out: the user's mistakes, to be told all at once.
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  /// A word that means nothing here.
  public static final String UNKNOWN_WORD = "MF-C04";

  /// Something that stands twice.
  public static final String TWICE = "MF-C05";

  /// Something required that is not there.
  public static final String MISSING = "MF-C06";

  /// A value of the wrong type or out of range.
  public static final String BAD_VALUE = "MF-C07";

  /// Options that exclude each other.
  public static final String EXCLUSIVE = "MF-C17";

  /// A method that does not serve the problem.
  public static final String NOT_SERVED = "MF-C20";

  /// No service of this name.
  public static final String UNKNOWN_SERVICE = "MF-C08";

  /// A service that failed while it was used.
  public static final String FAILED_SERVICE = "MF-P05";

  /// No study of this kind.
  public static final String UNKNOWN_STUDY = "MF-C09";

  private final transient List<Mistake> mistakes;

  /// @param mistakes at least one, in the order of their places
  public Refusal(List<Mistake> mistakes) {
    super("%d mistakes".formatted(mistakes.size()));
    this.mistakes = List.copyOf(mistakes);
  }

  /// {@return the refusal of a value on the command line}
  ///
  /// @param argument its name, such as `--out`
  /// @param sentence what is wrong with it, and what to do
  public static Refusal of(String argument, String sentence) {
    return of(BAD_VALUE, argument, sentence);
  }

  /// {@return the refusal of an argument of the command line}
  ///
  /// @param code its heading in `docs/errors.md`
  /// @param argument its name, such as `ID`
  /// @param sentence what is wrong with it, and what to do
  public static Refusal of(String code, String argument, String sentence) {
    return new Refusal(List.of(new Mistake(code, Place.of(argument), sentence, "")));
  }

  /// {@return the value of an answer}
  ///
  /// @param answer of the platform
  /// @param <T> the value's type
  /// @throws Refusal if there is none
  public static <T> T orValue(Answer<T> answer) throws Refusal {
    return switch (answer) {
      case Answer.Given<T>(T value) -> value;
      case Answer.Refused<T>(List<Mistake> mistakes) -> throw new Refusal(mistakes);
    };
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
