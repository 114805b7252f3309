package org.meanfield.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a table whose fields hold no commas.
final class Csv {
  private Csv() {}

  static List<Map<String, String>> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] columns = lines.getFirst().split(",", -1);
    return lines.stream()
        .skip(1)
        .map(line -> {
          String[] fields = line.split(",", -1);
          Map<String, String> row = new LinkedHashMap<>();
          for (int c = 0; c < columns.length; c++) {
            row.put(columns[c], fields[c]);
          }
          return row;
        })
        .toList();
  }
}
