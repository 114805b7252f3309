package org.meanfield.api.limit;

/// A law of one angle, concentrated around a mean direction.
public sealed interface Marginal {
  /// {@return the mean direction μ in radians}
  double mean();

  /// {@return the density at an angle, per radian}
  ///
  /// @param angle θ in radians
  double density(double angle);

  /// {@return the angle in [μ − π, μ + π] with probability u of lying between μ − π and it}
  ///
  /// @param u in [0, 1]
  double quantile(double u);

  /// The wrapped Cauchy law, p(θ) = (1 − ρ²) / (2π (1 − 2ρ cos(θ − μ) + ρ²)); E e^{imθ} = ρ^m
  /// e^{imμ}.
  ///
  /// @param mean μ in radians
  /// @param rho ρ in [0, 1); 0 is the uniform law
  record WrappedCauchy(double mean, double rho) implements Marginal {
    /// Checks the ranges.
    ///
    /// @param mean μ in radians, finite
    /// @param rho ρ in [0, 1)
    public WrappedCauchy {
      checkMean(mean);
      if (!(rho >= 0 && rho < 1)) {
        throw new IllegalArgumentException("rho must be in [0, 1), got " + rho);
      }
    }

    @Override
    public double density(double angle) {
      // 1 − 2ρ cos x + ρ² = (1 − ρ)² + 4ρ sin²(x/2), without cancellation.
      double sine = Math.sin((angle - mean) / 2);
      double gap = 1 - rho;
      return gap * (1 + rho) / (2 * Math.PI * (gap * gap + 4 * rho * sine * sine));
    }

    @Override
    public double quantile(double u) {
      return mean + 2 * Math.atan((1 - rho) / (1 + rho) * Math.tan(Math.PI * (u - 0.5)));
    }
  }

  /// The von Mises law, p(θ) = e^{κ cos(θ − μ)} / (2π I₀(κ)).
  ///
  /// @param mean μ in radians
  /// @param kappa κ in [0, 1000]; 0 is the uniform law
  record VonMises(double mean, double kappa) implements Marginal {
    /// Beyond, the law is a normal one of deviation below 0.03.
    private static final double NARROWEST = 1000;

    /// Checks the ranges.
    ///
    /// @param mean μ in radians, finite
    /// @param kappa κ in [0, 1000]
    public VonMises {
      checkMean(mean);
      if (!(kappa >= 0 && kappa <= NARROWEST)) {
        throw new IllegalArgumentException("kappa must be in [0, 1000], got " + kappa);
      }
    }

    @Override
    public double density(double angle) {
      double sine = Math.sin((angle - mean) / 2);
      return Math.exp(-2 * kappa * sine * sine) / (2 * Math.PI * scaled(ratios()));
    }

    /// {@return I_m(κ)/I₀(κ), m = 1 … M, up to where they are nothing beside 1}
    ///
    /// By the recurrence I_{m−1} = I_{m+1} + (2m/κ) I_m downwards (J. C. P. Miller): upwards it is
    /// unstable.
    private double[] ratios() {
      // I_m/I₀ falls like e^{−m²/2κ} while m < κ, faster beyond.
      int most = 20 + (int) (9 * Math.sqrt(kappa));
      double[] ratio = new double[most];
      if (kappa == 0) {
        return ratio;
      }
      double above = 0;
      for (int m = most; m >= 1; m--) {
        // I_m/I_{m−1} = 1 / (2m/κ + I_{m+1}/I_m)
        above = 1 / (2 * m / kappa + above);
        ratio[m - 1] = above;
      }
      for (int m = 1; m < most; m++) {
        ratio[m] *= ratio[m - 1];
      }
      return ratio;
    }

    /// {@return e^{−κ} I₀(κ), from e^{κ cos 0} = I₀ + 2 Σ I_m}
    private static double scaled(double[] ratios) {
      double sum = 1;
      for (double ratio : ratios) {
        sum += 2 * ratio;
      }
      return 1 / sum;
    }

    /// {@inheritDoc}
    ///
    /// Newton's method on F(x) = ½ + x/2π + (1/π) Σ_m (I_m/I₀) sin(mx)/m, kept in a bracket.
    @Override
    public double quantile(double u) {
      if (u <= 0 || u >= 1) {
        return mean + (u <= 0 ? -Math.PI : Math.PI);
      }
      double[] ratios = ratios();
      double norm = 2 * Math.PI * scaled(ratios);
      double low = -Math.PI;
      double high = Math.PI;
      double x = 0;
      for (int round = 0; round < 100 && high - low > 1e-15; round++) {
        double level = 0.5 + x / (2 * Math.PI);
        for (int m = 1; m <= ratios.length; m++) {
          level += ratios[m - 1] * Math.sin(m * x) / (m * Math.PI);
        }
        if (level > u) {
          high = x;
        } else {
          low = x;
        }
        double sine = Math.sin(x / 2);
        double next = x - (level - u) * norm / Math.exp(-2 * kappa * sine * sine);
        if (!(next > low && next < high)) {
          next = (low + high) / 2;
        }
        if (Math.abs(next - x) < 1e-15) {
          break;
        }
        x = next;
      }
      return mean + x;
    }
  }

  private static void checkMean(double mean) {
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("a mean direction must be finite, got " + mean);
    }
  }
}
