/// `sinkhorn` and `sinkhorn-divergence`: sweeps over Gibbs kernels in single, sparse and double
/// precision, rounded to a coupling.
package org.meanfield.transport.entropic;
