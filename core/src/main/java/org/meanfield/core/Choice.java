package org.meanfield.core;

/// One setting of a study as it was resolved.
///
/// @param section the section of the study file, such as `flow`
/// @param setting its name, such as `step`
/// @param value what it was resolved to
/// @param note such as `default`, or why it was chosen; may be empty
public record Choice(String section, String setting, String value, String note) {}
