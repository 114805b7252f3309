package org.meanfield.tables;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;

/// Reads tables strictly: a [NumberTable] or the first mistake with its place.
public final class TableReader {
  private TableReader() {}

  /// {@return the table in a file, numbers in every column}
  ///
  /// @param file the file
  /// @param shownName its name as the user wrote it
  /// @throws BadInput if there is no such file or something in it is wrong
  public static NumberTable read(Path file, String shownName) throws BadInput {
    return read(file, shownName, Set.of());
  }

  /// {@return the table in a file}
  ///
  /// @param file the file
  /// @param shownName its name as the user wrote it
  /// @param textColumns columns that hold text, where the file has them; all others hold numbers
  /// @throws BadInput if there is no such file or something in it is wrong
  public static NumberTable read(Path file, String shownName, Set<String> textColumns)
      throws BadInput {
    if (Files.isDirectory(file)) {
      throw new BadInput(Place.of(shownName), "this is a folder; name a CSV file");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new BadInput(Place.of(shownName), "there is no such file; check its name and folder");
    } catch (IOException e) {
      throw new BadInput(Place.of(shownName), "the file cannot be read: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      throw new BadInput(
          Place.of(shownName), "the file is too large for this machine's memory; split it");
    }
    return parse(bytes, shownName, textColumns);
  }

  /// {@return the table in a stream, which is left open}
  ///
  /// @param stream holds the file
  /// @param shownName a name for messages
  /// @param textColumns columns that hold text, where the file has them; all others hold numbers
  /// @throws BadInput if something in it is wrong
  /// @throws IOException if it cannot be read
  public static NumberTable read(InputStream stream, String shownName, Set<String> textColumns)
      throws BadInput, IOException {
    return parse(stream.readAllBytes(), shownName, textColumns);
  }

  private static NumberTable parse(byte[] bytes, String file, Set<String> textColumns)
      throws BadInput {
    String text = Decoding.utf8(bytes, file);
    RecordHandler handler = new RecordHandler();
    try (CsvReader<RecordHandler.Row> reader =
            CsvReader.builder()
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, text);
        CloseableIterator<RecordHandler.Row> rows = reader.iterator()) {
      return table(rows, file, textColumns);
    } catch (CsvParseException e) {
      throw new BadInput(
          new Place(file, handler.line(), 1),
          "the quotes of this row do not fit: one is not closed, or something follows a closed one");
    } catch (IOException e) {
      throw new AssertionError("text in memory can be read", e);
    }
  }

  private static NumberTable table(
      CloseableIterator<RecordHandler.Row> rows, String file, Set<String> textColumns)
      throws BadInput {
    if (!rows.hasNext()) {
      throw new BadInput(Place.of(file), "the file is empty; it needs a header and rows");
    }
    RecordHandler.Row header = rows.next();
    checkHeader(header, file);
    List<ColumnBuilder> builders = new ArrayList<>();
    for (int k = 0; k < header.size(); k++) {
      boolean isText = textColumns.contains(header.cell(k));
      builders.add(new ColumnBuilder(header.cell(k), header.start(k), isText));
    }
    Integers lines = new Integers();
    lines.add(header.line());
    int blank = 0;
    while (rows.hasNext()) {
      RecordHandler.Row row = rows.next();
      if (row.blank()) {
        blank = blank == 0 ? row.line() : blank;
        continue;
      }
      if (blank > 0) {
        throw new BadInput(new Place(file, blank, 1), "this row is blank; remove it");
      }
      checkSize(row, header, file);
      for (int k = 0; k < header.size(); k++) {
        builders.get(k).add(row.cell(k), new Place(file, row.line(), row.start(k)));
      }
      lines.add(row.line());
    }
    if (lines.size() == 1) {
      throw new BadInput(
          Place.of(file), "the file has a header but no rows; add at least one row of numbers");
    }
    return new NumberTable(
        file,
        header.cells(),
        builders.stream().map(ColumnBuilder::build).toList(),
        lines.toArray());
  }

  private static void checkHeader(RecordHandler.Row header, String file) throws BadInput {
    if (header.blank()) {
      throw new BadInput(
          new Place(file, header.line(), 1), "the first row is blank; it must name the columns");
    }
    Set<String> seen = new HashSet<>();
    for (int k = 0; k < header.size(); k++) {
      String name = header.cell(k);
      Place place = new Place(file, header.line(), header.start(k));
      if (Numbers.looksNumeric(name)) {
        throw new BadInput(
            place,
            "the first row holds the number %s where a column's name belongs; add a header such as x0,x1"
                .formatted(name));
      }
      if (name.isBlank()) {
        throw new BadInput(place, "a column has no name; name it or remove it");
      }
      if (!name.equals(name.strip())) {
        throw new BadInput(
            place, "the name '%s' has spaces around it; remove them".formatted(name));
      }
      if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
        throw new BadInput(place, "a column's name has a line break; is a quote not closed?");
      }
      if (header.size() == 1 && (name.indexOf(';') >= 0 || name.indexOf('\t') >= 0)) {
        throw new BadInput(
            place,
            "the columns seem to be separated by %s; separate them by commas"
                .formatted(name.indexOf(';') >= 0 ? "semicolons" : "tabs"));
      }
      if (!seen.add(name)) {
        throw new BadInput(
            place, "two columns are named '%s'; rename or remove one".formatted(name));
      }
    }
  }

  private static void checkSize(RecordHandler.Row row, RecordHandler.Row header, String file)
      throws BadInput {
    if (row.size() > header.size()) {
      throw new BadInput(
          new Place(file, row.line(), row.start(header.size())),
          "this row has %d cells, the header %d; remove what is too much"
              .formatted(row.size(), header.size()));
    }
    if (row.size() < header.size()) {
      throw new BadInput(
          new Place(file, row.line(), row.end()),
          "this row has %d cells, the header %d; '%s' is missing"
              .formatted(row.size(), header.size(), header.cell(row.size())));
    }
  }
}
