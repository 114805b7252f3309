/// A circuit compiled to Pauli rotations about signed strings, the form every backend but the dense
/// one starts from.
package org.meanfield.experts.quantum.program;
