package org.meanfield.core;

/// What a run is likely to cost, told before anything is allocated. An order of magnitude.
///
/// @param operations floating-point operations of all drifts of all cells
/// @param seconds `operations` at the rate named in `basis`
/// @param bytes the largest storage needed at one time
/// @param basis what was counted and at what rate
public record Estimate(double operations, double seconds, double bytes, String basis) {}
