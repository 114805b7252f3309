package org.meanfield.core.plan;

/// What a service may have to know of the study's data.
///
/// @param features number of features of an input
/// @param inputs number of training inputs n
record Circumstances(int features, int inputs) {}
