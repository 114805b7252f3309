package org.meanfield.core.plan;

/// What is studied.
public enum StudyKind {
  /// train mixtures of N experts and compare them with the limit
  TRAIN,
  /// solve for the limit alone
  LIMIT
}
