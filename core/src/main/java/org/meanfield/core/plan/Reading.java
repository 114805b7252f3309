package org.meanfield.core.plan;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.limit.LimitSolver;
import org.meanfield.api.transport.TransportSolver;

/// Everything that was read of a study and found good.
///
/// @param kind what is studied
/// @param seeds the study's
/// @param data data, but for a teacher's targets
/// @param expert the expert
/// @param start where particles begin
/// @param flow times and integrator
/// @param integrator the integrator
/// @param experts the numbers of particles, increasing; empty where none are run
/// @param replicates starts of each
/// @param limit the limit solver
/// @param distance how clouds are compared
/// @param transport its solver
/// @param output what the study says of its output
record Reading(
    StudyKind kind,
    Seeds seeds,
    DataSection.Result data,
    Service<Expert> expert,
    StartSection.Result start,
    FlowSection.Result flow,
    Chosen<Integrator> integrator,
    List<Integer> experts,
    int replicates,
    Optional<Service<LimitSolver>> limit,
    Optional<DistanceSection.Result> distance,
    Optional<Chosen<TransportSolver>> transport,
    Output output) {

  /// What a study says of its output; empty where it says nothing.
  ///
  /// @param particles whether particles are written
  /// @param kernel whether the kernel is found
  record Output(Optional<Boolean> particles, Optional<Boolean> kernel) {
    static final Output UNSAID = new Output(Optional.empty(), Optional.empty());
  }

  /// A service with what it was made of.
  ///
  /// @param draft its settings
  /// @param made the service
  /// @param <S> its type
  record Service<S>(Draft<S> draft, Chosen<S> made) {}
}
