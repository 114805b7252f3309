package org.meanfield.api.plugin;

import org.meanfield.api.BadInput;

/// A service that a module offers with `provides`: what it is, and how to make one.
///
/// The kinds are fixed; each kind is open to everyone. A provider needs a public constructor
/// without parameters that does nothing.
///
/// @param <T> what it makes
public sealed interface ServiceProvider<T>
    permits DataSourceProvider,
        DiscrepancyProvider,
        ExpertProvider,
        IntegratorProvider,
        LimitSolverProvider,
        QuantumBackendProvider,
        TransportSolverProvider {
  /// {@return what this provider is: pure data, cheap, the same value each time}
  Descriptor descriptor();

  /// {@return a new service}
  ///
  /// @param settings values for the descriptor's settings, each in its range
  /// @throws BadInput if the settings do not fit together or name something that is not there
  T create(Settings settings) throws BadInput;
}
