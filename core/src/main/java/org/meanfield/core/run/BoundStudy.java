package org.meanfield.core.run;

import java.util.Optional;
import java.util.OptionalDouble;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.flow.Drift;
import org.meanfield.core.measure.Accuracy;
import org.meanfield.core.measure.Gradients;
import org.meanfield.core.measure.Loss;
import org.meanfield.core.measure.TangentKernel;
import org.meanfield.core.plan.PreparedData;

/// The expert bound to training and test inputs, once for all cells and threads.
final class BoundStudy {
  private final PreparedData data;
  private final double largestTarget;
  private final int dimension;
  private final Workers workers;
  private final BoundExpert train;
  private final BoundExpert exact;
  private final Optional<BoundExpert> test;
  private final Optional<Gradients> gradients;

  /// Finds the training targets too, where a teacher gives them.
  ///
  /// @param data to train and to test on
  /// @param expert f, which may sample
  /// @param kernel whether kernels are asked for
  /// @param workers where pieces run
  BoundStudy(PreparedData data, Expert expert, boolean kernel, Workers workers) {
    this.data = data;
    this.largestTarget = data.train().largestTarget();
    this.dimension = expert.parameters();
    this.workers = workers;
    this.train = expert.bind(data.train().inputs());
    Expert exactly = expert.exact();
    this.exact = exactly.equals(expert) ? train : exactly.bind(data.train().inputs());
    this.test =
        data.labelled() && data.test().size() > 0
            ? Optional.of(expert.bind(data.test().inputs()))
            : Optional.empty();
    this.gradients =
        kernel ? Optional.of(new Gradients(exactly, data.train().inputs())) : Optional.empty();
  }

  /// {@return K of a cloud, without sampling; empty where it is not asked for}
  Optional<TangentKernel> kernel(EmpiricalMeasure cloud) {
    return gradients
        .map(bound -> TangentKernel.of(bound, cloud, workers))
        .filter(TangentKernel::isFinite);
  }

  /// {@return where independent pieces run}
  Workers workers() {
    return workers;
  }

  /// {@return the training data}
  DataSet train() {
    return data.train();
  }

  /// {@return the largest |y_j| of the training data}
  double largestTarget() {
    return largestTarget;
  }

  /// {@return the contractions of a cloud on the training inputs}
  Drift drift(int particles) {
    return new Drift(train, particles, dimension, data.train().size(), workers);
  }

  /// {@return whether responses and gradients are sampled}
  boolean samples() {
    return !exact.equals(train);
  }

  /// {@return the contractions of as many companions, which do not sample}
  Drift companions(int particles) {
    return new Drift(exact, particles, dimension, data.train().size(), workers);
  }

  /// {@return the responses of a cloud at the test inputs; empty where accuracy has no meaning}
  Optional<Drift> onTest(int particles) {
    return test.map(bound -> new Drift(bound, particles, dimension, data.test().size(), workers));
  }

  /// {@return the inputs at which the accuracy on data never trained on is measured; none where it
  /// has no meaning}
  Inputs probes() {
    Inputs test = data.test().inputs();
    return this.test.isPresent() ? test : Inputs.of(0, test.features(), new double[0]);
  }

  /// {@return loss and accuracies}
  ///
  /// @param time t
  /// @param onTrain the responses at the training inputs
  /// @param testAccuracy where it is known
  Loss loss(double time, double[] onTrain, OptionalDouble testAccuracy) {
    return new Loss(
        time,
        data.train().loss(onTrain),
        data.labelled()
            ? OptionalDouble.of(Accuracy.of(onTrain, data.train()))
            : OptionalDouble.empty(),
        testAccuracy);
  }

  /// {@return the accuracy of a cloud on the test data; empty where it has no meaning}
  ///
  /// @param drift what [#onTest] gave
  /// @param state holds the cloud from its beginning
  OptionalDouble testAccuracy(Optional<Drift> drift, double[] state) {
    if (drift.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] response = new double[data.test().size()];
    drift.orElseThrow().response(state, 0, response);
    return testAccuracy(response);
  }

  /// {@return the accuracy of responses at the test inputs}
  OptionalDouble testAccuracy(double[] response) {
    return OptionalDouble.of(Accuracy.of(response, data.test()));
  }
}
