package org.meanfield.limits.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.plugin.Citation;

/// A shifted rank-1 lattice of M points on T^d, θ_i = 2π frac(i z/M + Δ), i = 0 … M−1.
///
/// The generating vector z is built one component at a time, each the one with the least worst-case
/// error of equal-weight quadrature in the Korobov space of smoothness 2 with weights γ = 1/d:
///
/// e² = −1 + (1/M) Σ_i Π_k (1 + γ ω(frac(i z_k/M))), ω(x) = 2π² (x² − x + 1/6).
///
/// All components are coprime to M (every coordinate alone is equispaced) and, up to sign,
/// different. The even-numbered points are the lattice of M/2 points with the same z. Shift number
/// s ≥ 0 has Δ_k = frac(s √p_k) with p_k the k-th prime, so several shifts give an error bar
/// without a seed. Immutable.
///
/// The mean of e^{ih·θ}, h ≠ 0, is e^{2πi h·Δ} if h·z ≡ 0 mod M and 0 otherwise: all those h, the
/// dual lattice, are taken for constants. Products of many first harmonics have so many h that some
/// are always among them: with M = 4096 and d = 16, 128 of the 8008 products of six cosines.
///
/// **References.** I. H. Sloan, A. V. Reztsov, *Component-by-component construction of good lattice
/// rules*, Math. Comp. 71, 263–273 (2002). D. Nuyens, R. Cools, *Fast algorithms for
/// component-by-component construction of rank-1 lattice rules in shift-invariant reproducing
/// kernel Hilbert spaces*, Math. Comp. 75, 903–920 (2006), for the criterion; the search here is
/// the plain one, O(d M) per candidate, over at most [#MOST_WORK] products in all.
public final class RankOneLattice {
  /// For the descriptors of solvers that rest on it.
  public static final Citation SOURCE =
      new Citation(
          "sloan-reztsov-2002",
          "I. H. Sloan, A. V. Reztsov, Component-by-component construction of good lattice rules,"
              + " Mathematics of Computation 71, 263–273 (2002)",
          "https://doi.org/10.1090/S0025-5718-01-01342-4");

  /// Products of the whole search: 0.1–0.2 s. M = 4096 is searched in full up to d = 64; beyond, a
  /// component is chosen among fewer candidates.
  private static final long MOST_WORK = 1L << 27;

  private final int points;
  private final int[] generator;
  private final int number;

  private RankOneLattice(int points, int[] generator, int number) {
    this.points = points;
    this.generator = generator;
    this.number = number;
  }

  /// {@return the lattice, empty if M has fewer than d admissible components up to sign}
  ///
  /// @param points M ≥ 2
  /// @param dimension d ≥ 1
  /// @param number s ≥ 0, which shift
  public static Optional<RankOneLattice> of(int points, int dimension, int number) {
    List<Integer> candidates = candidates(points);
    if (candidates.size() < dimension) {
      return Optional.empty();
    }
    return Optional.of(new RankOneLattice(points, search(points, dimension, candidates), number));
  }

  /// {@return another lattice to hold this one against, of M/4 points if there is one, else of M/2,
  /// else of M, with the next shift}
  ///
  /// Its generator is the one found for that many points, backwards: searches for different M begin
  /// alike, and what both lattices take for a constant should be little.
  public RankOneLattice beside() {
    int fewer = points;
    for (int part = 4; part > 1; part /= 2) {
      if (exists(points / part, dimension())) {
        fewer = points / part;
        break;
      }
    }
    int[] found = fewer == points ? generator : search(fewer, dimension(), candidates(fewer));
    int[] backwards = new int[found.length];
    for (int k = 0; k < found.length; k++) {
      backwards[k] = found[found.length - 1 - k];
    }
    return new RankOneLattice(fewer, backwards, number + 1);
  }

  /// {@return whether there is such a lattice, without looking for it}
  ///
  /// @param points M ≥ 2
  /// @param dimension d ≥ 1
  public static boolean exists(int points, int dimension) {
    return candidates(points).size() >= dimension;
  }

  private static List<Integer> candidates(int points) {
    List<Integer> candidates = new ArrayList<>();
    for (int z = 1; 2 * z <= points; z++) {
      if (gcd(z, points) == 1) {
        candidates.add(z);
      }
    }
    return candidates;
  }

  private static int[] search(int points, int dimension, List<Integer> candidates) {
    double[] omega = new double[points];
    // Equal, as the coordinates of an expert are not ordered by importance; 1/d puts pairs and
    // triples of coordinates before products of many, which no lattice of this size can serve.
    double gamma = 1.0 / dimension;
    for (int i = 0; i < points; i++) {
      double x = (double) i / points;
      omega[i] = gamma * 2 * Math.PI * Math.PI * (x * x - x + 1.0 / 6);
    }
    // Points i and M − i have equal products: half of them will do.
    int half = points / 2 + 1;
    double[] product = new double[half];
    for (int i = 0; i < half; i++) {
      product[i] = i == 0 || 2 * i == points ? 1 : 2;
    }
    int[] generator = new int[dimension];
    for (int k = 0; k < dimension; k++) {
      int tried = Math.clamp(MOST_WORK / ((long) dimension * half), 1, candidates.size());
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < (k == 0 ? 1 : tried); c++) {
        int index = (int) ((long) c * candidates.size() / tried);
        double sum = correlation(product, omega, candidates.get(index));
        if (sum < least) {
          least = sum;
          best = index;
        }
      }
      generator[k] = candidates.remove(/* index */ best);
      for (int i = 0, at = 0; i < half; i++) {
        product[i] *= 1 + omega[at];
        at = (at + generator[k]) % points;
      }
    }
    return generator;
  }

  private static double correlation(double[] product, double[] omega, int z) {
    double sum = 0;
    int points = omega.length;
    for (int i = 0, at = 0; i < product.length; i++) {
      sum += product[i] * omega[at];
      at += z;
      if (at >= points) {
        at -= points;
      }
    }
    return sum;
  }

  private static double[] shift(int dimension, int number) {
    double[] shift = new double[dimension];
    for (int k = 0, prime = 2; k < dimension; k++, prime = nextPrime(prime)) {
      double turns = number * Math.sqrt(prime);
      shift[k] = turns - Math.floor(turns);
    }
    return shift;
  }

  private static int nextPrime(int after) {
    int candidate = after + 1;
    while (!isPrime(candidate)) {
      candidate++;
    }
    return candidate;
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return number > 1;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /// {@return M}
  int points() {
    return points;
  }

  /// {@return d}
  public int dimension() {
    return generator.length;
  }

  /// {@return z_k}
  ///
  /// @param k 0 ≤ k < d
  int generator(int k) {
    return generator[k];
  }

  /// {@return the points, coordinate-major, M·d angles in [0, 2π)}
  public double[] cloud() {
    double[] shift = shift(generator.length, number);
    double[] cloud = new double[Math.multiplyExact(points, generator.length)];
    for (int k = 0; k < generator.length; k++) {
      for (int i = 0; i < points; i++) {
        double turns = (double) ((long) i * generator[k] % points) / points + shift[k];
        cloud[k * points + i] = 2 * Math.PI * (turns - Math.floor(turns));
      }
    }
    return cloud;
  }
}
