package org.meanfield.limits.cloud;

import java.util.List;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.limit.LimitProblem;

/// What is known of the error of a pushed cloud, in E f.
///
/// With g = f ∘ X_t and its Fourier coefficients ĝ, a lattice with dual D and shift Δ errs by Σ
/// ĝ(h) e^{2πi h·Δ} over h ∈ D, h ≠ 0. Two lattices show the harmonics in which they differ, and no
/// others.
///
/// @param problem what is solved
/// @param expert bound to the problem's inputs
/// @param tolerance of the time integration
public record LatticeError(LimitProblem problem, BoundExpert expert, double tolerance) {
  /// Points that time integration is judged by: enough to feel the same dynamics, cheap beside M.
  private static final int JUDGES = 64;

  /// How much finer the tolerance is that it is judged against.
  private static final double FINER = 1e-3;

  /// Below this a step cannot be judged against rounding.
  private static final double FINEST = 1e-14;

  /// What a difference is taken for. In time the few points take steps of their own: of 240
  /// problems of known law, 1 to 3 parameters, 1 to 12 data, the change alone was less than the
  /// error for 63, by 2.1 times at most.
  private static final double SAFETY = 2;

  /// How time integration is judged, for the reader of a report.
  static final String IN_TIME =
      "twice the change of r on %d points at a thousandth of the tolerance".formatted(JUDGES);

  /// {@return twice the change of r(t), also between the recorded times, when a small part of the
  /// cloud is integrated at a finer tolerance; NaN if it cannot be}
  ///
  /// @param start the cloud at time 0
  double inTime(double[] start) {
    double[] few = few(start, problem.expert().parameters());
    double finer = Math.max(FINEST, FINER * tolerance);
    return SAFETY
        * PushedCloud.unrecorded(problem, expert, few, tolerance)
            .distance(PushedCloud.unrecorded(problem, expert, few, finer), problem);
  }

  private static double[] few(double[] cloud, int dimension) {
    int all = cloud.length / dimension;
    int count = Math.min(all, JUDGES);
    double[] few = new double[count * dimension];
    for (int k = 0; k < dimension; k++) {
      for (int i = 0; i < count; i++) {
        few[k * count + i] = cloud[k * all + (int) ((long) i * all / count)];
      }
    }
    return few;
  }

  /// {@return twice the largest |r_j(t) − q_j(t)| over j and t, also between the recorded times,
  /// with q(t) the residual of another lattice that follows its own flow; NaN if that one fails}
  ///
  /// It sees what is in one dual lattice and not in the other, and, the shifts being different,
  /// what is in both, unless the phases happen to agree. Measured on the 924 products of six
  /// cosines in twelve dimensions at shift 1: of the 15 that 4096 points take for constants none is
  /// wrong by more than 1.8 times the difference; of the 63 of 1024 points 2 are wrong by more than
  /// 10 times. On rings of two qubits and two layers, 2048 points, the difference alone was less
  /// than that from 32768 points for 7 of 40 problems, by 1.64 times at most.
  ///
  /// @param solution the cloud that is judged
  /// @param other the points of the other lattice at time 0, coordinate-major
  double beside(PushedCloud solution, double[] other) {
    return SAFETY
        * solution.distance(PushedCloud.unrecorded(problem, expert, other, tolerance), problem);
  }

  /// {@return max |E_M f_j − E_{M/2} f_j| over j and the recorded times; the even-numbered points
  /// are the lattice of half as many}
  ///
  /// It sees what is in the dual of M/2 points and not in that of M, which holds the error itself.
  /// On the circle that is enough: the dual of M/2 begins at M/2, and what is there is far larger
  /// than what is at M. In more dimensions it can be nothing at all while the error is large.
  ///
  /// @param clouds one per recorded time
  public double everyOtherPoint(List<double[]> clouds) {
    int size = clouds.getFirst().length;
    Drift whole = drift(size);
    Drift half = drift(size / 2);
    double[] fine = new double[problem.data().size()];
    double[] coarse = new double[problem.data().size()];
    double[] even = new double[size / 2];
    double largest = 0;
    for (double[] cloud : clouds) {
      // M is even, so every other number of the array is every other point of each coordinate.
      for (int at = 0; at < even.length; at++) {
        even[at] = cloud[2 * at];
      }
      whole.response(cloud, 0, fine);
      half.response(even, 0, coarse);
      for (int j = 0; j < fine.length; j++) {
        largest = Math.max(largest, Math.abs(fine[j] - coarse[j]));
      }
    }
    return largest;
  }

  private Drift drift(int size) {
    int dimension = problem.expert().parameters();
    return new Drift(expert, size / dimension, dimension, problem.data().size(), problem.workers());
  }
}
