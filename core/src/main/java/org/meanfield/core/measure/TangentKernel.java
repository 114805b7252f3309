package org.meanfield.core.measure;

import java.util.Arrays;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.flow.Drift;
import org.meanfield.core.linear.Eigenvectors;

/// The kernel K_jk = E_μ⟨∇f(θ, x_j), ∇f(θ, x_k)⟩ that drives the residual, r′ = −K r. Symmetric, no
/// eigenvalue below zero; where there are more inputs than independent functions of x, some are 0.
///
/// **Reference.** A. Jacot, F. Gabriel, C. Hongler, *Neural tangent kernel: convergence and
/// generalization in neural networks*, NeurIPS 31 (2018), section 4.
public final class TangentKernel {
  /// Gradients kept at one time by one thread, 16 MB.
  private static final int MOST_GRADIENTS = 1 << 21;

  /// Sums kept at one time, 32 MB, and how many of them.
  private static final int MOST_SUMS = 1 << 22;

  private static final int MOST_GROUPS = 64;

  private final double[][] entries;

  /// The kernel zero, to be added to.
  ///
  /// @param inputs n ≥ 1
  public TangentKernel(int inputs) {
    this.entries = new double[inputs][inputs];
  }

  /// {@return the kernel of a cloud: the same bits for any number of threads}
  ///
  /// Work n·N gradients and n²·N·d products, storage n² numbers for each of up to 64 sums.
  ///
  /// @param gradients of the expert at n inputs
  /// @param cloud N weighted points
  /// @param workers where shards run
  public static TangentKernel of(Gradients gradients, EmpiricalMeasure cloud, Workers workers) {
    int n = gradients.inputs();
    int d = cloud.dimension();
    int shard = Math.clamp(MOST_GRADIENTS / ((long) n * d), 1, Drift.SHARD);
    int shards = (cloud.size() + shard - 1) / shard;
    int groups = Math.min(shards, Math.clamp(MOST_SUMS / ((long) n * n), 1, MOST_GROUPS));
    TangentKernel[] sums = new TangentKernel[groups];
    workers.each(
        groups,
        group -> {
          sums[group] = new TangentKernel(n);
          int end = (int) ((long) shards * (group + 1) / groups);
          for (int s = (int) ((long) shards * group / groups); s < end; s++) {
            sums[group].add(gradients, cloud, s * shard, Math.min(cloud.size(), (s + 1) * shard));
          }
        });
    for (int stride = 1; stride < groups; stride *= 2) {
      for (int i = 0; i + stride < groups; i += 2 * stride) {
        sums[i].add(sums[i + stride], 1);
      }
    }
    return sums[0];
  }

  private void add(Gradients gradients, EmpiricalMeasure cloud, int from, int to) {
    int count = to - from;
    int d = cloud.dimension();
    Particles some = new Particles(count, d);
    double[] root = new double[count];
    for (int i = 0; i < count; i++) {
      root[i] = Math.sqrt(cloud.weight(from + i));
      for (int k = 0; k < d; k++) {
        some.set(i, k, cloud.coordinate(from + i, k));
      }
    }
    double[][] weighted = gradients.at(some);
    for (double[] gradient : weighted) {
      for (int at = 0; at < gradient.length; at++) {
        gradient[at] *= root[at % count];
      }
    }
    add(weighted, count, 0, count);
  }

  /// Adds Σᵢ ⟨∇f(θᵢ, x_j), ∇f(θᵢ, x_k)⟩ over some particles.
  ///
  /// @param gradients what [Gradients#at] gave at `count` particles
  /// @param count how many particles that were
  /// @param from the first of those added
  /// @param to one beyond the last
  public void add(double[][] gradients, int count, int from, int to) {
    for (int j = 0; j < gradients.length; j++) {
      for (int k = 0; k <= j; k++) {
        double product = product(gradients[j], gradients[k], count, from, to);
        entries[j][k] += product;
        entries[k][j] = entries[j][k];
      }
    }
  }

  private static double product(double[] a, double[] b, int count, int from, int to) {
    double even = 0;
    double odd = 0;
    for (int row = 0; row < a.length; row += count) {
      int at = row + from;
      int end = row + to;
      for (; at + 1 < end; at += 2) {
        even += a[at] * b[at];
        odd += a[at + 1] * b[at + 1];
      }
      if (at < end) {
        even += a[at] * b[at];
      }
    }
    return even + odd;
  }

  /// Adds a multiple of another kernel for as many inputs.
  ///
  /// @param other the other
  /// @param factor by what it is multiplied
  public void add(TangentKernel other, double factor) {
    for (int j = 0; j < entries.length; j++) {
      for (int k = 0; k < entries.length; k++) {
        entries[j][k] += factor * other.entries[j][k];
      }
    }
  }

  /// {@return K_jk}
  ///
  /// @param j 0 ≤ j < n
  /// @param k 0 ≤ k < n
  public double entry(int j, int k) {
    return entries[j][k];
  }

  /// {@return K r}
  ///
  /// @param residual n numbers r_j
  public double[] times(double[] residual) {
    double[] product = new double[entries.length];
    Arrays.setAll(
        product,
        j -> {
          double sum = 0;
          for (int k = 0; k < entries.length; k++) {
            sum += entries[j][k] * residual[k];
          }
          return sum;
        });
    return product;
  }

  /// {@return whether every entry is a finite number: else there are no eigenvalues}
  public boolean isFinite() {
    return Arrays.stream(entries).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /// The ends of the spectrum.
  ///
  /// @param smallest λ_min(K)
  /// @param largest ‖K‖ = λ_max(K)
  public record Extremes(double smallest, double largest) {}

  /// {@return λ_min and λ_max, right to about 1e−15 ‖K‖; some 10 n³ operations}
  ///
  /// What is less than the round-off n·2⁻⁵²·‖K‖ of its own calculation is told as 0.
  public Extremes extremes() {
    double[] eigenvalues = new Eigenvectors(entries).values();
    double largest = eigenvalues[0];
    double smallest = eigenvalues[eigenvalues.length - 1];
    double roundOff = entries.length * Math.ulp(1.0) * largest;
    return new Extremes(smallest < roundOff ? 0 : smallest, largest);
  }
}
