/// Quantum experts f(θ, x) = ⟨0|U(θ,x)† O U(θ,x)|0⟩ (eq. 4.1): what a study says of a circuit
/// becomes an expert here. The rooms below hold the noise it asks for, the program of Pauli
/// rotations most backends start from, and the backends.
package org.meanfield.experts.quantum;
