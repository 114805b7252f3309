package org.meanfield.tables;

import java.util.regex.Pattern;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;

/// Decimal numbers as tables have them. Narrower than [Double#parseDouble], which also takes `1d`,
/// `0x1p3`, ` 1 ` and `NaN`.
final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(nan|na|inf|infinity|∞)", Pattern.CASE_INSENSITIVE);
  private static final int SHOWN = 40;

  private Numbers() {}

  /// {@return whether the text is a number, finite or not, spaces around it or not}
  static boolean looksNumeric(String text) {
    String bare = text.strip();
    return DECIMAL.matcher(bare).matches() || NOT_FINITE.matcher(bare).matches();
  }

  /// {@return the finite number that a cell holds, the double nearest to it}
  ///
  /// @throws BadInput if it holds something else
  static double read(String cell, String column, Place place) throws BadInput {
    if (DECIMAL.matcher(cell).matches()) {
      double number = Double.parseDouble(cell);
      if (Double.isInfinite(number)) {
        throw new BadInput(
            place,
            "'%s' is %s, larger than any double (1.8e308); rescale the column"
                .formatted(column, shown(cell)));
      }
      return number;
    }
    if (NOT_FINITE.matcher(cell.strip()).matches()) {
      throw new BadInput(
          place,
          "'%s' is %s, but must be a finite number; give a value or remove the row"
              .formatted(column, cell.strip()));
    }
    if (DECIMAL.matcher(cell.strip()).matches()) {
      throw new BadInput(
          place, "the number '%s' has spaces around it; remove them".formatted(shown(cell)));
    }
    throw new BadInput(
        place,
        "'%s' must be a number such as -1.5 or 2e-3, got '%s'".formatted(column, shown(cell)));
  }

  private static String shown(String cell) {
    return cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…";
  }
}
