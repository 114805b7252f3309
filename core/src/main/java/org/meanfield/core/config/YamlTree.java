package org.meanfield.core.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.meanfield.api.Place;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads one YAML 1.2 document into a tree with places.
///
/// Words, numbers, lists and sections only: anchors, aliases, tags, keys that are no words and a
/// second document are mistakes. Reading is bounded by the length of the text and by [#DEPTH].
public final class YamlTree {
  /// How deep lists and sections may lie in each other; a study needs four.
  private static final int DEPTH = 16;

  private static final CoreSchema SCHEMA = new CoreSchema();

  private final Iterator<Event> events;
  private final Function<Optional<Mark>, Place> places;
  private final Faults faults;

  private YamlTree(Iterator<Event> events, Function<Optional<Mark>, Place> places, Faults faults) {
    this.events = events;
    this.places = places;
    this.faults = faults;
  }

  /// {@return the tree of a file's text; empty if there is none, with the reason among the faults}
  ///
  /// @param file the file's name in places
  /// @param text the text
  /// @param faults receives what is wrong
  public static Optional<Node> ofFile(String file, String text, Faults faults) {
    return read(
        text,
        mark ->
            mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> Place.of(file)),
        faults);
  }

  /// {@return the tree of a text that is not in a file}
  ///
  /// @param place the place of everything in it
  /// @param text the text
  /// @param faults receives what is wrong
  public static Optional<Node> ofText(Place place, String text, Faults faults) {
    return read(text, _ -> place, faults);
  }

  private static Optional<Node> read(
      String text, Function<Optional<Mark>, Place> places, Faults faults) {
    LoadSettings settings = LoadSettings.builder().setSchema(SCHEMA).build();
    try {
      Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
      return new YamlTree(events, places, faults).document();
    } catch (MarkedYamlEngineException e) {
      faults.add(
          FaultCode.NOT_YAML,
          places.apply(e.getProblemMark().or(e::getContextMark)),
          "this is not YAML: " + oneLine(e.getProblem()),
          "");
    } catch (ReaderException e) {
      faults.add(
          FaultCode.NOT_YAML,
          places.apply(Optional.of(mark(text, e.getPosition()))),
          "the character U+%04X is not allowed here".formatted(e.getCodePoint()),
          "remove it; in double quotes it can be written as an escape");
    } catch (YamlEngineException e) {
      faults.add(
          FaultCode.NOT_YAML,
          places.apply(Optional.empty()),
          "this is not YAML: " + oneLine(String.valueOf(e.getMessage())),
          "");
    } catch (TooDeep e) {
      faults.add(
          FaultCode.NOT_YAML,
          e.place,
          "lists and sections lie more than %d deep in each other".formatted(DEPTH),
          "");
    }
    return Optional.empty();
  }

  /// The mark of a position that the reader gives without one.
  private static Mark mark(String text, int position) {
    int[] before = text.codePoints().limit(position).toArray();
    int line = 0;
    int column = 0;
    for (int c : before) {
      line += c == '\n' ? 1 : 0;
      column = c == '\n' ? 0 : column + 1;
    }
    return new Mark("", position, line, column, before, 0);
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }

  private Optional<Node> document() {
    Optional<Node> root = Optional.empty();
    int documents = 0;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case DocumentStart -> {
          documents++;
          if (documents == 2) {
            faults.add(
                FaultCode.NOT_YAML,
                places.apply(event.getStartMark()),
                "a second document begins here; a study file holds one",
                "remove the line '---' and what follows");
            return root;
          }
        }
        case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        default -> root = Optional.of(node(event, 1));
      }
    }
    return root;
  }

  private Node node(Event event, int depth) {
    Place place = places.apply(event.getStartMark());
    if (depth > DEPTH) {
      throw new TooDeep(place);
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      faults.add(
          FaultCode.NOT_YAML,
          place,
          "'%s%s' is an %s, which study files do not have"
              .formatted(
                  event instanceof AliasEvent ? "*" : "&",
                  node.getAnchor().get(),
                  event instanceof AliasEvent ? "alias" : "anchor"),
          "write the value out; quote a text that begins with & or *");
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, place);
      case SequenceStartEvent start -> {
        refuseTag(start.getTag(), place);
        yield items(place, depth);
      }
      case MappingStartEvent start -> {
        refuseTag(start.getTag(), place);
        yield section(place, depth);
      }
      default -> new Node.Nothing(place);
    };
  }

  private Node items(Place place, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(node(event, depth + 1));
    }
    return new Node.Items(items, place);
  }

  private Section section(Place place, int depth) {
    List<Entry> entries = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Place keyPlace = places.apply(event.getStartMark());
      Node key = node(event, depth + 1);
      Node value = node(events.next(), depth + 1);
      if (!(key instanceof Node.Scalar scalar)) {
        faults.add(FaultCode.NOT_YAML, keyPlace, "a key must be a word, got " + key.shown(), "");
        continue;
      }
      Entry entry = new Entry(scalar.text(), keyPlace, value);
      Optional<Entry> earlier =
          entries.stream().filter(e -> e.key().equals(entry.key())).findFirst();
      if (earlier.isPresent()) {
        faults.add(
            FaultCode.DUPLICATE_KEY,
            keyPlace,
            "'%s' stands twice, first at %s".formatted(entry.key(), earlier.get().place()),
            "remove one");
      } else {
        entries.add(entry);
      }
    }
    return new Section(entries, place);
  }

  private Node scalar(ScalarEvent event, Place place) {
    refuseTag(event.getTag(), place);
    String text = event.getValue();
    if (!event.isPlain()) {
      return new Node.Scalar(text, text, place);
    }
    Tag tag = SCHEMA.getScalarResolver().resolve(text, true);
    if (tag.equals(Tag.NULL)) {
      return new Node.Nothing(place);
    }
    return new Node.Scalar(value(tag, text), text, place);
  }

  private static Object value(Tag tag, String text) {
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text.toLowerCase(Locale.ROOT));
    }
    if (tag.equals(Tag.INT)) {
      return integer(text);
    }
    return tag.equals(Tag.FLOAT) ? real(text) : text;
  }

  private static Object integer(String text) {
    BigInteger number =
        text.startsWith("0x")
            ? new BigInteger(text.substring(2), 16)
            : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  private static double real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".nan" -> Double.NaN;
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private void refuseTag(Optional<String> tag, Place place) {
    tag.ifPresent(name ->
        faults.add(
            FaultCode.NOT_YAML,
            place,
            "the tag '%s' means nothing in a study file".formatted(name),
            "remove it; quote a text that begins with !"));
  }

  /// Ends the reading of a text that no study needs.
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Place place;

    TooDeep(Place place) {
      super(null, null, false, false);
      this.place = place;
    }
  }
}
