package org.meanfield.core;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.quantum.Circuit;

/// A study with every choice made, to be looked at.
///
/// @param kind what is studied, such as `train`
/// @param name the study file's name without its ending
/// @param seed every random number follows from it
/// @param data one sentence: what the rows are and what was done to them
/// @param train number of training data n
/// @param test number of test data
/// @param features number of features of an input
/// @param expert one line on the expert, such as the backend chosen
/// @param circuit the expert's circuit; empty where it is none
/// @param parameters the expert's number of parameters d
/// @param regularity what is known of the expert for assumption A1 (eqs. 3.10, 3.11)
/// @param audit how assumption A1 stands, clause by clause
/// @param times recorded times, increasing from 0 to the horizon T
/// @param experts the numbers of particles N, increasing; empty where no particles are run
/// @param replicates independent starts for each N
/// @param choices every setting as it was resolved
/// @param remarks what the user should know but may ignore
/// @param estimate likely cost
/// @param text the canonical text: the same for the same study, however it was written
/// @param hash SHA-256 of the canonical text in hexadecimal: the study's identity
public record PlanView(
    String kind,
    String name,
    long seed,
    String data,
    int train,
    int test,
    int features,
    String expert,
    Optional<Circuit> circuit,
    int parameters,
    Regularity regularity,
    List<AuditLine> audit,
    List<Double> times,
    List<Integer> experts,
    int replicates,
    List<Choice> choices,
    List<Remark> remarks,
    Estimate estimate,
    String text,
    String hash) {}
