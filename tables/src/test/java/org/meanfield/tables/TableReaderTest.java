package org.meanfield.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;

class TableReaderTest {
  @TempDir Path folder;

  private static NumberTable read(String text, String... textColumns) throws Exception {
    return TableReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        "x.csv",
        Set.of(textColumns));
  }

  private static String fault(String text, String... textColumns) {
    BadInput fault = catchThrowableOfType(BadInput.class, () -> read(text, textColumns));
    assertThat(fault).as("a fault in %s", text).isNotNull();
    return fault.place().orElseThrow() + " " + fault.sentence();
  }

  @Test
  void numbersAndTextAreRead() throws Exception {
    NumberTable table = read("x0,kind,x1\n1.5,a,-2e-3\n+4.,\"b, \"\"c\"\"\",.5\n", "kind");
    assertThat(table.columns()).containsExactly("x0", "kind", "x1");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.column("x0")).containsExactly(1.5, 4);
    assertThat(table.column("x1")).containsExactly(-2e-3, 0.5);
    assertThat(table.text("kind")).containsExactly("a", "b, \"c\"");
    assertThat(table.file()).isEqualTo("x.csv");
  }

  @Test
  void rowsAndColumnsComeInEitherOrder() throws Exception {
    NumberTable table = read("a,b\n1,2\n3,4\n5,6\n");
    assertThat(table.rowMajor(List.of("b", "a"))).containsExactly(2, 1, 4, 3, 6, 5);
    assertThat(table.columnMajor(List.of("b", "a"))).containsExactly(2, 4, 6, 1, 3, 5);
  }

  /// The last line may end or not, with LF or CRLF, and blank lines may follow.
  @ParameterizedTest
  @ValueSource(strings = {"a\n1\n2", "a\n1\n2\n", "a\r\n1\r\n2\r\n", "a\n1\n2\n\n\n"})
  void everyKindOfEndIsTheSame(String text) throws Exception {
    assertThat(read(text).column("a")).containsExactly(1, 2);
  }

  @Test
  void quotedNumbersAreNumbers() throws Exception {
    assertThat(read("\"a\",b\n\"1.5\",2\n").column("a")).containsExactly(1.5);
  }

  @Test
  void placesAreLinesAndCharacters() throws Exception {
    NumberTable table =
        read("name,a,b\nÄ𝜃\"\n".replace("\"", ",10,7") + "\"p,\"\"q\",3,4\n", "name");
    assertThat(table.place(0, "name")).isEqualTo(new Place("x.csv", 2, 1));
    assertThat(table.place(0, "a")).isEqualTo(new Place("x.csv", 2, 4));
    assertThat(table.place(0, "b")).isEqualTo(new Place("x.csv", 2, 7));
    // "p,""q" takes eight characters with its quotes.
    assertThat(table.place(1, "a")).isEqualTo(new Place("x.csv", 3, 9));
    assertThat(table.place("b")).isEqualTo(new Place("x.csv", 1, 8));
  }

  @Test
  void cellsThatAreNoNumbersAreTold() {
    assertThat(fault("x0,x1\n1,2\n3,abc\n"))
        .isEqualTo("x.csv:3:3 'x1' must be a number such as -1.5 or 2e-3, got 'abc'");
    assertThat(fault("x0,x1\n1,NaN\n"))
        .isEqualTo(
            "x.csv:2:3 'x1' is NaN, but must be a finite number; give a value or remove the row");
    assertThat(fault("x0,x1\n-Infinity,1\n")).startsWith("x.csv:2:1 'x0' is -Infinity, but must");
    assertThat(fault("x0,x1\n1,\n"))
        .isEqualTo("x.csv:2:3 'x1' is empty here; give a value or remove the row");
    assertThat(fault("x0,x1\n1, 2\n"))
        .isEqualTo("x.csv:2:3 the number ' 2' has spaces around it; remove them");
    assertThat(fault("x0\n1e999\n"))
        .isEqualTo("x.csv:2:1 'x0' is 1e999, larger than any double (1.8e308); rescale the column");
  }

  /// What Java's own parser would take.
  @ParameterizedTest
  @ValueSource(strings = {"1d", "1f", "0x1p3", "1_000", "1e", "e5", ".", "-", "١", "1,5;2"})
  void javaSpellingsAreNoNumbers(String cell) {
    assertThat(fault("x0\n\"" + cell + "\"\n")).contains("x.csv:2:1 'x0' must be a number");
  }

  @Test
  void raggedRowsAreTold() {
    assertThat(fault("a,b,c\n1,2,3\n4,5\n"))
        .isEqualTo("x.csv:3:4 this row has 2 cells, the header 3; 'c' is missing");
    assertThat(fault("a,b\n1,2\n4,5,6\n"))
        .isEqualTo("x.csv:3:5 this row has 3 cells, the header 2; remove what is too much");
  }

  @Test
  void headerIsNeeded() {
    assertThat(fault("1,2\n3,4\n"))
        .isEqualTo(
            "x.csv:1:1 the first row holds the number 1 where a column's name belongs;"
                + " add a header such as x0,x1");
    assertThat(fault("")).isEqualTo("x.csv the file is empty; it needs a header and rows");
    assertThat(fault("\n1\n"))
        .isEqualTo("x.csv:1:1 the first row is blank; it must name the columns");
    assertThat(fault("x0,x1\n"))
        .isEqualTo("x.csv the file has a header but no rows; add at least one row of numbers");
    assertThat(fault("x0,\n1,2\n")).startsWith("x.csv:1:4 a column has no name");
    assertThat(fault("x0, x1\n1,2\n")).startsWith("x.csv:1:4 the name ' x1' has spaces");
    assertThat(fault("x0,x1,x0\n1,2,3\n"))
        .isEqualTo("x.csv:1:7 two columns are named 'x0'; rename or remove one");
    assertThat(fault("x0;x1\n1;2\n"))
        .isEqualTo(
            "x.csv:1:1 the columns seem to be separated by semicolons; separate them by commas");
  }

  @Test
  void blankRowsAreTold() {
    assertThat(fault("x0\n1\n\n2\n")).isEqualTo("x.csv:3:1 this row is blank; remove it");
  }

  @Test
  void quotesThatStayOpenAreTold() {
    String sentence =
        " the quotes of this row do not fit: one is not closed, or something follows a closed one";
    assertThat(fault("a,b\n1,2\n3,\"4\n5,6\n")).isEqualTo("x.csv:3:1" + sentence);
    assertThat(fault("a,b\n1,\"2\"3\n")).isEqualTo("x.csv:2:1" + sentence);
    assertThat(fault("a,b\n1,\"2\n3\"\n"))
        .isEqualTo("x.csv:2:3 a cell has a line break; is a quote not closed?");
    assertThat(fault("a,k\n1,\"p\nq\"\n", "k"))
        .isEqualTo("x.csv:2:3 a cell has a line break; is a quote not closed?");
  }

  @ParameterizedTest
  @CsvSource({
    "EFBBBF78300A310A, byte order mark",
    "FFFE78003000, UTF-16",
    "FEFF00780030, UTF-16",
  })
  void byteOrderMarksAreTold(String hex, String word) {
    BadInput fault =
        catchThrowableOfType(
            BadInput.class,
            () ->
                TableReader.read(
                    new ByteArrayInputStream(HexFormat.of().parseHex(hex)), "x.csv", Set.of()));
    assertThat(fault.place()).contains(new Place("x.csv", 1, 1));
    assertThat(fault.sentence()).contains(word).contains("save it as UTF-8 without BOM");
  }

  @Test
  void bytesThatAreNotUtf8AreTold() {
    byte[] latin = "käse,a\n1,2\n3,\u00e9\n".getBytes(StandardCharsets.UTF_8);
    assertThat(latin[latin.length - 3]).isEqualTo((byte) 0xC3);
    latin[latin.length - 3] = (byte) 'x';
    latin[latin.length - 2] = (byte) 0xE9;
    BadInput fault =
        catchThrowableOfType(
            BadInput.class,
            () -> TableReader.read(new ByteArrayInputStream(latin), "x.csv", Set.of()));
    assertThat(fault.place()).contains(new Place("x.csv", 3, 4));
    assertThat(fault.sentence()).isEqualTo("the byte 0xE9 is not UTF-8; save the file as UTF-8");
  }

  @Test
  void characterThatStandsForUnreadableBytesMayBeMeant() throws Exception {
    assertThat(read("k\n\uFFFD\n", "k").text("k")).containsExactly("\uFFFD");
  }

  @Test
  void filesThatAreNotThereAreTold() throws IOException {
    assertThatThrownBy(() -> TableReader.read(folder.resolve("no.csv"), "no.csv"))
        .isInstanceOfSatisfying(
            BadInput.class, e -> assertThat(e.place()).contains(Place.of("no.csv")))
        .hasMessageStartingWith("there is no such file");
    assertThatThrownBy(() -> TableReader.read(folder, "data"))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith("this is a folder");
    Path there = Files.writeString(folder.resolve("a.csv"), "x0\n1\n");
    assertThatThrownBy(() -> TableReader.read(there.resolve("b.csv"), "a.csv/b.csv"))
        .isInstanceOf(BadInput.class);
  }

  @Test
  void namesThatAreWantedButMissingAreTold() throws Exception {
    NumberTable table = read("x0,target\n1,2\n");
    table.require("x0", "target");
    assertThatThrownBy(() -> table.require("x0", "targets"))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "there is no column 'targets'; did you mean 'target'?; the columns are x0, target");
  }

  @Test
  void numberedColumnsAreFoundInAnyOrder() throws Exception {
    assertThat(read("theta1,weight,theta0\n1,2,3\n").indexed("theta", "weight"))
        .containsExactly("theta0", "theta1");
    assertThat(read("theta1,theta0\n1,2\n").indexed("theta", "weight"))
        .containsExactly("theta0", "theta1");
  }

  @Test
  void numberedColumnsHaveNoGapsAndNoStrangers() throws Exception {
    assertThatThrownBy(() -> read("x0,x2\n1,2\n").indexed("x"))
        .isInstanceOf(BadInput.class)
        .hasMessage("column 'x1' is missing; number the columns from x0 without gaps");
    assertThatThrownBy(() -> read("theta0,wieght\n1,2\n").indexed("theta", "weight"))
        .isInstanceOfSatisfying(
            BadInput.class, e -> assertThat(e.place()).contains(new Place("x.csv", 1, 8)))
        .hasMessage(
            "column 'wieght' has no meaning here; did you mean 'weight'?; the columns are theta0,"
                + " theta1, … and, if wanted, weight");
    assertThatThrownBy(() -> read("weight\n1\n").indexed("theta", "weight"))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith("column 'theta0' is missing");
    assertThatThrownBy(() -> read("x00\n1\n").indexed("x")).isInstanceOf(BadInput.class);
  }

  @Test
  void columnsOfTheOtherKindAreTheCallersMistake() throws Exception {
    NumberTable table = read("a,k\n1,p\n", "k");
    assertThatThrownBy(() -> table.column("k")).hasMessage("column 'k' holds text");
    assertThatThrownBy(() -> table.text("a")).hasMessage("column 'a' holds numbers");
    assertThatThrownBy(() -> table.column("b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void columnsAreCopies() throws Exception {
    NumberTable table = read("a\n1\n");
    table.column("a")[0] = 7;
    assertThat(table.column("a")).containsExactly(1);
  }

  @Test
  void manyRowsAreRead() throws Exception {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int row = 0; row < 50_000; row++) {
      text.append(row).append(',').append(-row / 7.0).append('\n');
    }
    NumberTable table = read(text.toString());
    assertThat(table.rows()).isEqualTo(50_000);
    double[] b = table.column("b");
    for (int row = 0; row < b.length; row++) {
      assertThat(b[row]).isEqualTo(-row / 7.0);
    }
    assertThat(table.place(49_999, "b")).isEqualTo(new Place("x.csv", 50_001, 7));
  }
}
