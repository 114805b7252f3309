package org.meanfield.core.measure;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.Metric;
import org.meanfield.api.Torus;
import org.meanfield.api.expert.Regularity;
import org.meanfield.core.measure.Constant.Variant;

/// The constants of the mean-field theorem for one study.
///
/// With d parameters, n data, A = max_j |y_j| and an expert with |∂f| ≤ α, |∂²f| ≤ β:
///
/// | name | printed | corrected | sharp |
/// |---|---|---|---|
/// | `C` | max{dβn(A+1), α²dn} (3.29) | | dβn(A+1) + α²dn |
/// | `alpha_d(N)` | N^(−2/d) + N^(−1/2) (2.13) | Fournier–Guillin | densities bounded on both sides |
/// | `C2(T)/C1` | u eᵘ with u = 8C²T² exp(8C²T) (2.22) | u = 8C²T² exp(8C²T²) | |
/// | `coupling-factor` | | | \[dαn (e^(CT) − 1)/C\]² with the sharp C |
/// | `static-bound(N)` | | | s of [SamplingError#upper], which stands for C₁ α_d(N) below |
/// | `coupling-bound(N)` | u (s C₂/C₁ + α_d(N)) (2.21) | u (C₂/C₁ + 1) s | the factor over N |
/// | `w2-squared-bound(N)` | (C₂/C₁ + 1) s (2.24) | 2 (C₂/C₁ + 1) s | (√`coupling-bound` + √s)² |
/// | `w2-squared-lower(N)` | | | of any N points from the uniform law: [SamplingError#lower] |
/// | `exponent-w2-squared` | of α_d(N) | Fournier–Guillin | densities bounded on both sides |
/// | `exponent-coupling` | | | −1 |
///
/// An exponent is the power of N for large N. `static-bound` bounds E W2²(μ̄_N, μ_t),
/// `coupling-bound` E D²(N, T) of eq. (2.9) and (2.12), `w2-squared-bound` E W2²(μ_N, μ_t) of eq.
/// (3.43). Sharp: the drift sees μ only through n averages, so the coupling error is 1/N in every
/// dimension.
///
/// **Reference.** N. Fournier, A. Guillin, *On the rate of convergence in Wasserstein distance of
/// the empirical measure*, Probab. Theory Relat. Fields 162 (2015), theorem 1. V. Divol, *A short
/// proof on the rate of convergence of the empirical measure for the Wasserstein distance*,
/// arXiv:2101.08126 (2021).
///
/// @param regularity what is known of the expert
/// @param parameters d
/// @param data n
/// @param largestTarget A
/// @param horizon T
public record Theory(
    Regularity regularity, int parameters, int data, double largestTarget, double horizon) {
  private static final String UNKNOWN =
      "not known: the expert gives no bounds α and β, or |f| ≤ 1 is not known to hold";

  /// Room for the rounding of a bound that is 1.
  private static final double ROUNDING = 1e-12;

  /// {@return every constant, for the given numbers of particles}
  ///
  /// @param experts the numbers of particles N
  public List<Constant> constants(List<Integer> experts) {
    List<Constant> rows = new ArrayList<>();
    rows.add(Constant.known("A", Variant.PRINTED, largestTarget));
    rows.add(Constant.known("diameter-squared", Variant.PRINTED, diameterSquared()));
    lipschitz(rows);
    for (int n : experts) {
      String alpha = "alpha_d(" + n + ")";
      rows.add(Constant.known(alpha, Variant.PRINTED, alpha(n)));
      rows.add(Constant.known(alpha, Variant.CORRECTED, WassersteinOrder.general(parameters, n)));
      rows.add(Constant.known(alpha, Variant.SHARP, WassersteinOrder.sharp(parameters, n)));
    }
    for (int n : experts) {
      rows.add(
          Constant.known(
              "static-bound(" + n + ")", Variant.SHARP, new SamplingError(parameters).upper(n)));
      rows.add(
          Constant.known(
              "w2-squared-lower(" + n + ")",
              Variant.SHARP,
              new SamplingError(parameters).lower(n)));
    }
    if (bounded()) {
      rows.add(Constant.known("C2(T)/C1", Variant.PRINTED, growth(horizon).ofErrors()));
      rows.add(Constant.known("C2(T)/C1", Variant.CORRECTED, growth(horizon * horizon).ofErrors()));
      rows.add(
          Constant.known("coupling-factor", Variant.SHARP, Magnitude.ofLn(lnCouplingFactor())));
      for (int n : experts) {
        bounds(rows, n);
      }
    }
    exponents(rows);
    return List.copyOf(rows);
  }

  /// {@return α_d(N) = N^(−2/d) + N^(−1/2) (2.13)}
  ///
  /// @param n N ≥ 1
  public double alpha(int n) {
    return WassersteinOrder.paper(parameters, n);
  }

  /// {@return the power of N with which E W2²(μ_N, μ) falls for a law with a density bounded above
  /// and below: −1 for d ≤ 2 (for d = 2 with a factor log N), else −2/d}
  public double sharpExponent() {
    return parameters <= 2 ? -1 : -2.0 / parameters;
  }

  private double generalExponent() {
    return parameters <= 4 ? -0.5 : -2.0 / parameters;
  }

  private double diameterSquared() {
    double diameter = Torus.standard(parameters).diameter(Metric.L1);
    return diameter * diameter;
  }

  private boolean bounded() {
    // |r_j| ≤ A + 1 and Var f ≤ 1, on which C and the coupling bound rest, need |f| ≤ 1.
    return regularity.supremum() <= 1 + ROUNDING
        && Double.isFinite(regularity.alpha())
        && Double.isFinite(regularity.beta());
  }

  // dβn(A+1): how b changes with θ.
  private double inPoint() {
    return parameters * regularity.beta() * data * (largestTarget + 1);
  }

  // α²dn: how b changes with μ.
  private double inLaw() {
    return regularity.alpha() * regularity.alpha() * parameters * data;
  }

  private void lipschitz(List<Constant> rows) {
    if (!bounded()) {
      rows.add(Constant.unknown("C", Variant.PRINTED, UNKNOWN));
      return;
    }
    double printed = Math.max(inPoint(), inLaw());
    double sharp = inPoint() + inLaw();
    rows.add(Constant.known("C", Variant.PRINTED, printed));
    rows.add(Constant.known("C", Variant.SHARP, sharp));
    rows.add(Constant.known("CT", Variant.PRINTED, printed * horizon));
    rows.add(Constant.known("CT", Variant.SHARP, sharp * horizon));
  }

  /// By how much the theorem lets errors grow.
  ///
  /// @param ofDistances u of (2.18): from the clouds' distances to the particles'
  /// @param ofErrors C₂/C₁ = u eᵘ of (2.22): from the sampling error to the clouds' distance
  private record Growth(Magnitude ofDistances, Magnitude ofErrors) {}

  /// u = 8C²T² exp(8C²·`time`), where the paper has T and Grönwall's inequality T².
  private Growth growth(double time) {
    double c = Math.max(inPoint(), inLaw());
    double factor = 8 * c * c * horizon * horizon;
    return new Growth(
        Magnitude.of(factor).times(Magnitude.ofLn(8 * c * c * time)),
        Magnitude.tower(factor, 8 * c * c * time));
  }

  private void bounds(List<Constant> rows, int n) {
    Magnitude sampling = Magnitude.of(new SamplingError(parameters).upper(n));
    Magnitude one = Magnitude.of(1);
    Growth printed = growth(horizon);
    Growth corrected = growth(horizon * horizon);
    String coupling = "coupling-bound(" + n + ")";
    rows.add(
        bound(
            coupling,
            Variant.PRINTED,
            printed
                .ofDistances()
                .times(printed.ofErrors().times(sampling).plus(Magnitude.of(alpha(n))))));
    rows.add(
        bound(
            coupling,
            Variant.CORRECTED,
            corrected.ofDistances().times(corrected.ofErrors().plus(one)).times(sampling)));
    Magnitude sharp = Magnitude.ofLn(lnCouplingFactor() - Math.log(n));
    rows.add(bound(coupling, Variant.SHARP, sharp));
    String distance = "w2-squared-bound(" + n + ")";
    rows.add(bound(distance, Variant.PRINTED, printed.ofErrors().plus(one).times(sampling)));
    rows.add(
        bound(
            distance,
            Variant.CORRECTED,
            Magnitude.of(2).times(corrected.ofErrors().plus(one)).times(sampling)));
    Magnitude root = sharp.root().plus(sampling.root());
    rows.add(bound(distance, Variant.SHARP, root.times(root)));
  }

  private Constant bound(String name, Variant variant, Magnitude size) {
    return Constant.bound(name, variant, size, diameterSquared());
  }

  private double lnCouplingFactor() {
    double c = inPoint() + inLaw();
    double ct = c * horizon;
    // ln((e^x − 1)/C) without overflow; its limit for C → 0 is ln T.
    double lnGrowth = c == 0 ? Math.log(horizon) : ct + Math.log(-Math.expm1(-ct)) - Math.log(c);
    return 2 * (Math.log(parameters * regularity.alpha() * data) + lnGrowth);
  }

  private void exponents(List<Constant> rows) {
    String name = "exponent-w2-squared";
    rows.add(
        Constant.signed(
            name,
            Variant.PRINTED,
            generalExponent(),
            parameters > 4
                ? "of α_d(N); its slope at finite N is flatter"
                : "of α_d(N); the theorem asks for d > 4"));
    rows.add(
        Constant.signed(
            name, Variant.CORRECTED, generalExponent(), parameters == 4 ? "times log(1 + N)" : ""));
    rows.add(
        Constant.signed(
            name, Variant.SHARP, sharpExponent(), parameters == 2 ? "times log N" : ""));
    rows.add(
        Constant.signed("exponent-coupling", Variant.SHARP, -1, "of E D²(N, T), in any dimension"));
  }
}
