package org.meanfield.app.console;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Where a command is to write, looked at before it begins its work.
///
/// @param option that names it, such as `--out`
/// @param path what it names
public record Target(String option, Path path) {
  /// Refuses a path where something is, or where no directory can be made.
  public void requireNewDirectory() throws Refusal {
    if (isThere(path)) {
      throw Refusal.of(
          option, "'%s' exists and is left as it is; name a new directory".formatted(path));
    }
    requireRoom();
  }

  /// Refuses a path at which no directory can be made.
  public void requireRoom() throws Refusal {
    requireOpen(above());
  }

  /// Refuses a path where something is, or whose folder is not there or not open to us.
  public void requireNewFile() throws Refusal {
    if (isThere(path)) {
      throw Refusal.of(option, "'%s' exists and is left as it is; name another".formatted(path));
    }
    Path folder = above();
    requireOpen(folder);
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (!folder.equals(parent)) {
      throw Refusal.of(
          option, "there is no folder '%s'; make it first".formatted(path.getParent()));
    }
  }

  /// {@return whether there is anything of this name, be it a broken link}
  public static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /// {@return the closest thing above the path that is there}
  private Path above() {
    Path absolute = path.toAbsolutePath().normalize();
    Path above = Optional.ofNullable(absolute.getParent()).orElse(absolute);
    while (!isThere(above)) {
      above = Optional.ofNullable(above.getParent()).orElse(absolute);
    }
    return above;
  }

  private void requireOpen(Path folder) throws Refusal {
    Path shown = RunFolder.shown(folder, Path.of(""));
    if (!Files.isDirectory(folder)) {
      throw Refusal.of(
          option,
          "'%s' cannot be made: '%s' is in the way and is no folder".formatted(path, shown));
    }
    if (!Files.isWritable(folder)) {
      throw Refusal.of(
          option, "'%s' cannot be made: the folder '%s' is write-protected".formatted(path, shown));
    }
  }
}
