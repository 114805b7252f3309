package org.meanfield.core.catalog;

import java.util.List;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ServiceProvider;

/// What came of looking for an id.
///
/// @param <S> the service's type
public sealed interface Lookup<S> {
  /// There is one provider and it can be used.
  ///
  /// @param descriptor what it is
  /// @param provider the provider
  /// @param <S> the service's type
  record Found<S>(Descriptor descriptor, ServiceProvider<S> provider) implements Lookup<S> {}

  /// There is one, but it is not used.
  ///
  /// @param fault why
  /// @param <S> the service's type
  record Disabled<S>(PluginFault fault) implements Lookup<S> {}

  /// There is none.
  ///
  /// @param known the names that can be used
  /// @param <S> the service's type
  record Unknown<S>(List<String> known) implements Lookup<S> {}
}
