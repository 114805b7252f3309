package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The angle of a gate in radians: linear in the parameters, polynomial in the features, Σ_k a_k
/// θ_k + g(x). Immutable; written as `Angle.theta(0).plus(Angle.feature(1).times(2))`.
///
/// A product of a parameter and a feature has no period in the parameter and is no angle here
/// (assumption A1).
///
/// @param shares the trained part by ascending parameter, one share each, no scale 0
/// @param encoding g(x)
public record Angle(List<Share> shares, Encoding encoding) {
  /// What one parameter contributes: a·θ_k.
  ///
  /// @param parameter k ≥ 0
  /// @param scale a, finite
  public record Share(int parameter, double scale) {
    /// Checks the ranges.
    ///
    /// @param parameter k ≥ 0
    /// @param scale a, finite
    public Share {
      if (parameter < 0) {
        throw new IllegalArgumentException("a parameter's index must be ≥ 0, got " + parameter);
      }
      if (!Double.isFinite(scale)) {
        throw new IllegalArgumentException("a parameter's scale must be finite, got " + scale);
      }
    }
  }

  /// Merges shares of one parameter.
  ///
  /// @param shares the trained part
  /// @param encoding g(x)
  public Angle {
    Map<Integer, Double> merged = new TreeMap<>();
    shares.forEach(share -> merged.merge(share.parameter(), share.scale(), Double::sum));
    List<Share> kept = new ArrayList<>();
    merged.forEach((k, scale) -> {
      if (scale != 0) {
        kept.add(new Share(k, scale));
      }
    });
    shares = List.copyOf(kept);
  }

  /// {@return the trainable parameter θ_k}
  ///
  /// @param k 0 ≤ k < d
  public static Angle theta(int k) {
    return new Angle(List.of(new Share(k, 1)), Encoding.constant(0));
  }

  /// {@return the feature x_i}
  ///
  /// @param i ≥ 0; taken modulo the number of features of the inputs
  public static Angle feature(int i) {
    return of(Encoding.feature(i));
  }

  /// {@return a constant}
  ///
  /// @param radians finite
  public static Angle of(double radians) {
    return of(Encoding.constant(radians));
  }

  /// {@return an angle without parameters}
  ///
  /// @param encoding g(x)
  public static Angle of(Encoding encoding) {
    return new Angle(List.of(), encoding);
  }

  /// {@return whether a parameter has a part in it}
  public boolean trains() {
    return !shares.isEmpty();
  }

  /// {@return whether a feature has a part in it}
  public boolean encodes() {
    return !encoding.isConstant();
  }

  /// {@return the angle at θ and x}
  ///
  /// @param theta d angles
  /// @param x the features of one input
  public double at(double[] theta, double[] x) {
    double sum = encoding.at(x);
    for (Share share : shares) {
      sum += share.scale() * theta[share.parameter()];
    }
    return sum;
  }

  /// {@return the sum of both angles}
  ///
  /// @param other another
  public Angle plus(Angle other) {
    List<Share> all = new ArrayList<>(shares);
    all.addAll(other.shares);
    return new Angle(all, encoding.plus(other.encoding));
  }

  /// {@return this angle plus a constant}
  ///
  /// @param radians finite
  public Angle plus(double radians) {
    return plus(of(radians));
  }

  /// {@return this angle times a constant}
  ///
  /// @param factor finite
  public Angle times(double factor) {
    List<Share> scaled =
        shares.stream().map(s -> new Share(s.parameter(), factor * s.scale())).toList();
    return new Angle(scaled, encoding.times(factor));
  }

  /// {@return the angle as text, such as `theta0 + 2.0*x1`}
  @Override
  public String toString() {
    SignedTerms text = new SignedTerms();
    shares.forEach(s -> text.add(s.scale(), "theta" + s.parameter()));
    for (Encoding.Monomial m : encoding.monomials()) {
      text.add(m.coefficient(), String.join("*", m.features().stream().map(i -> "x" + i).toList()));
    }
    return text.withConstant(encoding.constant());
  }
}
