package org.meanfield.core;

/// A training step that was timed.
///
/// @param of what was asked for
/// @param experts N, the number that was run
/// @param threads how many threads worked
/// @param backend the backend's name
/// @param chosen whether it is the one that `auto` chooses
/// @param stepSeconds the median of warm steps
/// @param bytesPerStep what all threads allocated in a step, the mean over the steps timed
public record CircuitTiming(
    CircuitCase of,
    int experts,
    int threads,
    String backend,
    boolean chosen,
    double stepSeconds,
    double bytesPerStep) {}
