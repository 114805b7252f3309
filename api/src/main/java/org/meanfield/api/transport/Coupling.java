package org.meanfield.api.transport;

/// A sparse coupling π of two measures: masses at pairs (i, j). Immutable.
public final class Coupling {
  private final int[] sources;
  private final int[] targets;
  private final double[] masses;

  /// @param sources source points, copied
  /// @param targets target points, copied
  /// @param masses masses > 0, copied
  public Coupling(int[] sources, int[] targets, double[] masses) {
    if (sources.length != masses.length || targets.length != masses.length) {
      throw new IllegalArgumentException(
          "a coupling needs as many sources, targets and masses, got %d, %d and %d"
              .formatted(sources.length, targets.length, masses.length));
    }
    this.sources = sources.clone();
    this.targets = targets.clone();
    this.masses = masses.clone();
  }

  /// {@return the number of pairs that carry mass}
  public int size() {
    return masses.length;
  }

  /// {@return the source point of pair `e`}
  ///
  /// @param e 0 ≤ e < size
  public int source(int e) {
    return sources[e];
  }

  /// {@return the target point of pair `e`}
  ///
  /// @param e 0 ≤ e < size
  public int target(int e) {
    return targets[e];
  }

  /// {@return the mass of pair `e`}
  ///
  /// @param e 0 ≤ e < size
  public double mass(int e) {
    return masses[e];
  }
}
