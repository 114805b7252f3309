package org.meanfield.api.plugin;

import org.meanfield.api.flow.Integrator;

/// A provider of integrators.
public non-sealed interface IntegratorProvider extends ServiceProvider<Integrator> {}
