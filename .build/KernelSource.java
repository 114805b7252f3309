import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/// What the makers of kernels share: lines in, indented files out.
final class KernelSource {
  private KernelSource() {}

  /// Deletes what an older version of a maker wrote.
  static void deleteOthers(Path folder, Set<String> written) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        if (!written.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }

  /// Writes a file, indented by open braces.
  static void write(Path file, String lines) throws IOException {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (String line : lines.lines().toList()) {
      depth -= line.startsWith("}") ? 1 : 0;
      text.append(line.isEmpty() ? "" : "  ".repeat(depth + (line.startsWith(".") ? 2 : 0)))
          .append(line)
          .append('\n');
      depth += line.endsWith("{") ? 1 : 0;
    }
    // An unchanged file keeps its time, and nothing is compiled again.
    if (!Files.exists(file) || !Files.readString(file).contentEquals(text)) {
      Files.writeString(file, text);
    }
  }
}
