package org.meanfield.app.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;
import org.meanfield.core.Mistake;

/// Goes through the parts of a command line and collects what is wrong, so that all is told at
/// once.
public final class Mistakes {
  private static final String CODE = "MF-C11";

  private final List<Mistake> all = new ArrayList<>();

  /// A part of the command line.
  ///
  /// @param <T> what it is read as
  public interface Part<T> {
    /// {@return the part}
    T read() throws Refusal, BadInput;
  }

  /// {@return the part; empty if it is wrong}
  ///
  /// @param part reads it
  /// @param <T> what it is read as
  public <T> Optional<T> read(Part<T> part) {
    try {
      return Optional.of(part.read());
    } catch (Refusal refusal) {
      all.addAll(refusal.mistakes());
    } catch (BadInput input) {
      all.add(of(input));
    }
    return Optional.empty();
  }

  /// Ends the command if anything is wrong.
  public void refuse() throws Refusal {
    if (!all.isEmpty()) {
      throw new Refusal(all);
    }
  }

  /// {@return what a reader of files objects to}
  public static Mistake of(BadInput input) {
    return new Mistake(CODE, input.place().orElse(Place.of("argument")), input.sentence(), "");
  }

  /// Writes a mistake as the fields of a JSON object.
  public static void write(Json json, Mistake mistake) {
    json.field("code", mistake.code())
        .field("file", mistake.place().file())
        .known("line", mistake.place().line())
        .known("column", mistake.place().column())
        .field("sentence", mistake.sentence())
        .field("remedy", mistake.remedy());
  }
}
