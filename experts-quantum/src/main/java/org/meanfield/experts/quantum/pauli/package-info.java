/// Pauli propagation: the observable is carried back through the circuit as a sum of strings,
/// planned once, evaluated for all experts in lanes.
package org.meanfield.experts.quantum.pauli;
