/// Coefficients of Pauli strings of many experts side by side, turned by tables of plane rotations.
///
/// A rotation exp(−iθP/2) takes a string Q that anticommutes with P to cos θ Q + sin θ Q′, so an
/// observable that is moved back through a circuit is a short vector of coefficients under plane
/// rotations. Which coefficients turn together is known beforehand: [RotationTable]. What the
/// angles are differs between experts: [PauliLanes].
package org.meanfield.kernels.pauli;
