package org.meanfield.app.console;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;

/// Guesses which word a mistyped one was meant to be.
public final class Words {
  private Words() {}

  /// {@return `; did you mean '--seed'?`, or nothing}
  ///
  /// @param word what was written
  /// @param known what could have been meant
  public static String suggestion(String word, Collection<String> known) {
    List<String> closest = closest(word, known);
    return closest.isEmpty()
        ? ""
        : closest.stream().collect(joining("' or '", "; did you mean '", "'?"));
  }

  /// {@return the closest words, at most one edit in three letters away}
  ///
  /// @param word what was written
  /// @param known what could have been meant
  public static List<String> closest(String word, Collection<String> known) {
    int least = known.stream().mapToInt(k -> edits(word, k)).min().orElse(0);
    return known.stream()
        .filter(k -> edits(word, k) == least)
        .filter(k -> least <= Math.max(1, Math.min(word.length(), k.length()) / 3))
        .sorted()
        .toList();
  }

  /// {@return the edits that turn one word into the other: insert, delete, replace, swap two
  /// neighbours}
  ///
  /// **Reference.** F. J. Damerau, *A technique for computer detection and correction of spelling
  /// errors*, Comm. ACM 7, 171–176 (1964).
  private static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        edits[i][j] =
            Math.min(
                edits[i - 1][j - 1] + (same ? 0 : 1),
                1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
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
