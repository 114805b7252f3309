package org.meanfield.core.plan;

/// What is found and written beyond the tables that always are.
///
/// @param particles whether `particles.csv` is written; by default for small runs only
/// @param kernel whether K_t is found at recorded times; by default where it is not dear
public record OutputPlan(boolean particles, boolean kernel) {}
