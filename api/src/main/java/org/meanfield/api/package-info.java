/// The values of meanfield: points on the torus T^d, the measures they carry, data, named
/// randomness.
///
/// The mixture of N experts is F(Θ, x) = (1/N) Σᵢ f(θᵢ, x) (eq. 1.2); the empirical measure of its
/// parameters, μ_N = (1/N) Σᵢ δ(θᵢ) (eq. 3.5), approaches a law μ_t that solves ∂_t μ = −∇·(b(θ, μ)
/// μ) (eq. 3.42). Equation numbers throughout are those of **Reference.** A. Melchor Hernandez, D.
/// Pastorello, G. De Palma, *Mean-field limit from general mixtures of experts to quantum neural
/// networks*, arXiv:2501.14660 (2025).
package org.meanfield.api;
