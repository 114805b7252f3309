package org.meanfield.core.plan;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitSolver;

/// A study with every choice made and nothing left to look up.
///
/// @param kind what is studied
/// @param name the study file's name without its ending
/// @param seed every random number follows from it
/// @param data prepared training and test data
/// @param expert f
/// @param start where particles begin
/// @param flow horizon, recorded times, integrator
/// @param experts the numbers of particles N, increasing; empty where no particles are run
/// @param replicates independent starts for each N, ≥ 1
/// @param limit the solver for μ_t; empty if there is nothing to compare with
/// @param distance how clouds are compared; empty if they are not
/// @param output what is written beyond the tables that always are
/// @param resolved every setting as it was resolved, for provenance and report
/// @param notices what the user should know but may ignore
/// @param text the canonical text: the same for the same study, however it was written
/// @param hash SHA-256 of the canonical text in hexadecimal: the study's identity
public record StudyPlan(
    StudyKind kind,
    String name,
    long seed,
    PreparedData data,
    Chosen<Expert> expert,
    Start start,
    FlowPlan flow,
    List<Integer> experts,
    int replicates,
    Optional<Chosen<LimitSolver>> limit,
    Optional<DistancePlan> distance,
    OutputPlan output,
    List<ResolvedSetting> resolved,
    List<Notice> notices,
    String text,
    String hash) {}
