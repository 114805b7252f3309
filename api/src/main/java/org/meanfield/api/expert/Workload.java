package org.meanfield.api.expert;

/// An estimate, made before anything is allocated.
///
/// @param operations floating-point operations of one drift of one particle on all inputs
/// @param bytes working storage of one thread beyond the particles themselves; may exceed any
///   machine
public record Workload(double operations, double bytes) {}
