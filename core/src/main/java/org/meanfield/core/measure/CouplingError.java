package org.meanfield.core.measure;

/// How far N particles are from their McKean companions θ̄ᵢ with the same start: a row of
/// `coupling.csv`.
///
/// Displacements are lifted: a particle that has gone once around is 2π away.
///
/// @param time t
/// @param meanSupSqL1 (1/N) Σᵢ sup_{s ≤ t} ‖θᵢ(s) − θ̄ᵢ(s)‖₁² over the accepted steps (eq. 2.9)
/// @param meanSqL1 (1/N) Σᵢ ‖θᵢ(t) − θ̄ᵢ(t)‖₁² (eq. 2.10 before the expectation)
public record CouplingError(double time, double meanSupSqL1, double meanSqL1) {}
