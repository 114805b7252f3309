package org.meanfield.core;

/// Two clouds that a bench moves onto each other, cost (Σ_k |Δ_k|)² on the torus.
///
/// @param clouds `uniform`, `clustered` or `weighted`: uniform points, ten clusters, or uniform
///   points with weights uniform on (0.1, 1.1) before they are normalised
/// @param sources n ≥ 1
/// @param targets m ≥ 1
/// @param dimension d ≥ 1
/// @param solver the transport solver's name
/// @param epsilon the setting of `sinkhorn`; 0 for others
public record TransportCase(
    String clouds, int sources, int targets, int dimension, String solver, double epsilon) {}
