package org.meanfield.core.plan;

import org.meanfield.api.plugin.Descriptor;

/// A service that was looked up and made.
///
/// @param descriptor its provider's
/// @param service the service
/// @param <S> the service's type
public record Chosen<S>(Descriptor descriptor, S service) {}
