import org.jspecify.annotations.NullMarked;

/// Catalog, planning, running, measuring and reporting; the only module that knows Guice.
///
/// | package | what it holds |
/// |---|---|
/// | `org.meanfield.core` | the platform's face and the values it returns; the only one exported |
/// | `org.meanfield.core.audit` | an expert held against assumption A1 |
/// | `org.meanfield.core.bench` | what this machine reaches |
/// | `org.meanfield.core.fault` | codes and collection of mistakes |
/// | `org.meanfield.core.config` | study files as trees with places |
/// | `org.meanfield.core.catalog` | the services there are |
/// | `org.meanfield.core.data` | from tables to training data |
/// | `org.meanfield.core.plan` | every choice made, all faults at once |
/// | `org.meanfield.core.insight` | what an expert is like before it is trained |
/// | `org.meanfield.core.run` | from a plan to a run directory |
/// | `org.meanfield.core.linear` | eigenvectors |
/// | `org.meanfield.core.measure` | what is measured, and the constants of the theorem |
/// | `org.meanfield.core.store` | the run directory on disk |
/// | `org.meanfield.core.report` | a run directory as one page |
@NullMarked
module org.meanfield.core {
  requires com.google.common;
  requires com.google.guice;
  requires commons.math3;
  requires de.siegmar.fastcsv;
  requires jdk.management; // what threads allocate
  requires jakarta.inject; // Guice, an automatic module, cannot ask for it itself
  requires static org.jspecify;
  requires transitive org.meanfield.api;
  requires org.meanfield.tables;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;

  exports org.meanfield.core;

  uses org.meanfield.api.plugin.DataSourceProvider;
  uses org.meanfield.api.plugin.ExpertProvider;
  uses org.meanfield.api.plugin.IntegratorProvider;
  uses org.meanfield.api.plugin.LimitSolverProvider;
  uses org.meanfield.api.plugin.QuantumBackendProvider;
  uses org.meanfield.api.plugin.TransportSolverProvider;
  uses org.meanfield.api.plugin.DiscrepancyProvider;
}
