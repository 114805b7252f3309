package org.meanfield.app.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meanfield.core.StudySource;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A study file and what the command line changes in it.
public final class StudyArguments {
  @Parameters(paramLabel = "STUDY.yaml", description = "The study file.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Change a setting of the study, as in --set flow.step=0.01; may be repeated.")
  private List<String> changes = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Every random number follows from it; short for --set seed=S.")
  private @Nullable Long seed;

  /// {@return the file that is named}
  public Path file() {
    if (file == null) {
      throw new IllegalStateException("asked for before the arguments were read");
    }
    return file;
  }

  /// {@return what `--set` changes, `path=value` each}
  public List<String> changes() {
    return List.copyOf(changes);
  }

  public StudySource source() {
    List<String> all = new ArrayList<>(changes);
    if (seed != null) {
      all.addFirst("seed=" + seed);
    }
    return new StudySource(file(), all);
  }
}
