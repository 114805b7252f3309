package org.meanfield.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.data.DataSource;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.tables.NumberTable;
import org.meanfield.tables.TableReader;

/// A user's CSV files: features in columns `x0`, `x1`, …, and either numbers to be learned in `y`
/// or classes in `label`; the targets beside the features or, row by row, in a file of their own.
public final class CsvProvider implements DataSourceProvider {
  static final Setting<Path> INPUTS =
      Setting.file("inputs", "CSV with columns x0, x1, …; without 'targets' also y or label");
  static final Setting<Path> TARGETS =
      Setting.optionalFile("targets", "CSV with the column y or label, as many rows as inputs");

  private static final String VALUE = "y";
  private static final String LABEL = "label";

  private static final Descriptor DESCRIPTOR =
      Descriptor.of("meanfield:csv", "Your own data: features and targets from CSV files.")
          .settings(INPUTS, TARGETS);

  /// For the service loader.
  public CsvProvider() {}

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public DataSource create(Settings settings) {
    Path inputs = settings.get(INPUTS);
    Optional<Path> targets =
        settings.has(TARGETS) ? Optional.of(settings.get(TARGETS)) : Optional.empty();
    return _ -> targets.isPresent() ? twoFiles(inputs, targets.get()) : oneFile(inputs);
  }

  private static DataTable oneFile(Path file) throws BadInput {
    NumberTable table = read(file);
    List<String> features = table.indexed("x", VALUE, LABEL);
    if (!table.has(VALUE) && !table.has(LABEL)) {
      throw new BadInput(
          table.place(features.getFirst()),
          "there is nothing to learn: add a column 'y' or 'label', or name a file with 'targets'");
    }
    return dataTable(table, features, targets(table), table.file());
  }

  private static DataTable twoFiles(Path inputsFile, Path targetsFile) throws BadInput {
    NumberTable inputs = read(inputsFile);
    List<String> features = inputs.indexed("x");
    NumberTable targets = read(targetsFile);
    for (String column : targets.columns()) {
      if (!column.equals(VALUE) && !column.equals(LABEL)) {
        throw new BadInput(
            targets.place(column),
            "column '%s' has no meaning among targets; the one column is 'y' or 'label'"
                .formatted(column));
      }
    }
    if (targets.rows() != inputs.rows()) {
      throw new BadInput(
          targets.place(targets.rows() - 1, targets.columns().getFirst()),
          "the targets end after %d rows, %s has %d; every input needs one target"
              .formatted(targets.rows(), inputs.file(), inputs.rows()));
    }
    return dataTable(inputs, features, targets(targets), inputs.file() + " with " + targets.file());
  }

  private static NumberTable read(Path file) throws BadInput {
    return TableReader.read(file, file.toString(), Set.of(LABEL));
  }

  private static Targets targets(NumberTable table) throws BadInput {
    if (table.has(VALUE) && table.has(LABEL)) {
      throw new BadInput(
          table.place(LABEL), "there are both 'y' and 'label' to be learned; remove one");
    }
    return table.has(VALUE)
        ? new Targets.Values(Arrays.stream(table.column(VALUE)).boxed().toList())
        : new Targets.Labels(table.text(LABEL));
  }

  private static DataTable dataTable(
      NumberTable table, List<String> features, Targets targets, String files) {
    return new DataTable(
        features,
        Inputs.of(table.rows(), features.size(), table.rowMajor(features)),
        targets,
        "%s: %s of %s"
            .formatted(files, counted(table.rows(), "row"), counted(features.size(), "feature")));
  }

  private static String counted(int count, String thing) {
    return "%d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }
}
