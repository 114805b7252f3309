package org.meanfield.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where runs go that are not told where to: `runs/digits-001`, `runs/digits-002`, …
public final class RunFolder {
  private RunFolder() {}

  /// {@return the folder after the last one of a study; it does not exist}
  ///
  /// @param runs holds the runs; need not exist
  /// @param study the study's name
  /// @throws IOException if the runs cannot be listed
  public static Path next(Path runs, String study) throws IOException {
    Pattern numbered = Pattern.compile(Pattern.quote(study) + "-(\\d{1,9})");
    int last = 0;
    if (Files.isDirectory(runs)) {
      try (Stream<Path> there = Files.list(runs)) {
        last =
            there
                .map(path -> numbered.matcher(path.getFileName().toString()))
                .filter(Matcher::matches)
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .max()
                .orElse(0);
      }
    }
    return runs.resolve("%s-%03d".formatted(study, last + 1));
  }

  /// {@return the path as one would type it here: relative where it lies below}
  ///
  /// @param path any path
  /// @param here the current folder
  public static Path shown(Path path, Path here) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = here.toAbsolutePath().normalize();
    return absolute.startsWith(folder) && !absolute.equals(folder)
        ? folder.relativize(absolute)
        : absolute;
  }
}
