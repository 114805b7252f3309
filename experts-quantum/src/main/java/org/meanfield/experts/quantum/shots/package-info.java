/// Finite sampling over an exact backend, with the parameter-shift rule for gradients.
package org.meanfield.experts.quantum.shots;
