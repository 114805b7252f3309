package org.meanfield.core.plan;

/// What is written beyond the tables that always are.
///
/// @param particles whether `particles.csv` is written; by default for small runs only
public record OutputPlan(boolean particles) {}
