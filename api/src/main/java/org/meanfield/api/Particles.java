package org.meanfield.api;

import java.util.Arrays;
import java.util.Objects;

/// A buffer of `n` points with `d` coordinates each, coordinate-major: coordinate `k` of particle
/// `i` is number `k·n + i`, so neighbouring particles are neighbours in memory.
///
/// The one mutable value of this interface: it carries parameters into an evaluation and velocities
/// out of it. It owns its array and never hands it out. Not safe for use by two threads at once.
public final class Particles {
  private final int count;
  private final int dimension;
  private final double[] coordinates;

  /// All coordinates zero.
  ///
  /// @param count n ≥ 0
  /// @param dimension d ≥ 1
  public Particles(int count, int dimension) {
    if (count < 0 || dimension < 1) {
      throw new IllegalArgumentException(
          "particles need count ≥ 0 and dimension ≥ 1, got %d and %d".formatted(count, dimension));
    }
    this.count = count;
    this.dimension = dimension;
    this.coordinates = new double[Math.multiplyExact(count, dimension)];
  }

  /// {@return particles with the given coordinates}
  ///
  /// @param count n
  /// @param dimension d
  /// @param coordinateMajor n·d numbers, copied
  public static Particles of(int count, int dimension, double[] coordinateMajor) {
    Particles particles = new Particles(count, dimension);
    if (coordinateMajor.length != particles.coordinates.length) {
      throw new IllegalArgumentException(
          "%d particles of dimension %d need %d numbers, got %d"
              .formatted(count, dimension, particles.coordinates.length, coordinateMajor.length));
    }
    particles.load(coordinateMajor, 0, count);
    return particles;
  }

  /// {@return the number of particles n}
  public int count() {
    return count;
  }

  /// {@return the number of coordinates d}
  public int dimension() {
    return dimension;
  }

  /// {@return coordinate `k` of particle `i`}
  ///
  /// @param i 0 ≤ i < n
  /// @param k 0 ≤ k < d
  public double get(int i, int k) {
    return coordinates[at(i, k)];
  }

  /// Sets coordinate `k` of particle `i`.
  ///
  /// @param i 0 ≤ i < n
  /// @param k 0 ≤ k < d
  /// @param value the new coordinate
  public void set(int i, int k, double value) {
    coordinates[at(i, k)] = value;
  }

  private int at(int i, int k) {
    Objects.checkIndex(i, count);
    Objects.checkIndex(k, dimension);
    return k * count + i;
  }

  /// Copies one particle's coordinates.
  ///
  /// @param i 0 ≤ i < n
  /// @param out at least d numbers
  public void copyRow(int i, double[] out) {
    Objects.checkIndex(i, count);
    for (int k = 0; k < dimension; k++) {
      out[k] = coordinates[k * count + i];
    }
  }

  /// Sets one particle's coordinates.
  ///
  /// @param i 0 ≤ i < n
  /// @param row at least d numbers
  public void setRow(int i, double[] row) {
    Objects.checkIndex(i, count);
    for (int k = 0; k < dimension; k++) {
      coordinates[k * count + i] = row[k];
    }
  }

  /// Sets every coordinate to `value`.
  ///
  /// @param value any number
  public void fill(double value) {
    Arrays.fill(coordinates, value);
  }

  /// Copies coordinate `k` of all particles.
  ///
  /// @param k 0 ≤ k < d
  /// @param out receives n numbers
  /// @param offset where the first goes
  public void copyCoordinate(int k, double[] out, int offset) {
    Objects.checkIndex(k, dimension);
    System.arraycopy(coordinates, k * count, out, offset, count);
  }

  /// Sets coordinate `k` of all particles.
  ///
  /// @param k 0 ≤ k < d
  /// @param source holds n numbers
  /// @param offset where the first is
  public void setCoordinate(int k, double[] source, int offset) {
    Objects.checkIndex(k, dimension);
    System.arraycopy(source, offset, coordinates, k * count, count);
  }

  /// Copies coordinate `k` of some particles.
  ///
  /// @param k 0 ≤ k < d
  /// @param first the first of them
  /// @param number how many
  /// @param out receives `number` numbers
  /// @param offset where the first goes
  public void copyCoordinate(int k, int first, int number, double[] out, int offset) {
    Objects.checkIndex(k, dimension);
    Objects.checkFromIndexSize(first, number, count);
    System.arraycopy(coordinates, k * count + first, out, offset, number);
  }

  /// Sets coordinate `k` of some particles.
  ///
  /// @param k 0 ≤ k < d
  /// @param first the first of them
  /// @param number how many
  /// @param source holds `number` numbers
  /// @param offset where the first is
  public void setCoordinate(int k, int first, int number, double[] source, int offset) {
    Objects.checkIndex(k, dimension);
    Objects.checkFromIndexSize(first, number, count);
    System.arraycopy(source, offset, coordinates, k * count + first, number);
  }

  /// Reads this buffer from a larger coordinate-major array: coordinate `k` of particle `i` comes
  /// from `source[offset + k·stride + i]`.
  ///
  /// @param source the larger array
  /// @param offset where particle 0, coordinate 0 is
  /// @param stride the number of particles in the larger array
  public void load(double[] source, int offset, int stride) {
    for (int k = 0; k < dimension; k++) {
      System.arraycopy(source, offset + k * stride, coordinates, k * count, count);
    }
  }

  /// Writes this buffer into a larger coordinate-major array, the inverse of [#load].
  ///
  /// @param target the larger array
  /// @param offset where particle 0, coordinate 0 goes
  /// @param stride the number of particles in the larger array
  public void store(double[] target, int offset, int stride) {
    for (int k = 0; k < dimension; k++) {
      System.arraycopy(coordinates, k * count, target, offset + k * stride, count);
    }
  }

  /// {@return a copy of all coordinates, coordinate-major, n·d numbers}
  public double[] toArray() {
    return coordinates.clone();
  }
}
