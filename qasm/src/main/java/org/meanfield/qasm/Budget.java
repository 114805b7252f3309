package org.meanfield.qasm;

import org.antlr.v4.runtime.Token;

/// What the work on one file may come to, so that a short text cannot unfold into an endless one.
/// Not shareable between threads.
final class Budget {
  /// Gates, after loops and definitions are unfolded.
  static final int MOST = 1_000_000;

  private long spent;

  /// Counts work.
  ///
  /// @param where what causes it
  /// @param steps gates or rounds of loops
  void spend(Token where, long steps) {
    spent += steps;
    if (steps > MOST || spent > 4L * MOST) {
      throw tooMuch(where);
    }
  }

  /// {@return the objection to a circuit of more gates than are read}
  static Objection tooMuch(Token where) {
    return Objection.at(where, "the circuit grows beyond %d gates here".formatted(MOST));
  }
}
