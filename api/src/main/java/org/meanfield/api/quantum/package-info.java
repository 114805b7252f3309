/// Parametric quantum circuits, observables and the backends that evaluate them.
///
/// Conventions: R_P(a) = e^{−iaP/2}; qubit 0 is the most significant bit of a basis state's index.
package org.meanfield.api.quantum;
