package org.meanfield.core.plan;

/// One setting as it was resolved.
///
/// @param section the section of the study file, such as `flow`
/// @param setting its name, such as `step`
/// @param value what it was resolved to
/// @param note such as `default`, or why it was chosen; may be empty
public record ResolvedSetting(String section, String setting, String value, String note) {}
