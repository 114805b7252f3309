package org.meanfield.core;

import java.util.List;

/// What the platform says to something a user gave: a value, or every mistake in it at once.
///
/// @param <T> the value
public sealed interface Answer<T> {
  /// There was nothing to object to.
  ///
  /// @param value the value
  /// @param <T> its type
  record Given<T>(T value) implements Answer<T> {}

  /// Nothing was done.
  ///
  /// @param mistakes at least one, in the order of their places
  /// @param <T> the type of the value there is not
  record Refused<T>(List<Mistake> mistakes) implements Answer<T> {
    /// @param mistakes at least one, copied
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }
}
