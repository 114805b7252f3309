package org.meanfield.limits.spectral;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meanfield.api.Inputs;
import org.meanfield.api.Workers;
import org.meanfield.api.flow.Outcome;
import org.meanfield.api.flow.VectorField;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.limits.fourier.FourierTransform;
import org.meanfield.limits.grid.GridRun;
import org.meanfield.limits.grid.PointTable;
import org.meanfield.limits.grid.TorusGrid;
import org.meanfield.limits.time.DormandPrince;
import org.meanfield.limits.time.Recorder;

/// The Fourier–Galerkin equations of the continuity equation: p = Σ_m c_m e^{im·θ} over |m_k| ≤ K,
///
/// c_m′ = −i Σ_k m_k (b_k p)^_m, b = Σ_j r_j ∇f_j.
///
/// Products are taken at the points of a grid of M > 3K points per axis, where those of harmonics
/// up to K with each other have no alias among the harmonics kept; so have the means of f p. c_0
/// does not change: mass is kept to the bit. The state is the real parts of the (2K+1)^d
/// coefficients, the last coordinate fastest, then the imaginary parts. An evaluation costs O(M^d
/// (n d + log M)).
///
/// What is cut off at K, of size ρ^K, comes back to c_1 through K couplings of neighbours: the
/// error of E f is about ρ^{2K} or less. For f = cos and y = 0.9 it is ((½ artanh ρ) tanh(½ artanh
/// ρ))^K, as z = tanh of half the time integral of r: what is cut off late has no time to come
/// back.
///
/// **Reference.** C. Canuto, M. Y. Hussaini, A. Quarteroni, T. A. Zang, *Spectral Methods:
/// Fundamentals in Single Domains*, Springer (2006), section 3.3.
final class SpectralFlow implements VectorField {
  /// In units of the law's coefficients, whose sum of squares is at least that of the uniform law.
  private static final double TOLERANCE = 1e-12;

  private final LimitProblem problem;
  private final Workers workers;
  private final int most;
  private final TorusGrid grid;
  private final FourierTransform transform;
  private final int coefficients;
  private final int[] place;
  private final int[][] harmonic;
  private final double[] targets;
  private final PointTable responses;
  private final PointTable probes;
  private final PointTable[] gradients;

  /// @param problem what is solved; d ≤ 2
  /// @param inputs where responses are wanted besides the data
  /// @param most K ≥ 1
  SpectralFlow(LimitProblem problem, Inputs inputs, int most) {
    int d = problem.expert().parameters();
    this.problem = problem;
    this.workers = problem.workers();
    this.most = most;
    this.grid = new TorusGrid(d, points(most));
    this.transform = new FourierTransform(grid);
    TorusGrid kept = new TorusGrid(d, 2 * most + 1);
    this.coefficients = kept.size();
    this.place = new int[coefficients];
    this.harmonic = new int[d][coefficients];
    for (int i = 0; i < coefficients; i++) {
      for (int k = 0; k < d; k++) {
        harmonic[k][i] = i / kept.stride(k) % kept.perAxis() - most;
        place[i] += Math.floorMod(harmonic[k][i], grid.perAxis()) * grid.stride(k);
      }
    }
    this.targets = problem.data().targets();
    double[] points = grid.centres();
    Inputs data = problem.data().inputs();
    this.responses = PointTable.values(problem.expert(), data, points, workers);
    this.probes = PointTable.values(problem.expert(), inputs, points, workers);
    this.gradients =
        PointTable.gradients(
            problem.expert(), data, points, IntStream.range(0, d).toArray(), workers);
  }

  /// {@return M, the least power of two above 3K}
  ///
  /// @param most K
  static int points(int most) {
    return Integer.highestOneBit(3 * most) * 2;
  }

  @Override
  public int dimension() {
    return 2 * coefficients;
  }

  /// {@return p at the grid's points}
  private double[] density(double[] state) {
    double[] re = new double[grid.size()];
    double[] im = new double[grid.size()];
    for (int i = 0; i < coefficients; i++) {
      re[place[i]] = state[i];
      im[place[i]] = state[coefficients + i];
    }
    transform.apply(re, im, 1);
    return re;
  }

  private void residual(double[] density, double[] out) {
    responses.integrate(density, out, workers);
    for (int j = 0; j < out.length; j++) {
      out[j] = targets[j] - grid.cell() * out[j];
    }
  }

  private void probed(double[] state, double[] out) {
    probes.integrate(density(state), out, workers);
    for (int j = 0; j < out.length; j++) {
      out[j] *= grid.cell();
    }
  }

  @Override
  public void at(double t, double[] state, double[] velocity) {
    double[] density = density(state);
    double[] residual = new double[targets.length];
    residual(density, residual);
    Arrays.fill(velocity, 0);
    double[] re = new double[grid.size()];
    for (int k = 0; k < grid.dimension(); k++) {
      gradients[k].combine(residual, re, workers);
      double[] im = new double[grid.size()];
      for (int i = 0; i < re.length; i++) {
        re[i] *= density[i] / grid.size();
      }
      transform.apply(re, im, -1);
      for (int i = 0; i < coefficients; i++) {
        velocity[i] += harmonic[k][i] * im[place[i]];
        velocity[coefficients + i] -= harmonic[k][i] * re[place[i]];
      }
    }
  }

  /// Integrates to the horizon.
  ///
  /// @param state the coefficients at time 0, overwritten
  /// @param looser a factor to the tolerance
  GridRun from(double[] state, double looser) {
    Recorder recorder = new Recorder(state.clone(), problem.times());
    Recorder.Curve curve =
        recorder.curve(targets.length, (inside, out) -> residual(density(inside), out));
    Recorder.Curve probed = recorder.curve(probes.inputs(), this::probed);
    // The tolerance is of the root mean square over unknowns, most of which are next to nothing.
    double tolerance =
        looser * TOLERANCE * Math.pow(2 * Math.PI, -grid.dimension()) / Math.sqrt(state.length);
    DormandPrince.Run run =
        DormandPrince.advance(this, state, 0, problem.horizon(), tolerance, recorder);
    return new GridRun(
        run.outcome() instanceof Outcome.Reached
            ? Optional.empty()
            : Optional.of("the equations of the coefficients: " + run.outcome().sentence()),
        grid,
        curve.build(),
        probed.build(),
        recorder.states().stream().map(this::density).toList(),
        "Fourier–Galerkin: harmonics up to %d on %d points per axis, %d steps"
            .formatted(most, grid.perAxis(), run.work().steps()));
  }

  /// {@return the coefficients of a density given at the grid's points}
  ///
  /// @param density M^d numbers
  double[] coefficients(double[] density) {
    double[] re = density.clone();
    double[] im = new double[re.length];
    transform.apply(re, im, -1);
    double[] state = new double[2 * coefficients];
    for (int i = 0; i < coefficients; i++) {
      state[i] = re[place[i]] / grid.size();
      state[coefficients + i] = im[place[i]] / grid.size();
    }
    return state;
  }

  /// {@return the grid of products}
  TorusGrid grid() {
    return grid;
  }
}
