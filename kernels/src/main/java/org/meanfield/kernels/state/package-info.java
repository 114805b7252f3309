/// Quantum states of eight experts side by side, one expert per SIMD lane.
///
/// With real and imaginary parts kept apart, a Pauli rotation exp(−iaP/2) is a set of plane
/// rotations by a/2 between pairs of rows of eight numbers: gates need no shuffles between lanes
/// and no complex arithmetic.
package org.meanfield.kernels.state;
