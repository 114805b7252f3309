package org.meanfield.core;

/// How long a transport problem took.
///
/// @param of what was solved
/// @param threads on how many threads
/// @param firstSeconds the first solve in this process, with compilers at work
/// @param seconds the median of warm solves
/// @param cost ∫ c dπ of the coupling found
/// @param gap that cost less a certified lower bound
/// @param iterations as the solver counts
public record TransportTiming(
    TransportCase of,
    int threads,
    double firstSeconds,
    double seconds,
    double cost,
    double gap,
    long iterations) {}
