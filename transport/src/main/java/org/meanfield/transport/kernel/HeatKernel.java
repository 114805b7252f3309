package org.meanfield.transport.kernel;

import java.util.Arrays;
import org.meanfield.kernels.transport.GibbsLanes;

/// The heat kernel of the torus at time t, divided by its largest value: K(x, y) = Π_k θ(x_k −
/// y_k)/θ(0) with
///
/// θ(z) = Σ_n e^{−t n²} cos(nz) = √(π/t) Σ_m e^{−(z − 2πm)²/4t},
///
/// so that Σ aᵢ b_j K(xᵢ, y_j) = Σ_n w_n φ(n) ψ(n)* over integer vectors n, w_n ∝ e^{−t‖n‖²} and Σ
/// w_n = 1, where φ(n) = Σ aᵢ e^{i⟨n, xᵢ⟩}. The first sum serves where few harmonics do, the
/// nearest image of the second where the next one adds nothing (Jacobi's identity makes the two the
/// same).
///
/// @param time t > 0
record HeatKernel(double time) implements TorusKernel {
  private static final GibbsLanes GIBBS = GibbsLanes.best();

  /// e^{−36.7} is half an ulp of one: harmonics, and images, that are further off add nothing.
  private static final double NOTHING = 36.7;

  private static final double ROUND_OFF = 16 * Math.ulp(1.0);

  @Override
  public Rows between(Cloud x, Cloud y) {
    return Math.PI * Math.PI / (4 * time) >= NOTHING ? byImage(x, y) : byHarmonics(x, y);
  }

  private Rows byImage(Cloud x, Cloud y) {
    double rate = GibbsLanes.LOG2_E / (4 * time);
    double[] none = new double[y.size()];
    return (i, _, row) -> {
      Arrays.fill(row, 0);
      for (int k = 0; k < x.dimension(); k++) {
        double angle = x.angles(k)[i];
        double[] others = y.angles(k);
        for (int j = 0; j < row.length; j++) {
          double apart = Math.abs(angle - others[j]);
          double way = Math.min(apart, 2 * Math.PI - apart);
          row[j] += way * way;
        }
      }
      GIBBS.powers(row, rate, 0, none, 0, row.length, row);
    };
  }

  private int harmonics() {
    return (int) Math.ceil(Math.sqrt(NOTHING / time));
  }

  private Rows byHarmonics(Cloud x, Cloud y) {
    double[] c = new double[harmonics()];
    double whole = 1;
    for (int n = 1; n <= c.length; n++) {
      c[n - 1] = 2 * Math.exp(-time * n * n);
      whole += c[n - 1];
    }
    double constant = 1 / whole;
    for (int n = 0; n < c.length; n++) {
      c[n] /= whole;
    }
    Harmonics here = new Harmonics(x, c.length);
    Harmonics there = new Harmonics(y, c.length);
    return (i, room, row) -> {
      Arrays.fill(row, 1);
      for (int k = 0; k < x.dimension(); k++) {
        Arrays.fill(room, constant);
        here.add(k, i, there, c, room);
        for (int j = 0; j < row.length; j++) {
          row[j] *= room[j];
        }
      }
    };
  }

  @Override
  public double error(int dimension) {
    // Terms of each factor, or of the exponent; measured below a hundredth of this.
    return ROUND_OFF * (1 + dimension * Math.max(harmonics(), 1 / time));
  }

  @Override
  public String description() {
    return "heat kernel at time %.6g".formatted(time);
  }
}
