package org.meanfield.core.run;

import java.util.Arrays;
import java.util.Optional;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.api.flow.Residual;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;

/// The exact limit of f = cos θ with one datum (x = 0, y) from the uniform law: the Poisson kernel
/// with ρ′ = ½ (1 − ρ²)(y − ρ), ρ(0) = 0.
record PoissonPath(double y, int points) implements LimitPath {
  double rho(double t) {
    int steps = 400;
    double h = t / steps;
    double rho = 0;
    for (int s = 0; s < steps; s++) {
      double k1 = rate(rho);
      double k2 = rate(rho + h / 2 * k1);
      double k3 = rate(rho + h / 2 * k2);
      double k4 = rate(rho + h * k3);
      rho += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    }
    return rho;
  }

  private double rate(double rho) {
    return (1 - rho * rho) * (y - rho) / 2;
  }

  /// {@return where the flow of the limit takes a point of (−π, π): tan(θ/2) shrinks by
  /// (1−ρ)/(1+ρ)}
  double push(double theta, double t) {
    double rho = rho(t);
    return 2 * Math.atan((1 - rho) / (1 + rho) * Math.tan(theta / 2));
  }

  @Override
  public Residual residual() {
    return (t, out) -> out[0] = y - rho(t);
  }

  @Override
  public void probe(double t, double[] out) {
    Arrays.fill(out, rho(t));
  }

  @Override
  public ErrorEstimate error() {
    return new ErrorEstimate(1e-12, "one scalar equation by RK4");
  }

  @Override
  public Optional<EmpiricalMeasure> atoms(double t) {
    Particles particles = new Particles(points, 1);
    for (int m = 0; m < points; m++) {
      particles.set(m, 0, push(2 * Math.PI * ((m + 0.5) / points - 0.5), t));
    }
    return Optional.of(EmpiricalMeasure.uniform(particles));
  }

  @Override
  public Optional<GridDensity> density(double t, int pointsPerAxis) {
    double rho = rho(t);
    double[] values = new double[pointsPerAxis];
    for (int g = 0; g < pointsPerAxis; g++) {
      double theta = 2 * Math.PI * g / pointsPerAxis;
      values[g] = (1 - rho * rho) / (2 * Math.PI * (1 - 2 * rho * Math.cos(theta) + rho * rho));
    }
    return Optional.of(new GridDensity(1, pointsPerAxis, values));
  }

  @Override
  public String description() {
    return "exact Poisson kernel";
  }
}
