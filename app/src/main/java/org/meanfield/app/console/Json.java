package org.meanfield.app.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON document, written as it is told. A number that JSON has no word for becomes `null`.
public final class Json {
  private final JsonGenerator generator;

  private Json(JsonGenerator generator) {
    this.generator = generator;
  }

  /// Prints one object and a line break.
  ///
  /// @param out where to
  /// @param fields writes its fields
  public static void print(PrintWriter out, Consumer<Json> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      Json json = new Json(generator);
      generator.writeStartObject();
      fields.accept(json);
      generator.writeEndObject();
    }
    out.println(text);
  }

  /// Prints one list and a line break.
  ///
  /// @param out where to
  /// @param items writes its items
  public static void printList(PrintWriter out, Consumer<Json> items) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      Json json = new Json(generator);
      json.list(() -> items.accept(json));
    }
    out.println(text);
  }

  /// Writes an object as an item of a list.
  ///
  /// @param fields writes its fields
  public void item(Consumer<Json> fields) {
    generator.writeStartObject();
    fields.accept(this);
    generator.writeEndObject();
  }

  /// Writes a field with a text, or `null`.
  public Json field(String name, @Nullable String value) {
    generator.writeName(name);
    if (value == null) {
      generator.writeNull();
    } else {
      generator.writeString(value);
    }
    return this;
  }

  /// Writes a field with an integer, or `null` where it is 0: a line or column that is not known.
  public Json known(String name, long value) {
    return value == 0 ? field(name, (String) null) : field(name, value);
  }

  /// Writes a field with an integer.
  public Json field(String name, long value) {
    generator.writeName(name);
    generator.writeNumber(value);
    return this;
  }

  /// Writes a field with a number that reads back to the same double.
  public Json field(String name, double value) {
    generator.writeName(name);
    number(value);
    return this;
  }

  /// Writes a field with a truth value.
  public Json field(String name, boolean value) {
    generator.writeName(name);
    generator.writeBoolean(value);
    return this;
  }

  /// Writes a field with an object.
  ///
  /// @param fields writes its fields
  public Json object(String name, Consumer<Json> fields) {
    generator.writeName(name);
    generator.writeStartObject();
    fields.accept(this);
    generator.writeEndObject();
    return this;
  }

  /// Writes a field with a list of objects.
  ///
  /// @param items what the objects tell of
  /// @param fields writes the fields of one
  public <T> Json objects(String name, Collection<T> items, Consumer<T> fields) {
    return list(
        name,
        () -> {
          for (T item : items) {
            generator.writeStartObject();
            fields.accept(item);
            generator.writeEndObject();
          }
        });
  }

  /// Writes a field with a list of texts.
  public Json texts(String name, Collection<String> texts) {
    return list(name, () -> texts.forEach(generator::writeString));
  }

  /// Writes a field with a list.
  ///
  /// @param items writes its items
  public Json list(String name, Runnable items) {
    generator.writeName(name);
    list(items);
    return this;
  }

  /// Writes a list as an item of a list.
  ///
  /// @param items writes its items
  public void list(Runnable items) {
    generator.writeStartArray();
    items.run();
    generator.writeEndArray();
  }

  /// Writes an integer as an item of a list.
  public void number(int value) {
    generator.writeNumber(value);
  }

  /// Writes a number as an item of a list.
  public void number(double value) {
    if (Double.isFinite(value)) {
      generator.writeNumber(value);
    } else {
      generator.writeNull();
    }
  }
}
