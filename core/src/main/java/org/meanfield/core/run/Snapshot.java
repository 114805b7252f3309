package org.meanfield.core.run;

import org.jspecify.annotations.Nullable;
import org.meanfield.api.EmpiricalMeasure;

/// What is kept of a cloud at a recorded time: its responses, and its particles where they are
/// written. Internal to a run, so it shares its array.
///
/// @param time t
/// @param response F at the n training inputs
/// @param particles the cloud; null where it is not written
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, never compared
record Snapshot(double time, double[] response, @Nullable EmpiricalMeasure particles) {}
