package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How an input enters an angle: the polynomial g(x) = c + Σ_t b_t Π_{i ∈ I_t} x_i in radians.
/// Immutable; equal monomials are merged, those with coefficient 0 left out.
///
/// @param constant c, finite
/// @param monomials the terms of degree ≥ 1, in order of first appearance
public record Encoding(double constant, List<Monomial> monomials) {
  /// One term b·x_{i₁}⋯x_{i_r}.
  ///
  /// @param coefficient b, finite
  /// @param features i₁ ≤ … ≤ i_r, each ≥ 0 and taken modulo the number of features of the inputs
  public record Monomial(double coefficient, List<Integer> features) {
    /// Checks and sorts.
    ///
    /// @param coefficient b, finite
    /// @param features at least one index, each ≥ 0
    public Monomial {
      features = features.stream().sorted().toList();
      finite(coefficient);
      if (features.isEmpty() || features.getFirst() < 0) {
        throw new IllegalArgumentException(
            "a monomial needs features with indices ≥ 0, got " + features);
      }
    }
  }

  /// Merges equal monomials.
  ///
  /// @param constant c, finite
  /// @param monomials the terms of degree ≥ 1
  public Encoding {
    finite(constant);
    constant += 0.0; // −0 is 0
    Map<List<Integer>, Double> merged = new LinkedHashMap<>();
    monomials.forEach(m -> merged.merge(m.features(), m.coefficient(), Double::sum));
    List<Monomial> kept = new ArrayList<>();
    merged.forEach((features, b) -> {
      if (b != 0) {
        kept.add(new Monomial(b, features));
      }
    });
    monomials = List.copyOf(kept);
  }

  private static void finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("an angle must be finite, got " + number);
    }
  }

  /// {@return the constant g(x) = c}
  ///
  /// @param radians c, finite
  public static Encoding constant(double radians) {
    return new Encoding(radians, List.of());
  }

  /// {@return g(x) = x_i}
  ///
  /// @param index i ≥ 0; taken modulo the number of features of the inputs
  public static Encoding feature(int index) {
    return new Encoding(0, List.of(new Monomial(1, List.of(index))));
  }

  /// {@return whether g does not depend on x}
  public boolean isConstant() {
    return monomials.isEmpty();
  }

  /// {@return the degree of the polynomial}
  public int degree() {
    return monomials.stream().mapToInt(m -> m.features().size()).max().orElse(0);
  }

  /// {@return g(x)}
  ///
  /// @param x the features of one input, at least one unless g is constant
  /// @throws IllegalArgumentException if g depends on x and there are no features
  public double at(double[] x) {
    if (x.length == 0 && !isConstant()) {
      throw new IllegalArgumentException("the circuit encodes features, the inputs have none");
    }
    double sum = constant;
    for (Monomial monomial : monomials) {
      double product = monomial.coefficient();
      for (int i : monomial.features()) {
        product *= x[i % x.length];
      }
      sum += product;
    }
    return sum;
  }

  /// {@return g + h}
  ///
  /// @param other h
  public Encoding plus(Encoding other) {
    List<Monomial> all = new ArrayList<>(monomials);
    all.addAll(other.monomials);
    return new Encoding(constant + other.constant, all);
  }

  /// {@return a·g}
  ///
  /// @param factor a, finite
  public Encoding times(double factor) {
    return times(constant(factor));
  }

  /// {@return g·h}
  ///
  /// @param other h
  public Encoding times(Encoding other) {
    List<Monomial> products = new ArrayList<>();
    for (Monomial m : monomials) {
      products.add(new Monomial(m.coefficient() * other.constant, m.features()));
      for (Monomial n : other.monomials) {
        List<Integer> features = new ArrayList<>(m.features());
        features.addAll(n.features());
        products.add(new Monomial(m.coefficient() * n.coefficient(), features));
      }
    }
    for (Monomial n : other.monomials) {
      products.add(new Monomial(constant * n.coefficient(), n.features()));
    }
    return new Encoding(constant * other.constant, products);
  }

  /// {@return the polynomial as text, such as `0.5 + 2.0*x0*x1`}
  @Override
  public String toString() {
    SignedTerms text = new SignedTerms();
    for (Monomial m : monomials) {
      text.add(m.coefficient(), String.join("*", m.features().stream().map(i -> "x" + i).toList()));
    }
    return text.withConstant(constant);
  }
}
