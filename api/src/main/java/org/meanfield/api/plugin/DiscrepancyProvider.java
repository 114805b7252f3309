package org.meanfield.api.plugin;

import org.meanfield.api.transport.Discrepancy;

/// A provider of discrepancies.
public non-sealed interface DiscrepancyProvider extends ServiceProvider<Discrepancy> {}
