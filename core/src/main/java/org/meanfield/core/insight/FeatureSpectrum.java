package org.meanfield.core.insight;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.QuantumExpert;

/// The Fourier spectrum of a circuit in one feature. Where every rotation that the feature turns
/// has an angle b·x_a + …, b an integer, f is a trigonometric polynomial in x_a of degree at most L
/// = Σ|b|; 2L + 5 equispaced values give its coefficients, and two beyond L that are 0, exactly.
///
/// **Reference.** M. Schuld, R. Sweke, J. J. Meyer, *Effect of data encoding on the expressive
/// power of variational quantum-machine-learning models*, Phys. Rev. A 103, 032430 (2021), section
/// II.
///
/// @param feature a
/// @param degree L; 0 where there is no spectrum
/// @param power E|c_ω|² over start law and inputs for ω = 0 … L + 2; empty where there is none
/// @param reason why there is no spectrum; empty where there is one
public record FeatureSpectrum(int feature, int degree, List<Sampled> power, String reason) {
  /// Coefficients looked at beyond the degree.
  static final int BEYOND = 2;

  private static final int MOST = 500;

  /// Copies the list.
  public FeatureSpectrum {
    power = List.copyOf(power);
  }

  /// {@return the spectrum in one feature}
  ///
  /// @param expert f
  /// @param feature a, 0 ≤ a < number of features
  /// @param inputs at least one, where the other features are
  /// @param draws independent parameters
  public static FeatureSpectrum of(
      QuantumExpert expert, int feature, Inputs inputs, Particles draws) {
    double degree = 0;
    for (Elementary step : expert.circuit().elementary()) {
      if (step instanceof Elementary.Rotation(_, Elementary.Drive.Data(Encoding encoding))) {
        double slope = slope(encoding, feature, inputs.features());
        if (slope != Math.rint(slope)) {
          return none(
              feature,
              Double.isNaN(slope)
                  ? "it enters an angle by a product, which is no trigonometric polynomial of fixed degree"
                  : "an angle turns by %s of it, which is no integer".formatted(slope));
        }
        degree += Math.abs(slope);
      }
    }
    return degree > MOST
        ? none(
            feature,
            "its degree may reach %.0f, more than the %d looked at".formatted(degree, MOST))
        : new FeatureSpectrum(
            feature, (int) degree, powers(expert, feature, inputs, draws, (int) degree), "");
  }

  private static FeatureSpectrum none(int feature, String reason) {
    return new FeatureSpectrum(feature, 0, List.of(), reason);
  }

  /// The coefficient of a feature in an angle, to an integer where it is one but for round-off; NaN
  /// if it enters by a product.
  private static double slope(Encoding encoding, int feature, int features) {
    double slope = 0;
    for (Encoding.Monomial monomial : encoding.monomials()) {
      boolean enters = monomial.features().stream().anyMatch(i -> i % features == feature);
      if (enters && monomial.features().size() > 1) {
        return Double.NaN;
      }
      slope += enters ? monomial.coefficient() : 0;
    }
    return Math.abs(slope - Math.rint(slope)) < 1e-12 ? Math.rint(slope) : slope;
  }

  private static List<Sampled> powers(
      QuantumExpert expert, int feature, Inputs inputs, Particles draws, int degree) {
    int points = 2 * (degree + BEYOND) + 1;
    int n = inputs.count();
    double[] rows = new double[n * points * inputs.features()];
    double[] row = new double[inputs.features()];
    for (int j = 0; j < n; j++) {
      inputs.copyRow(j, row);
      for (int s = 0; s < points; s++) {
        row[feature] = 2 * Math.PI * s / points;
        System.arraycopy(row, 0, rows, (j * points + s) * row.length, row.length);
      }
    }
    BoundExpert bound = expert.bind(Inputs.of(n * points, row.length, rows));
    double[][] powers = new double[degree + BEYOND + 1][draws.count()];
    double[] theta = new double[draws.dimension()];
    for (int i = 0; i < draws.count(); i++) {
      draws.copyRow(i, theta);
      double[] values = new double[n * points];
      bound.at(Particles.of(1, theta.length, theta)).addMean(values);
      for (int omega = 0; omega < powers.length; omega++) {
        for (int j = 0; j < n; j++) {
          powers[omega][i] += power(values, j * points, points, omega) / n;
        }
      }
    }
    List<Sampled> means = new ArrayList<>();
    for (double[] values : powers) {
      means.add(Sampled.mean(values));
    }
    return means;
  }

  /// |c_ω|² with c_ω = (1/M) Σ_s f_s e^{−2πiωs/M}.
  private static double power(double[] values, int from, int points, int omega) {
    double re = 0;
    double im = 0;
    for (int s = 0; s < points; s++) {
      double angle = 2 * Math.PI * ((long) omega * s % points) / points;
      re += values[from + s] * Math.cos(angle) / points;
      im -= values[from + s] * Math.sin(angle) / points;
    }
    return re * re + im * im;
  }
}
