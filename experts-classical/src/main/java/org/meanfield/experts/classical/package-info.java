/// Classical experts on T^d: bounded by 1 and 2π-periodic in every parameter, as assumption A1
/// wants them (eqs. 3.10, 3.11).
///
/// | id | f(θ, x) | d |
/// |---|---|---|
/// | `cosine` | Σ_k w_k cos(θ_k − x_k) | the number of features |
/// | `neuron` | σ(s (Σ_k x_k sin θ_k + sin θ_{d−1})) | one more |
package org.meanfield.experts.classical;
