package org.meanfield.core.measure;

import java.util.OptionalDouble;

/// Loss and accuracies at one time of one cell or of the limit: a row of `loss.csv`.
///
/// @param time t
/// @param loss ½ Σ_j (F(x_j) − y_j)² on the training data (eq. 3.2)
/// @param trainAccuracy the share of training data with sign F(x_j) = y_j; empty where targets are
///   not labels
/// @param testAccuracy the same on the test data; empty also where it is not known
public record Loss(
    double time, double loss, OptionalDouble trainAccuracy, OptionalDouble testAccuracy) {}
