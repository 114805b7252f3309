/// Quantum experts f(θ, x) = ⟨0|U(θ,x)† O U(θ,x)|0⟩ (eq. 4.1) and the backends that evaluate them.
///
/// Every circuit of Pauli rotations, CZ and CNOT equals a product of Pauli rotations alone, seen
/// through an observable that the Clifford gates have been moved into, with Pauli channels between
/// the rotations where there is noise: [RotationProgram]. Backends start from there.
package org.meanfield.experts.quantum;
