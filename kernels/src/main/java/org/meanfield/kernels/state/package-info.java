/// Quantum states of eight experts side by side, one expert per SIMD lane.
///
/// With real and imaginary parts kept apart, a Pauli rotation exp(−iaP/2) is a set of plane
/// rotations by a/2 between pairs of rows of eight numbers: gates need no shuffles between lanes
/// and no complex arithmetic.
///
/// `StateLanes` takes one string at a time on one state; `BatchLanes` takes layers of strings, up
/// to four at once while a block of rows is in registers, on the states of many inputs.
package org.meanfield.kernels.state;
