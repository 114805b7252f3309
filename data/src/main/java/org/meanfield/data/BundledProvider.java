package org.meanfield.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.data.DataSource;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Settings;
import org.meanfield.tables.NumberTable;
import org.meanfield.tables.TableReader;

/// A provider of a table that lies in this module: numbers, and a class in the last column.
abstract class BundledProvider implements DataSourceProvider {
  private final Descriptor descriptor;
  private final String file;
  private final String label;
  private final String rows;

  /// @param descriptor without settings
  /// @param file beside this class
  /// @param label the column of the classes
  /// @param rows what the rows are, for the description
  BundledProvider(Descriptor descriptor, String file, String label, String rows) {
    this.descriptor = descriptor;
    this.file = file;
    this.label = label;
    this.rows = rows;
  }

  static Citation uci(String key, String authorsAndTitle, String doi) {
    return new Citation(
        key,
        authorsAndTitle + ", UCI Machine Learning Repository, CC BY 4.0",
        "https://doi.org/" + doi);
  }

  @Override
  public final Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public final DataSource create(Settings settings) {
    return _ -> load();
  }

  private DataTable load() throws BadInput {
    NumberTable table;
    try (InputStream stream = BundledProvider.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("the module is packaged without " + file);
      }
      table = TableReader.read(stream, file, Set.of(label));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> features = table.columns().stream().filter(c -> !c.equals(label)).toList();
    List<String> classes = table.text(label);
    return new DataTable(
        features,
        Inputs.of(table.rows(), features.size(), table.rowMajor(features)),
        new Targets.Labels(classes),
        "%s: %d rows of %d features in %d classes"
            .formatted(rows, table.rows(), features.size(), classes.stream().distinct().count()));
  }
}
