package org.meanfield.core.plan;

import java.util.List;
import java.util.Optional;
import org.meanfield.api.DataSet;
import org.meanfield.api.Place;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.core.data.Prepared;
import org.meanfield.core.fault.Faults;

/// Puts training and test data together; a teacher's targets are the responses of the study's
/// expert.
///
/// @param data what was prepared
/// @param seeds the study's
/// @param faults receives what the expert does wrong
record TrainingData(DataSection.Result data, Seeds seeds, Faults faults) {
  /// {@return the data; empty if the expert failed, with the reason among the faults}
  ///
  /// @param expert the study's expert
  /// @param place where the study names it
  Optional<PreparedData> of(Chosen<Expert> expert, Place place) {
    Prepared prepared = data.prepared();
    return Guarded.call(
        expert.descriptor().id(),
        place,
        faults,
        () -> {
          Optional<TeacherTargets> teacher =
              prepared
                  .teacher()
                  .map(law -> new TeacherTargets(law, expert.service().parameters(), seeds));
          return new PreparedData(
              data.source(),
              prepared.description(),
              new DataSet(
                  prepared.train(),
                  teacher
                      .map(t -> t.of(expert.service().exact(), prepared.train()))
                      .orElseGet(() -> array(prepared.trainTargets()))),
              new DataSet(
                  prepared.test(),
                  teacher
                      .map(t -> t.of(expert.service().exact(), prepared.test()))
                      .orElseGet(() -> array(prepared.testTargets()))),
              prepared.recipe().classes());
        });
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
