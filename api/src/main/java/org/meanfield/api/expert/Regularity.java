package org.meanfield.api.expert;

/// What is known of an expert for assumption A1 (eqs. 3.10, 3.11). A number that is not known is
/// NaN.
///
/// @param supremum a bound on |f|; A1 asks for ≤ 1
/// @param alpha α, a bound on every |∂_k f|
/// @param beta β, a bound on every |∂_k ∂_l f|
/// @param period a common period of f in every θ_k; A1 asks for 2π
/// @param origin how it is known
public record Regularity(double supremum, double alpha, double beta, double period, Origin origin) {
  /// How a regularity is known.
  public enum Origin {
    /// the author of the expert says so
    DECLARED,
    /// it follows from the structure, such as the generators of a circuit
    DERIVED,
    /// nothing is known
    UNKNOWN
  }

  /// {@return nothing known}
  public static Regularity unknown() {
    return new Regularity(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Origin.UNKNOWN);
  }

  /// {@return the regularity an author vouches for, with period 2π}
  ///
  /// @param supremum a bound on |f|
  /// @param alpha a bound on every |∂_k f|
  /// @param beta a bound on every |∂_k ∂_l f|
  public static Regularity declared(double supremum, double alpha, double beta) {
    return new Regularity(supremum, alpha, beta, 2 * Math.PI, Origin.DECLARED);
  }
}
