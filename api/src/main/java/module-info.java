import org.jspecify.annotations.NullMarked;

/// Values and service interfaces of meanfield: everything a plugin author reads, and nothing else.
///
/// | package | what it holds |
/// |---|---|
/// | `org.meanfield.api` | torus, particles, empirical measures, inputs, data sets, seeds, workers |
/// | `org.meanfield.api.plugin` | providers, descriptors, settings, traits, citations |
/// | `org.meanfield.api.expert` | experts f(θ, x) and the two contractions of the gradient flow |
/// | `org.meanfield.api.quantum` | circuits, Pauli sums, quantum backends |
/// | `org.meanfield.api.flow` | vector fields, integrators, trajectories, the drift b(θ, μ) |
/// | `org.meanfield.api.transport` | transport problems, certified results, couplings, discrepancies |
/// | `org.meanfield.api.limit` | start laws and the path of the mean-field limit μ_t |
/// | `org.meanfield.api.data` | data sources and the tables they read |
@NullMarked
module org.meanfield.api {
  requires static org.jspecify;

  exports org.meanfield.api;
  exports org.meanfield.api.data;
  exports org.meanfield.api.expert;
  exports org.meanfield.api.flow;
  exports org.meanfield.api.limit;
  exports org.meanfield.api.plugin;
  exports org.meanfield.api.quantum;
  exports org.meanfield.api.transport;
}
