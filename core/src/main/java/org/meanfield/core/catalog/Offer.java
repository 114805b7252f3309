package org.meanfield.core.catalog;

import org.meanfield.api.plugin.ServiceProvider;

/// A provider and the module it comes from.
///
/// @param module the module's name
/// @param version the module's version; `unversioned` if it has none
/// @param provider the provider, not yet asked anything
public record Offer(String module, String version, ServiceProvider<?> provider) {
  /// {@return `module@version`}
  public String origin() {
    return module + "@" + version;
  }
}
