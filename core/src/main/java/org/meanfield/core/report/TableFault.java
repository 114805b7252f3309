package org.meanfield.core.report;

/// Something in a file of a run directory that could not be read.
///
/// @param file its name
/// @param line from 1; 0 for the whole file
/// @param sentence what is wrong
public record TableFault(String file, long line, String sentence) {
  /// {@return `file:line`, or the file alone}
  String place() {
    return line > 0 ? file + ":" + line : file;
  }
}
