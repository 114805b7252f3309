package org.meanfield.api.plugin;

import org.meanfield.api.quantum.QuantumBackend;

/// A provider of quantum backends.
public non-sealed interface QuantumBackendProvider extends ServiceProvider<QuantumBackend> {}
