package org.meanfield.core.plan;

import java.util.List;
import org.meanfield.api.DataSet;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.core.data.Prepared;

/// Puts training and test data together; a teacher's targets are the responses of the study's
/// expert, found when first asked for: a plan may be made of experts that are dear.
///
/// @param data what was prepared
/// @param seeds the study's
record TrainingData(DataSection.Result data, Seeds seeds) {
  /// {@return the data}
  ///
  /// @param expert the study's expert
  PreparedData of(Expert expert) {
    Prepared prepared = data.prepared();
    return new PreparedData(
        data.source(),
        prepared.description(),
        set(prepared.train(), prepared.trainTargets(), expert),
        set(prepared.test(), prepared.testTargets(), expert),
        prepared.teacher().isPresent(),
        prepared.recipe().classes());
  }

  private DataSet set(Inputs inputs, List<Double> given, Expert expert) {
    return data.prepared()
        .teacher()
        .map(law ->
            DataSet.deferred(
                inputs, () -> new TeacherTargets(law, expert.exact(), seeds).of(inputs)))
        .orElseGet(
            () -> new DataSet(inputs, given.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}
