package org.meanfield.core.config;

import java.nio.file.Path;

/// A study as it was written.
///
/// @param name the file's name without its ending
/// @param folder where relative paths are taken from
/// @param root its keys and values
public record StudyDocument(String name, Path folder, Section root) {}
