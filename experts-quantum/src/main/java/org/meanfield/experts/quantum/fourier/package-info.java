/// An expert as a trigonometric polynomial of degree one in each parameter, found by interpolation.
package org.meanfield.experts.quantum.fourier;
