package org.meanfield.core.fault;

import org.meanfield.api.Place;

/// One mistake.
///
/// @param code what kind
/// @param place where
/// @param sentence what is wrong, with the value
/// @param remedy what to do about it; may be empty
public record Fault(FaultCode code, Place place, String sentence, String remedy) {}
