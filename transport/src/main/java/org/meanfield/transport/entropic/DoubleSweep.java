package org.meanfield.transport.entropic;

import org.meanfield.kernels.transport.GibbsLanes;
import org.meanfield.transport.cost.CompensatedSum;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.course.Strips;

/// Sinkhorn's iteration in double precision and in the log domain: costs are computed when needed,
/// the largest exponent of each row is taken out of its sum, and O(n + m) numbers are stored.
/// Serves any ε and any potentials.
final class DoubleSweep implements Sweep {
  private static final GibbsLanes GIBBS = GibbsLanes.best();

  /// Column sums out of [2⁻⁹⁰⁰, 2⁹⁰⁰] have lost digits: such a column is computed by itself.
  private static final double SMALLEST = 0x1p-900;

  private static final double LARGEST = 0x1p900;

  /// Farther from its goal, in powers of two, a potential is not over-relaxed.
  private static final double NEAR = 20;

  private static final double CUT = 60;

  private final Tiles tiles;
  private final GroundCost cost;
  private final double[] a;
  private final double[] b;
  private final double rate;

  /// @param tiles of the problem's costs
  /// @param rate log₂e/ε
  DoubleSweep(EntropicProblem problem, Tiles tiles, double rate) {
    this.tiles = tiles;
    this.cost = problem.cost();
    this.a = problem.sourceMasses();
    this.b = problem.targetMasses();
    this.rate = rate;
  }

  @Override
  public double floor() {
    return 0;
  }

  @Override
  public double apply(Duals duals, double omega) {
    Strips strips = new Strips(cost.sources(), 1, cost.targets());
    double[] v = SoftTransform.potentials(duals.gamma, rate);
    double[] phis = Tiles.largest(duals.phi);
    double[] gammas = Tiles.largest(duals.gamma);
    strips.each((from, to, strip) -> {
      double[] row = new double[cost.targets()];
      RowRuns runs = new RowRuns(tiles, phis, gammas, rate, CUT, cost.targets());
      for (int i = from; i < to; i++) {
        if (a[i] > 0) {
          row(i, runs, v, duals, omega, row, strip);
        }
      }
    });
    double[] columns = strips.columns();
    CompensatedSum error = new CompensatedSum();
    error.add(strips.errors());
    double[] u = null;
    double[] row = null;
    for (int j = 0; j < b.length; j++) {
      if (b[j] == 0) {
        continue;
      }
      double exact;
      if (columns[j] > SMALLEST && columns[j] < LARGEST) {
        exact = duals.gamma[j] - SoftTransform.log2(columns[j]);
      } else {
        if (u == null || row == null) {
          u = SoftTransform.potentials(duals.phi, rate);
          row = new double[a.length];
        }
        exact = SoftTransform.at(cost.transposed(), j, a, duals.phi, u, rate, row);
      }
      error.add(b[j] * offBy(duals.gamma[j] - exact));
      duals.gamma[j] = relaxed(duals.gamma[j], exact, omega);
    }
    return error.value();
  }

  private void row(
      int i,
      RowRuns runs,
      double[] v,
      Duals duals,
      double omega,
      double[] row,
      Strips.Strip strip) {
    double most = most(i, runs.of(i, false), v, row);
    double exact = most - SoftTransform.log2(sum(runs, most, duals.gamma, row));
    // Written so that NaN does not fit.
    if (!(Math.abs(exact - duals.phi[i]) < RowRuns.FITS)) {
      most = most(i, runs.of(i, true), v, row);
      exact = most - SoftTransform.log2(sum(runs, most, duals.gamma, row));
    }
    strip.addError(a[i] * offBy(duals.phi[i] - exact));
    duals.phi[i] = relaxed(duals.phi[i], exact, omega);
    double alpha = a[i] * SoftTransform.exp2(duals.phi[i] - most);
    for (int run = 0; run < runs.count(); run++) {
      GIBBS.add(alpha, row, runs.from(run), runs.to(run), strip.columns());
    }
  }

  /// Computes costs, and returns the exponent that is to be taken out: φ of the plain c-transform.
  private double most(int i, RowRuns runs, double[] v, double[] row) {
    double least = Double.POSITIVE_INFINITY;
    for (int run = 0; run < runs.count(); run++) {
      int from = runs.from(run);
      cost.row(i, from, runs.to(run), row, from);
      least = Math.min(least, GroundCost.LANES.least(row, from, v, from, runs.to(run)));
    }
    return rate * least;
  }

  private double sum(RowRuns runs, double most, double[] gamma, double[] row) {
    double sum = 0;
    for (int run = 0; run < runs.count(); run++) {
      GIBBS.powers(row, rate, most, gamma, runs.from(run), runs.to(run), row);
      sum += GIBBS.dot(row, b, runs.from(run), runs.to(run));
    }
    return sum;
  }

  /// |2^x − 1|, the error of a marginal whose potential is x too high, relative to its mass.
  static double offBy(double x) {
    return Math.abs(Math.expm1(x / GibbsLanes.LOG2_E));
  }

  private static double relaxed(double old, double exact, double omega) {
    return Math.abs(exact - old) < NEAR ? old + omega * (exact - old) : exact;
  }
}
