package org.meanfield.core.fault;

/// The code of a mistake (C), of a broken plugin (P) or of a notice (N). Each has a heading in
/// `docs/errors.md`.
public enum FaultCode {
  /// the study file is not there or cannot be read
  UNREADABLE("MF-C01"),
  /// the study file is no text of reasonable size
  NOT_TEXT("MF-C02"),
  /// the study file is not the YAML we take
  NOT_YAML("MF-C03"),
  /// a word that means nothing here
  UNKNOWN_KEY("MF-C04"),
  /// a key stands twice
  DUPLICATE_KEY("MF-C05"),
  /// something required is not there
  MISSING("MF-C06"),
  /// a value of the wrong type or out of range
  BAD_VALUE("MF-C07"),
  /// no service of this name
  UNKNOWN_SERVICE("MF-C08"),
  /// a study of a kind that this version does not run
  UNKNOWN_STUDY("MF-C09"),
  /// a file that the study names is not there or cannot be read
  MISSING_FILE("MF-C10"),
  /// a service refuses its settings or its files
  BAD_INPUT("MF-C11"),
  /// classes that do not make two
  CLASSES("MF-C12"),
  /// more features asked for than the data carry
  FEATURES("MF-C13"),
  /// more rows asked for than there are
  ROWS("MF-C14"),
  /// times that do not fit together
  TIMES("MF-C15"),
  /// start points that do not fit the study
  START("MF-C16"),
  /// settings that exclude each other or need each other
  COMBINATION("MF-C17"),
  /// more memory than there is
  MEMORY("MF-C18"),
  /// an override that cannot be applied
  OVERRIDE("MF-C19"),
  /// a method that does not serve this problem
  REFUSED("MF-C20"),
  /// a provider that could not be loaded
  PLUGIN_NOT_LOADED("MF-P01"),
  /// one id from two providers
  PLUGIN_DUPLICATE("MF-P02"),
  /// a provider made for another version of the interface
  PLUGIN_API("MF-P03"),
  /// a provider that cannot say what it is
  PLUGIN_DESCRIPTOR("MF-P04"),
  /// a provider that failed while it was used
  PLUGIN_FAILED("MF-P05"),
  /// a target that no mixture can reach
  UNREACHABLE_TARGET("MF-N01"),
  /// an expert that breaks assumption A1
  A1_BROKEN("MF-N02"),
  /// an expert of which too little is known for assumption A1
  A1_UNKNOWN("MF-N03"),
  /// particles that are not independent
  DEPENDENT_START("MF-N04"),
  /// a part of the study file that is not used
  UNUSED("MF-N05"),
  /// kernels that are not found because they would take long
  KERNEL_LEFT_OUT("MF-N06"),
  /// a circuit whose response does not depend on the input
  NO_FEATURES("MF-N07");

  private final String code;

  FaultCode(String code) {
    this.code = code;
  }

  /// {@return the code as users see it, such as `MF-C04`}
  public String code() {
    return code;
  }
}
