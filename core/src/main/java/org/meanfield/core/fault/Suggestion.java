package org.meanfield.core.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses what a mistyped word was meant to be.
public final class Suggestion {
  private Suggestion() {}

  /// {@return `did you mean 'step'? known: step, tolerance`, as far as there is something to say}
  ///
  /// @param word what was written
  /// @param known what could have been
  public static String among(String word, Collection<String> known) {
    String list = known.isEmpty() ? "there is none" : "known: " + String.join(", ", known);
    return closest(word, known)
        .map(best -> "did you mean '%s'? %s".formatted(best, list))
        .orElse(list);
  }

  /// {@return the known word closest to the one written, if it is close enough to be a slip: at
  /// most one edit in three letters}
  ///
  /// @param word what was written
  /// @param known what could have been
  public static Optional<String> closest(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(k -> distance(lower, k) <= Math.max(1, Math.min(lower.length(), k.length()) / 3))
        .min(Comparator.comparingInt(k -> distance(lower, k)));
  }

  /// {@return the edits (insert, delete, replace, swap two neighbours) that turn one word into the
  /// other, no letter edited twice}
  ///
  /// **Reference.** F. J. Damerau, *A technique for computer detection and correction of spelling
  /// errors*, Comm. ACM 7 (1964) 171–176.
  ///
  /// @param a one word
  /// @param b the other
  public static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
