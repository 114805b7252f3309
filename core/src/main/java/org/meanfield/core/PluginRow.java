package org.meanfield.core;

import java.util.Optional;

/// One line of the list of services: a provider that was found, or one that is broken.
///
/// @param kind what it is, such as `integrator`; empty if it could not be asked
/// @param id `namespace:name`; empty if it could not be asked
/// @param summary one sentence; empty if it could not be asked
/// @param module the module that offers it
/// @param version the module's version; `unversioned` if it has none
/// @param problem why it is not used; empty if it is
public record PluginRow(
    String kind,
    String id,
    String summary,
    String module,
    String version,
    Optional<Mistake> problem) {}
