package org.meanfield.core;

import org.meanfield.api.transport.Discrepancy;
import org.meanfield.api.transport.TransportSolver;

/// What two clouds are compared by.
public sealed interface Comparison {
  /// The cost of transport, between certified bounds.
  ///
  /// @param solver finds it
  record ByTransport(TransportSolver solver) implements Comparison {}

  /// Something that is not a Wasserstein distance.
  ///
  /// @param discrepancy measures it
  record ByDiscrepancy(Discrepancy discrepancy) implements Comparison {}
}
