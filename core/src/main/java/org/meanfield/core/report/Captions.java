package org.meanfield.core.report;

import java.util.Collection;

/// Sentences that captions share.
final class Captions {
  private Captions() {}

  /// {@return what points and bars mean, from the statistics drawn}
  static String replicates(Collection<Replicates> drawn) {
    long least = drawn.stream().mapToLong(Replicates::count).filter(c -> c > 0).min().orElse(0);
    long most = drawn.stream().mapToLong(Replicates::count).max().orElse(0);
    long missing = drawn.stream().mapToLong(Replicates::missing).sum();
    StringBuilder out = new StringBuilder();
    if (most == 0) {
      return "No value is finite.";
    }
    if (most == 1) {
      out.append("Each point is a single replicate, so it has no error bar.");
    } else {
      out.append("Points are means of ")
          .append(least == most ? "" : least + " to ")
          .append(most)
          .append(" replicates, bars ±1 standard error of the mean (<i>n</i> − 1)")
          .append(least == 1 ? "; points of a single replicate have none." : ".");
    }
    if (missing > 0) {
      out.append(" ").append(missing).append(missing == 1 ? " value was" : " values were");
      out.append(" not finite and ").append(missing == 1 ? "is" : "are").append(" left out.");
    }
    return out.toString();
  }
}
