package org.meanfield.core.plan;

/// One setting as it was settled.
///
/// @param name its name
/// @param value a Boolean, Number, String, List of these, [FileContent] or a list of settled parts
/// @param note such as `default`; may be empty
record Settled(String name, Object value, String note) {
  static final String DEFAULT = "default";
}
