package org.meanfield.core.catalog;

import java.util.Optional;
import org.meanfield.api.plugin.Descriptor;

/// One row of the catalog.
///
/// @param offer the provider and its module
/// @param kind its kind
/// @param descriptor what it said it is
/// @param fault why it is not used; empty if it is
public record Entry(
    Offer offer, ServiceKind kind, Descriptor descriptor, Optional<PluginFault> fault) {}
