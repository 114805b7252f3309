package org.meanfield.core;

import java.nio.file.Path;
import java.util.List;

/// A report that was written again.
///
/// @param page the page
/// @param unreadable what of the run directory could not be read, by file and line; the page tells
///   it too
public record ReportView(Path page, List<Mistake> unreadable) {
  /// Copies the list.
  public ReportView {
    unreadable = List.copyOf(unreadable);
  }
}
