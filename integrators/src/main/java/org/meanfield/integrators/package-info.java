/// Integrators of y′ = v(t, y).
///
/// An explicit Runge–Kutta method of s stages computes, over a step of length h,
///
/// kᵢ = v(t + cᵢh, y + h Σ_{j<i} aᵢⱼ kⱼ), i = 1 … s; y ← y + h Σᵢ bᵢ kᵢ,
///
/// and is nothing but its numbers a, b (c are the row sums of a): [Tableau]. [RungeKutta] takes any
/// of them with steps of a set length.
package org.meanfield.integrators;
