package org.meanfield.app.transport;

import org.meanfield.api.Metric;
import org.meanfield.api.transport.DensityProblem;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.app.console.Json;

/// What is compared: two clouds, or a cloud and a density.
///
/// @param metric the ground distance
/// @param source points of the one cloud
/// @param target points of the other; 0 for a density
/// @param dimension d
record Sides(Metric metric, int source, int target, int dimension) {
  static Sides of(TransportProblem problem) {
    return new Sides(
        problem.metric(),
        problem.source().size(),
        problem.target().size(),
        problem.space().dimension());
  }

  static Sides of(DensityProblem problem) {
    return new Sides(
        problem.metric(), problem.source().size(), /* target= */ 0, problem.target().dimension());
  }

  /// {@return what is compared, in words}
  String sentence() {
    return "%d and %s in dimension %d, %s"
        .formatted(source, target == 0 ? "a density" : String.valueOf(target), dimension, word());
  }

  private String word() {
    return metric == Metric.L1 ? "l1" : "l2";
  }

  /// Writes the fields `metric`, `n`, `m` and `d`; a density has no `m`.
  void document(Json json) {
    json.field("metric", word()).field("n", source).known("m", target).field("d", dimension);
  }
}
