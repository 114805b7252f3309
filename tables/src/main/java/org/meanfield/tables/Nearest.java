package org.meanfield.tables;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// "Did you mean": the known word nearest to one that is not.
final class Nearest {
  private Nearest() {}

  /// {@return `; did you mean 'x0'?` if a known word is near enough, else nothing}
  ///
  /// @param word what was written
  /// @param known what could have been
  static String hint(String word, List<String> known) {
    return known.stream()
        .filter(other -> distance(word, other) <= Math.max(1, other.length() / 3))
        .min(Comparator.comparingInt(other -> distance(word, other)))
        .map("; did you mean '%s'?"::formatted)
        .orElse("");
  }

  /// {@return the number of characters to insert, delete or change, upper and lower case alike}
  ///
  /// **Reference.** R. A. Wagner, M. J. Fischer, *The string-to-string correction problem*, Journal
  /// of the ACM 21, 168–173 (1974).
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
