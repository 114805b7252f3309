/// What an expert is like before it is trained: light cones, gradients, kernels, spectra.
package org.meanfield.core.insight;
