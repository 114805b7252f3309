/// State vectors with experts in the lanes, and adjoint gradients.
package org.meanfield.experts.quantum.statevector;
