/// Noise of a circuit as a study writes it: channels after chosen gates, and errors of the readout.
package org.meanfield.experts.quantum.noise;
