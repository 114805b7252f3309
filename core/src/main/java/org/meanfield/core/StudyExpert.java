package org.meanfield.core;

import org.meanfield.api.expert.Expert;

/// The expert of a study, to be evaluated by itself.
///
/// @param expert f(θ, x)
/// @param features how many features its inputs have
public record StudyExpert(Expert expert, int features) {}
