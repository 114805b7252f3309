package org.meanfield.core.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.meanfield.api.BadInput;
import org.meanfield.tables.TableWriter;

/// A new run directory. Every file is written under another name and moved when it is complete, so
/// whoever reads finds whole files only.
public final class RunDirectory {
  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /// {@return a new directory, made now}
  ///
  /// @param path where; its parents are made too
  /// @throws BadInput if something is there already, which stays as it is
  /// @throws IOException if it cannot be made
  public static RunDirectory create(Path path) throws BadInput, IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw taken(path);
    }
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(path);
    } catch (FileAlreadyExistsException _) {
      throw taken(path); // made by someone else a moment ago
    }
    return new RunDirectory(path);
  }

  private static BadInput taken(Path path) {
    return new BadInput(
        "'%s' exists and is left as it is; a run needs a directory of its own: name another"
            .formatted(path));
  }

  /// {@return where it is}
  public Path path() {
    return path;
  }

  /// {@return a table to be filled and finished}
  ///
  /// @param name its file's name
  /// @param columns its columns
  /// @throws IOException if it cannot be made
  public TableWriter table(String name, String... columns) throws IOException {
    return TableWriter.to(path.resolve(name), columns);
  }

  /// Writes a whole file.
  ///
  /// @param name its name
  /// @param content its content
  /// @throws IOException if it cannot be written
  public void text(String name, String content) throws IOException {
    Path temporary = path.resolve("." + name + ".part");
    Files.writeString(temporary, content, StandardCharsets.UTF_8);
    Files.move(temporary, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
