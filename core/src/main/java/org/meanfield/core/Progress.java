package org.meanfield.core;

/// Told how far a run is, a few times a second, never by two threads at once.
@FunctionalInterface
public interface Progress {
  /// How far a phase is.
  ///
  /// @param phase its name, such as `limit` or `cells`
  /// @param done work done, in units of the phase's own
  /// @param total all of its work, in the same units; 0 where it is not known
  /// @param seconds since the phase began
  void at(String phase, double done, double total, double seconds);

  /// {@return a progress that tells nobody}
  static Progress silent() {
    return (_, _, _, _) -> {};
  }
}
