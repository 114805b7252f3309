package org.meanfield.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A whole file: written under another name and moved when it is complete.
public final class NewFile {
  private NewFile() {}

  /// Writes a text where nothing is.
  ///
  /// @param path where to
  /// @param text in UTF-8
  /// @throws IOException if it cannot be written, or something came there in the meantime, which
  ///   stays as it is
  public static void write(Path path, String text) throws IOException {
    Path temporary = path.resolveSibling("." + path.getFileName() + ".part");
    try {
      Files.writeString(temporary, text);
      Files.move(temporary, path);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
