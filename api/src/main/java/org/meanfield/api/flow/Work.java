package org.meanfield.api.flow;

/// What an integration cost.
///
/// @param steps accepted steps
/// @param rejected rejected steps
/// @param evaluations evaluations of the vector field
public record Work(long steps, long rejected, long evaluations) {}
