package org.meanfield.api.transport;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/// Several problems of one solver under one context. Used once.
final class Batch {
  private final TransportSolver solver;
  private final List<TransportProblem> problems;
  private final SolveContext context;
  private final double[] weights;
  private final double[] parts;
  private boolean stopped;

  Batch(TransportSolver solver, List<TransportProblem> problems, SolveContext context) {
    this.solver = solver;
    this.problems = List.copyOf(problems);
    this.context = context;
    this.weights =
        problems.stream()
            .mapToDouble(problem -> (double) problem.source().size() * problem.target().size())
            .toArray();
    this.parts = new double[weights.length];
  }

  /// {@return one result per problem, in order}
  List<TransportResult> solve() {
    AtomicReferenceArray<TransportResult> results =
        new AtomicReferenceArray<>(Math.max(1, problems.size()));
    context
        .workers()
        .each(
            problems.size(),
            at -> {
              // Asked once before each, so that a solver that never asks can be stopped as well.
              results.set(at, reached(at, 0) ? solve(at) : TransportResult.Cancelled.early());
              reached(at, 1);
            });
    return IntStream.range(0, problems.size()).mapToObj(results::get).toList();
  }

  private TransportResult solve(int at) {
    return solver.solve(
        problems.get(at).under(new SolveContext(context.workers(), part -> reached(at, part))));
  }

  /// Tells the observer how far all problems are together. The lock keeps it to one thread at a
  /// time.
  private synchronized boolean reached(int at, double part) {
    parts[at] = Math.max(parts[at], Math.clamp(part, 0, 1));
    double done = 0;
    for (int i = 0; i < parts.length; i++) {
      done += weights[i] * parts[i];
    }
    stopped = stopped || !context.observer().reached(done / Arrays.stream(weights).sum());
    return !stopped;
  }
}
