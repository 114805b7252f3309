package org.meanfield.api.plugin;

import org.meanfield.api.data.DataSource;

/// A provider of data sources.
public non-sealed interface DataSourceProvider extends ServiceProvider<DataSource> {}
