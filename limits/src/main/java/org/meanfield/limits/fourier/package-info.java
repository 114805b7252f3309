/// Fourier series of functions that are known on a grid.
package org.meanfield.limits.fourier;
