package org.meanfield.core.audit;

import java.util.OptionalDouble;

/// One clause of assumption A1, and how it stands: a row of `audit.csv`.
///
/// @param clause which one
/// @param verdict how it stands
/// @param largest the largest value seen of what the clause bounds; empty where nothing was
///   measured
/// @param bound what it may not exceed; empty where none is known
/// @param evidence in a sentence: how the verdict was reached, and for a broken clause where
public record Finding(
    Clause clause, Verdict verdict, OptionalDouble largest, OptionalDouble bound, String evidence) {
  /// The clauses, and what does not apply where they are broken.
  public enum Clause {
    /// f has period 2π in every parameter
    PERIOD(
        "period",
        "f has period 2π in each θ_k",
        "the torus is not its space: Theorems 2.2, 3.2 and 4.1 do not apply"),
    /// |f| ≤ 1 (3.10)
    SUPREMUM(
        "supremum", "|f| ≤ 1 (3.10)", "Theorems 2.2, 3.2 and 4.1 and their constants do not apply"),
    /// |∂_k f| ≤ α (3.11)
    FIRST_DERIVATIVE("alpha", "|∂_k f| ≤ α (3.11)", "the constant C of (3.29) is wrong for this α"),
    /// |∂_k ∂_l f| ≤ β (3.11)
    SECOND_DERIVATIVE(
        "beta", "|∂_k ∂_l f| ≤ β (3.11)", "the constant C of (3.29) is wrong for this β"),
    /// ∇f is the derivative of f and has no jumps
    SMOOTH(
        "smoothness",
        "∇f is the derivative of f, and continuous",
        "the drift is not Lipschitz: Theorem 3.1 and what rests on it do not apply"),
    /// |y_j| ≤ sup|f|
    TARGETS(
        "targets", "|y_j| ≤ sup|f|", "no mixture reaches these targets: the loss stays above 0");

    private final String word;
    private final String claim;
    private final String consequence;

    Clause(String word, String claim, String consequence) {
      this.word = word;
      this.claim = claim;
      this.consequence = consequence;
    }

    /// {@return its name in tables}
    public String word() {
      return word;
    }

    /// {@return what it says}
    public String claim() {
      return claim;
    }

    /// {@return whether assumption A1 asks for it}
    public boolean isOfAssumption() {
      return this != TARGETS;
    }

    /// {@return what follows where it is broken}
    public String consequence() {
      return consequence;
    }
  }

  /// How a clause stands.
  public enum Verdict {
    /// it follows from the structure of the expert
    PROVEN("proven"),
    /// nothing that was tried speaks against it
    CONSISTENT("consistent"),
    /// nothing is known and nothing was tried
    UNKNOWN("not known"),
    /// there is a point where it fails
    BROKEN("broken");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /// {@return its name in tables}
    public String word() {
      return word;
    }
  }

  /// {@return whether the clause is broken}
  public boolean isBroken() {
    return verdict == Verdict.BROKEN;
  }
}
