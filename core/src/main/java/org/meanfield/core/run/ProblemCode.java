package org.meanfield.core.run;

/// The codes of what can go wrong while a study runs; each has a heading in `docs/errors.md`.
public enum ProblemCode {
  /// the limit solver does not serve the study
  LIMIT_REFUSED("MF-R01"),
  /// the limit solver's numbers failed
  LIMIT_FAILED("MF-R02"),
  /// the limit has no points to measure distances to
  LIMIT_WITHOUT_ATOMS("MF-R03"),
  /// an integration stopped before the horizon
  FLOW_STOPPED("MF-R04"),
  /// the mixture's response is not a finite number
  RESPONSE_NOT_FINITE("MF-R05"),
  /// the loss rose, which a gradient flow's never does
  LOSS_ROSE("MF-R06"),
  /// a transport solver stopped without a value
  DISTANCE_NOT_FOUND("MF-R07"),
  /// a transport solver does not serve the study
  DISTANCE_REFUSED("MF-R08"),
  /// a service threw an exception
  SERVICE_THREW("MF-R09"),
  /// the run was cancelled
  CANCELLED("MF-R10"),
  /// the loss did not fall by what was dissipated
  LOSS_IDENTITY("MF-R11"),
  /// the residual did not change as the kernel says
  RESIDUAL_IDENTITY("MF-R12");

  private final String code;

  ProblemCode(String code) {
    this.code = code;
  }

  /// {@return the code, such as `MF-R04`}
  public String code() {
    return code;
  }
}
