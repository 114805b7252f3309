package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.testkit.DataSourceContract;

class CsvTest extends DataSourceContract {
  @TempDir Path folder;

  @Override
  protected DataSourceProvider provider() {
    return new CsvProvider();
  }

  @Override
  protected Origin origin() {
    return Origin.GIVEN;
  }

  @Override
  protected Settings settings() {
    return super.settings()
        .with(CsvProvider.INPUTS, write("x.csv", "x0,x1\n0.1,1\n0.2,-1\n"))
        .with(CsvProvider.TARGETS, write("y.csv", "y\n0.9\n-0.5\n"));
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataTable one(String text) throws BadInput {
    return provider()
        .create(super.settings().with(CsvProvider.INPUTS, write("one.csv", text)))
        .load(Seeds.root(1));
  }

  private DataTable two(String inputs, String targets) throws BadInput {
    return provider()
        .create(
            super.settings()
                .with(CsvProvider.INPUTS, write("x.csv", inputs))
                .with(CsvProvider.TARGETS, write("y.csv", targets)))
        .load(Seeds.root(1));
  }

  private void assertFault(Throwable thrown, String file, int line, int column, String sentence) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.place())
                  .contains(new Place(folder.resolve(file).toString(), line, column));
              assertThat(fault.sentence().replace(folder + "/", "")).isEqualTo(sentence);
            });
  }

  private static BadInput fault(ThrowingLoad load) {
    return catchThrowableOfType(BadInput.class, load::load);
  }

  @FunctionalInterface
  private interface ThrowingLoad {
    DataTable load() throws BadInput;
  }

  @Test
  void twoFilesAreInputsAndTargets() {
    DataTable table = table();
    assertThat(table.columns()).containsExactly("x0", "x1");
    assertThat(table.inputs().toArray()).containsExactly(0.1, 1, 0.2, -1);
    assertThat(table.targets()).isEqualTo(new Targets.Values(List.of(0.9, -0.5)));
  }

  @Test
  void oneFileMayHoldBoth() throws BadInput {
    DataTable table = one("y,x1,x0\n3,2,1\n6,5,4\n");
    assertThat(table.inputs().toArray()).containsExactly(1, 2, 4, 5);
    assertThat(table.targets()).isEqualTo(new Targets.Values(List.of(3.0, 6.0)));
  }

  @Test
  void targetsMayBeClasses() throws BadInput {
    Targets classes = new Targets.Labels(List.of("cat", "dog"));
    assertThat(one("x0,label\n1,cat\n2,dog\n").targets()).isEqualTo(classes);
    assertThat(two("x0\n1\n2\n", "label\ncat\ndog\n").targets()).isEqualTo(classes);
  }

  @Test
  void targetsThatAreNotThereAreTold() {
    assertFault(
        fault(() -> one("x0\n1\n")),
        "one.csv",
        1,
        1,
        "there is nothing to learn: add a column 'y' or 'label', or name a file with 'targets'");
  }

  @Test
  void numbersAndClassesAtOnceAreRefused() {
    assertFault(
        fault(() -> one("x0,y,label\n1,2,a\n")),
        "one.csv",
        1,
        6,
        "there are both 'y' and 'label' to be learned; remove one");
  }

  @Test
  void anotherNumberOfTargetsIsRefused() {
    assertFault(
        fault(() -> two("x0\n1\n2\n3\n", "y\n1\n2\n")),
        "y.csv",
        3,
        1,
        "the targets end after 2 rows, x.csv has 3; every input needs one target");
  }

  @Test
  void columnsOfOtherNamesAreRefused() {
    assertFault(
        fault(() -> one("x0,x1,z\n1,2,3\n")),
        "one.csv",
        1,
        7,
        "column 'z' has no meaning here; did you mean 'y'?; the columns are x0, x1, … and, if wanted,"
            + " y, label");
    assertFault(
        fault(() -> two("x0\n1\n", "Y\n1\n")),
        "y.csv",
        1,
        1,
        "column 'Y' has no meaning among targets; the one column is 'y' or 'label'");
    assertFault(
        fault(() -> two("x0,x2\n1,2\n", "y\n1\n")),
        "x.csv",
        1,
        1,
        "column 'x1' is missing; number the columns from x0 without gaps");
  }

  @Test
  void mistakesInCellsComeWithTheirPlace() {
    assertFault(
        fault(() -> two("x0,x1\n0.5,abc\n", "y\n1\n")),
        "x.csv",
        2,
        5,
        "'x1' must be a number such as -1.5 or 2e-3, got 'abc'");
    assertFault(
        fault(() -> two("x0\n1\n", "y\nnan\n")),
        "y.csv",
        2,
        1,
        "'y' is nan, but must be a finite number; give a value or remove the row");
  }

  @Test
  void fileThatIsNotThereIsTold() {
    Settings settings = super.settings().with(CsvProvider.INPUTS, folder.resolve("no.csv"));
    assertFault(
        fault(() -> provider().create(settings).load(Seeds.root(1))),
        "no.csv",
        0,
        0,
        "there is no such file; check its name and folder");
  }
}
