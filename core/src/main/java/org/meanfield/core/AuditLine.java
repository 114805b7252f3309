package org.meanfield.core;

/// How one clause of assumption A1 stands for a study's expert.
///
/// @param clause its name, such as `period`
/// @param assumed whether assumption A1 asks for it; targets within reach are none of its clauses
/// @param claim what it says
/// @param verdict `proven`, `consistent` (nothing found speaks against it), `not known` or `broken`
/// @param evidence how the verdict was reached, and for a broken clause where
/// @param consequence what follows where it is broken
public record AuditLine(
    String clause,
    boolean assumed,
    String claim,
    String verdict,
    String evidence,
    String consequence) {
  /// {@return whether the clause is broken}
  public boolean isBroken() {
    return verdict.equals("broken");
  }
}
