package org.meanfield.limits.grid;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.flow.Residual;

/// What a method on a grid came to.
///
/// @param failure why it stopped before T, if it did; then nothing else is of use
/// @param grid where densities are
/// @param residual r
/// @param probes the responses at the probes
/// @param densities at the grid's points at the recorded times
/// @param notes what was done, for the description
public record GridRun(
    Optional<String> failure,
    TorusGrid grid,
    Residual residual,
    Residual probes,
    List<double[]> densities,
    String notes) {}
