package org.meanfield.api;

import java.util.Arrays;
import java.util.Objects;

/// A buffer of `n` points with `d` coordinates each, coordinate-major: coordinate `k` of particle
/// `i` is number `k·n + i`, so neighbouring particles are neighbours in memory.
///
/// The one mutable value of this interface: it carries parameters into an evaluation and velocities
/// out of it. It owns its array and never hands it out, unless it is made a window on some
/// particles of a larger cloud ([#show]). Not safe for use by two threads at once.
public final class Particles {
  private final int count;
  private final int dimension;
  private double[] coordinates;

  /// Where particle 0, coordinate 0 is.
  private int offset;

  /// From coordinate to coordinate.
  private int stride;

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
    this.stride = count;
  }

  /// {@return particles with the given coordinates}
  ///
  /// @param count n
  /// @param dimension d
  /// @param coordinateMajor n·d numbers, copied
  public static Particles of(int count, int dimension, double[] coordinateMajor) {
    Particles particles = new Particles(count, dimension);
    int needed = particles.coordinates.length;
    if (coordinateMajor.length != needed) {
      throw new IllegalArgumentException(
          "%d particles of dimension %d need %d numbers, got %d"
              .formatted(count, dimension, needed, coordinateMajor.length));
    }
    System.arraycopy(coordinateMajor, 0, particles.coordinates, 0, needed);
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
    return offset + k * stride + i;
  }

  /// Copies one particle's coordinates.
  ///
  /// @param i 0 ≤ i < n
  /// @param out at least d numbers
  public void copyRow(int i, double[] out) {
    Objects.checkIndex(i, count);
    for (int k = 0; k < dimension; k++) {
      out[k] = coordinates[offset + k * stride + i];
    }
  }

  /// Sets one particle's coordinates.
  ///
  /// @param i 0 ≤ i < n
  /// @param row at least d numbers
  public void setRow(int i, double[] row) {
    Objects.checkIndex(i, count);
    for (int k = 0; k < dimension; k++) {
      coordinates[offset + k * stride + i] = row[k];
    }
  }

  /// Sets every coordinate to `value`.
  ///
  /// @param value any number
  public void fill(double value) {
    for (int k = 0; k < dimension; k++) {
      int at = offset + k * stride;
      Arrays.fill(coordinates, at, at + count, value);
    }
  }

  /// Copies coordinate `k` of all particles.
  ///
  /// @param k 0 ≤ k < d
  /// @param out receives n numbers
  /// @param to where the first goes
  public void copyCoordinate(int k, double[] out, int to) {
    copyCoordinate(k, 0, count, out, to);
  }

  /// Sets coordinate `k` of all particles.
  ///
  /// @param k 0 ≤ k < d
  /// @param source holds n numbers
  /// @param from where the first is
  public void setCoordinate(int k, double[] source, int from) {
    setCoordinate(k, 0, count, source, from);
  }

  /// Copies coordinate `k` of some particles.
  ///
  /// @param k 0 ≤ k < d
  /// @param first the first of them
  /// @param number how many
  /// @param out receives `number` numbers
  /// @param to where the first goes
  public void copyCoordinate(int k, int first, int number, double[] out, int to) {
    Objects.checkIndex(k, dimension);
    Objects.checkFromIndexSize(first, number, count);
    System.arraycopy(coordinates, offset + k * stride + first, out, to, number);
  }

  /// Sets coordinate `k` of some particles.
  ///
  /// @param k 0 ≤ k < d
  /// @param first the first of them
  /// @param number how many
  /// @param source holds `number` numbers
  /// @param from where the first is
  public void setCoordinate(int k, int first, int number, double[] source, int from) {
    Objects.checkIndex(k, dimension);
    Objects.checkFromIndexSize(first, number, count);
    System.arraycopy(source, from, coordinates, offset + k * stride + first, number);
  }

  /// Makes this buffer a window on n particles of a larger cloud, a coordinate-major array:
  /// coordinate `k` of particle `i` is `cloud[from + k·particles + i]`, to be read and written
  /// there.
  ///
  /// @param cloud the array, shared from now on
  /// @param from where particle 0, coordinate 0 is
  /// @param particles the number of particles in the cloud
  /// @throws IllegalArgumentException if the cloud has fewer particles
  /// @throws IndexOutOfBoundsException if the array is too short
  public void show(double[] cloud, int from, int particles) {
    if (particles < count) {
      throw new IllegalArgumentException(
          "a cloud of %d particles has no window on %d".formatted(particles, count));
    }
    int size = Math.addExact(Math.multiplyExact(dimension - 1, particles), count);
    Objects.checkFromIndexSize(from, size, cloud.length);
    this.coordinates = cloud;
    this.offset = from;
    this.stride = particles;
  }

  /// {@return a copy of all coordinates, coordinate-major, n·d numbers}
  public double[] toArray() {
    double[] copy = new double[count * dimension];
    for (int k = 0; k < dimension; k++) {
      copyCoordinate(k, copy, k * count);
    }
    return copy;
  }
}
