package org.meanfield.core.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/// A part of `provenance.json`, asked by name; what isn't there is empty, never a fault.
///
/// @param fields by name
/// @param fault why the file could not be read; empty if it could, or if there is none
record Provenance(Map<String, @Nullable Object> fields, String fault) {
  private static final Provenance NONE = new Provenance(Map.of(), "");

  /// {@return what a run directory says of its own making, empty if it has no readable
  /// `provenance.json`}
  static Provenance of(Path directory) throws IOException {
    Path file = directory.resolve("provenance.json");
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    try {
      Object whole = Json.parse(Files.readString(file));
      return whole instanceof Map<?, ?> ? part(whole) : broken("it is no JSON object");
    } catch (JacksonException e) {
      TokenStreamLocation where = e.getLocation();
      return broken(
          where == null || where.getLineNr() < 1
              ? "it is no JSON"
              : "it is no JSON from line " + where.getLineNr() + " on");
    } catch (CharacterCodingException e) {
      return broken("it is no text in UTF-8");
    }
  }

  @SuppressWarnings("unchecked") // Json.parse makes maps with text keys only
  private static Provenance part(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? new Provenance((Map<String, @Nullable Object>) map, "")
        : NONE;
  }

  private static Provenance broken(String fault) {
    return new Provenance(Map.of(), fault);
  }

  Provenance part(String name) {
    return part(fields.get(name));
  }

  /// {@return the parts of a list of objects}
  List<Provenance> parts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().map(Provenance::part).filter(part -> !part.isEmpty()).toList()
        : List.of();
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /// {@return the text of a field, a number or truth value as written, empty if there is none}
  String text(String name) {
    Object value = fields.get(name);
    return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
  }

  /// {@return the number in a field, NaN if there is none}
  double number(String name) {
    return fields.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /// {@return the names with a text, in the order written}
  List<String> names() {
    return fields.keySet().stream().filter(name -> !text(name).isEmpty()).toList();
  }

  /// {@return the value of a resolved setting, empty if it isn't listed}
  String resolved(String section, String setting) {
    return parts("resolved").stream()
        .filter(row -> row.text("section").equals(section) && row.text("setting").equals(setting))
        .map(row -> row.text("value"))
        .findFirst()
        .orElse("");
  }
}
