package org.meanfield.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The packages of this module rest on each other one way, as module-info says.
class RoomsTest {
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?org\\.meanfield\\.limits\\.(\\w+)\\.", Pattern.MULTILINE);
  private static final Pattern ROW =
      Pattern.compile("^/// \\| `(\\w+)` \\| [^|]* \\| ([^|]*)\\|$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  @Test
  void importsAreThoseOfTheTableWhichNamesARoomAfterWhatItRestsOn() throws IOException {
    TreeMap<String, Set<String>> imports = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MAIN.resolve("org/meanfield/limits"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String room = file.getParent().getFileName().toString();
        imports
            .computeIfAbsent(room, _ -> new TreeSet<>())
            .addAll(found(IMPORT, Files.readString(file)));
      }
    }
    TreeMap<String, Set<String>> table = new TreeMap<>();
    Matcher rows = ROW.matcher(Files.readString(MAIN.resolve("module-info.java")));
    while (rows.find()) {
      Set<String> restsOn = found(NAME, rows.group(2));
      assertThat(List.copyOf(table.keySet())).as(rows.group(1)).containsAll(restsOn);
      table.put(rows.group(1), restsOn);
    }
    assertThat(imports).isEqualTo(table);
  }
}
