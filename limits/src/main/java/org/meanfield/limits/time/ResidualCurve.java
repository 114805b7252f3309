package org.meanfield.limits.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meanfield.api.flow.Residual;

/// A residual r(t) on [0, T] as one polynomial per time step, given by its values at the step's
/// Chebyshev points t_k = a + (b − a)(1 − cos(πk/p))/2, k = 0 … p. Continuous; immutable.
///
/// Evaluated by the barycentric formula r(t) = Σ_k w_k r_k/(t − t_k) / Σ_k w_k/(t − t_k) with w_k =
/// (−1)^k, halved at both ends: O(p·n) after a binary search for the step.
///
/// **Reference.** J.-P. Berrut, L. N. Trefethen, *Barycentric Lagrange interpolation*, SIAM Review
/// 46, 501–517 (2004), eqs. 4.2 and 5.4.
public final class ResidualCurve implements Residual {
  /// The degree p within a step: one above the continuous extension of [DormandPrince], whose
  /// nonlinear image r is.
  static final int DEGREE = 8;

  private static final double[] NODES = new double[DEGREE + 1];
  private static final double[] WEIGHTS = new double[DEGREE + 1];

  static {
    for (int k = 0; k <= DEGREE; k++) {
      NODES[k] = (1 - Math.cos(Math.PI * k / DEGREE)) / 2;
      WEIGHTS[k] = (k % 2 == 0 ? 1 : -1) * (k == 0 || k == DEGREE ? 0.5 : 1);
    }
  }

  private final int inputs;
  private final double[] breaks;
  private final List<double[]> pieces;

  private ResidualCurve(int inputs, double[] breaks, List<double[]> pieces) {
    this.inputs = inputs;
    this.breaks = breaks;
    this.pieces = pieces;
  }

  /// {@return the horizon T}
  double horizon() {
    return breaks[breaks.length - 1];
  }

  /// {@inheritDoc}
  ///
  /// @param t in [0, T]; beyond it by no more than the rounding of an integrator's clock
  @Override
  public void at(double t, double[] out) {
    double slack = 1e-9 * horizon();
    if (!(t >= -slack && t <= horizon() + slack)) {
      throw new IllegalArgumentException(
          "the residual of the limit is known on [0, %s], asked at %s".formatted(horizon(), t));
    }
    int found = Arrays.binarySearch(breaks, t);
    int piece = found >= 0 ? found : -found - 2;
    piece = Math.clamp(piece, 0, pieces.size() - 1);
    double begin = breaks[piece];
    double length = piece + 1 < breaks.length ? breaks[piece + 1] - begin : 0;
    interpolate(pieces.get(piece), length == 0 ? 0 : (t - begin) / length, out);
  }

  private void interpolate(double[] values, double s, double[] out) {
    Arrays.fill(out, 0, inputs, 0);
    double total = 0;
    for (int k = 0; k <= DEGREE; k++) {
      double gap = s - NODES[k];
      if (gap == 0) {
        System.arraycopy(values, k * inputs, out, 0, inputs);
        return;
      }
      double weight = WEIGHTS[k] / gap;
      total += weight;
      for (int j = 0; j < inputs; j++) {
        out[j] += weight * values[k * inputs + j];
      }
    }
    for (int j = 0; j < inputs; j++) {
      out[j] /= total;
    }
  }

  /// {@return the largest |r_j(t) − q_j(t)| over j and the given times}
  ///
  /// @param one r
  /// @param other q, with as many data
  /// @param inputs n
  /// @param times where both are known
  public static double distance(Residual one, Residual other, int inputs, List<Double> times) {
    double[] mine = new double[inputs];
    double[] theirs = new double[inputs];
    double largest = 0;
    for (double t : times) {
      one.at(t, mine);
      other.at(t, theirs);
      for (int j = 0; j < inputs; j++) {
        largest = Math.max(largest, Math.abs(mine[j] - theirs[j]));
      }
    }
    return largest;
  }

  /// {@return `times` with 64 others spread over [0, T], to look between the recorded ones}
  ///
  /// @param times ends with T
  public static List<Double> probes(List<Double> times) {
    List<Double> probes = new ArrayList<>(times);
    for (int i = 0; i < 64; i++) {
      probes.add(times.getLast() * (i + 0.5) / 64);
    }
    return probes;
  }

  /// Collects a curve step by step.
  public static final class Builder {
    private final int inputs;
    private final List<Double> breaks = new ArrayList<>(List.of(0.0));
    private final List<double[]> pieces = new ArrayList<>();
    private final double[] last;

    /// @param start r(0), copied
    public Builder(double[] start) {
      this.inputs = start.length;
      this.last = start.clone();
    }

    /// Adds the next step, sampling r at its Chebyshev points but the first, which is known.
    ///
    /// @param end where the step ends; it begins where the last one ended
    /// @param sampler r within the step
    public void add(double end, Residual sampler) {
      double begin = breaks.getLast();
      double[] values = new double[(DEGREE + 1) * inputs];
      System.arraycopy(last, 0, values, 0, inputs);
      for (int k = 1; k <= DEGREE; k++) {
        sampler.at(k == DEGREE ? end : begin + (end - begin) * NODES[k], last);
        System.arraycopy(last, 0, values, k * inputs, inputs);
      }
      breaks.add(end);
      pieces.add(values);
    }

    /// {@return the curve up to the end of the last step}
    public ResidualCurve build() {
      List<double[]> all = new ArrayList<>(pieces);
      if (all.isEmpty()) {
        double[] constant = new double[(DEGREE + 1) * inputs];
        System.arraycopy(last, 0, constant, 0, inputs);
        all.add(constant);
      }
      return new ResidualCurve(
          inputs, breaks.stream().mapToDouble(Double::doubleValue).toArray(), List.copyOf(all));
    }
  }
}
