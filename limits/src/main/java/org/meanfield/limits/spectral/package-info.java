/// The continuity equation in Fourier coefficients.
package org.meanfield.limits.spectral;
