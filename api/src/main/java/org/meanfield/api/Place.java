package org.meanfield.api;

/// A place in a text: file, line and column.
///
/// @param file the file's name as the user wrote it, or a name for the argument
/// @param line from 1; 0 where only the file is known
/// @param column from 1; 0 where only the line is known
public record Place(String file, int line, int column) {
  /// {@return the place of a whole file}
  ///
  /// @param file the file's name as the user wrote it
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  /// {@return `file:line:column`, as far as known}
  @Override
  public String toString() {
    String text = file;
    if (line > 0) {
      text += ":" + line;
      if (column > 0) {
        text += ":" + column;
      }
    }
    return text;
  }
}
