package org.meanfield.core.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.meanfield.api.Place;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.NumbersOrWord;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.catalog.Lookup;
import org.meanfield.core.catalog.ServiceKind;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.config.Section;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;
import org.meanfield.core.fault.Suggestion;

/// Turns the name of a service and its settings into a [Draft].
final class ServiceReader {
  /// The key of a service's name where it is the value of a setting.
  private static final String TYPE = "type";

  private final Catalog catalog;
  private final Path folder;
  private final Faults faults;

  /// @param catalog the services there are
  /// @param folder where relative paths are taken from
  /// @param faults receives what is wrong
  ServiceReader(Catalog catalog, Path folder, Faults faults) {
    this.catalog = catalog;
    this.folder = folder;
    this.faults = faults;
  }

  /// {@return the draft of a service; empty if something is wrong, with the reasons among the
  /// faults}
  ///
  /// @param kind the provider interface
  /// @param id the service's name
  /// @param place where it is named
  /// @param entries its settings
  /// @param others keys that also have a meaning where the settings stand, for suggestions
  <S> Optional<Draft<S>> draft(
      Class<? extends ServiceProvider<S>> kind,
      String id,
      Place place,
      List<Entry> entries,
      Collection<String> others) {
    return switch (catalog.find(kind, id)) {
      case Lookup.Unknown<S>(List<String> known) -> {
        faults.add(
            FaultCode.UNKNOWN_SERVICE,
            place,
            "there is no %s '%s'".formatted(ServiceKind.of(kind).word(), id),
            Suggestion.among(id, withAuto(kind, known)));
        yield Optional.empty();
      }
      case Lookup.Disabled<S>(var fault) -> {
        faults.add(fault.code(), place, fault.sentence(), fault.remedy());
        yield Optional.empty();
      }
      case Lookup.Found<S>(Descriptor descriptor, ServiceProvider<S> provider) ->
          read(descriptor, provider, place, entries, others);
    };
  }

  private static List<String> withAuto(Class<?> kind, List<String> known) {
    if (kind != QuantumBackendProvider.class) {
      return known;
    }
    List<String> more = new ArrayList<>(List.of(AutoBackend.NAME));
    more.addAll(known);
    return more;
  }

  private <S> Optional<Draft<S>> read(
      Descriptor descriptor,
      ServiceProvider<S> provider,
      Place place,
      List<Entry> entries,
      Collection<String> others) {
    int before = faults.count();
    Settings values = Settings.defaults(descriptor.settings());
    Map<Setting<?>, Draft.Part> parts = new LinkedHashMap<>();
    Map<Setting<?>, Place> places = new LinkedHashMap<>();
    List<Settled> settled = new ArrayList<>();
    for (Setting<?> setting : descriptor.settings()) {
      if (setting.origin() == Setting.Origin.FEATURES) {
        continue;
      }
      if (isOutOfPlace(setting, entries)) {
        continue;
      }
      Optional<Entry> entry = written(setting, entries);
      entry.ifPresent(e -> places.put(setting, e.value().place()));
      if (setting.origin() == Setting.Origin.SERVICE) {
        part(setting, entry, place)
            .ifPresent(made -> {
              parts.put(setting, made.part());
              settled.add(made.settled());
            });
      } else if (entry.isPresent()) {
        Optional<Object> token = token(setting, entry.get().value());
        if (token.isPresent()) {
          values = set(values, setting, token.get(), entry.get(), settled);
        }
      } else if (setting.fallback().isPresent()) {
        settled.add(new Settled(setting.name(), plain(setting.fallback().get()), Settled.DEFAULT));
      } else if (setting.required() && isAbsent(setting, entries)) {
        faults.add(
            FaultCode.MISSING,
            place,
            "%s needs '%s'".formatted(descriptor.name(), setting.name()),
            "%s: %s%s"
                .formatted(
                    setting.name(),
                    setting.meaning(),
                    setting.range().isEmpty() ? "" : ", " + setting.range()));
      }
    }
    refuseUnknown(descriptor, entries, others);
    return faults.count() > before
        ? Optional.empty()
        : Optional.of(
            new Draft<>(descriptor, provider, values, parts, places, place, List.copyOf(settled)));
  }

  /// Whether another setting excludes this one or the one that it needs is not there; writing it
  /// all the same is a mistake.
  private boolean isOutOfPlace(Setting<?> setting, List<Entry> entries) {
    Optional<Setting<?>> rival = setting.insteadOf().filter(other -> !isAbsent(other, entries));
    Optional<Setting<?>> missing = setting.beside().filter(other -> isAbsent(other, entries));
    entries.stream()
        .filter(entry -> entry.key().equals(setting.name()))
        .forEach(entry -> {
          rival.ifPresent(other ->
              faults.add(
                  FaultCode.COMBINATION,
                  entry.place(),
                  "'%s' and '%s' exclude each other".formatted(setting.name(), other.name()),
                  "remove one of them"));
          missing.ifPresent(other ->
              faults.add(
                  FaultCode.COMBINATION,
                  entry.place(),
                  "'%s' has a meaning beside '%s' only".formatted(setting.name(), other.name()),
                  "%s: %s".formatted(other.name(), other.meaning())));
        });
    return rival.isPresent() || missing.isPresent();
  }

  private static boolean isAbsent(Setting<?> setting, List<Entry> entries) {
    return entries.stream().noneMatch(entry -> entry.key().equals(setting.name()));
  }

  private Optional<Entry> written(Setting<?> setting, List<Entry> entries) {
    return new Keys("", new Section(entries, Place.of("")), faults).take(setting.name());
  }

  private Settings set(
      Settings values, Setting<?> setting, Object token, Entry entry, List<Settled> settled) {
    try {
      Object readable = token instanceof FileContent file ? file.path() : token;
      Object value = setting.read(readable);
      settled.add(
          new Settled(setting.name(), token instanceof FileContent ? token : plain(value), ""));
      return values.withToken(setting, readable);
    } catch (IllegalArgumentException e) {
      faults.add(
          FaultCode.BAD_VALUE,
          entry.value().place(),
          "'%s' %s".formatted(setting.name(), e.getMessage()),
          "");
      return values;
    }
  }

  private static Object plain(Object value) {
    if (value instanceof NumbersOrWord either) {
      return either.isWord() ? either.word() : either.numbers();
    }
    return value instanceof Boolean
            || value instanceof Number
            || value instanceof String
            || value instanceof List
        ? value
        : value.toString();
  }

  private Optional<Object> token(Setting<?> setting, Node node) {
    try {
      Object token = Tokens.of(setting, node);
      return setting.type().equals("file")
          ? file(folder, setting.name(), (String) token, node.place(), faults).map(f -> f)
          : Optional.of(token);
    } catch (IllegalArgumentException e) {
      faults.add(
          FaultCode.BAD_VALUE,
          node.place(),
          "'%s' %s".formatted(setting.name(), e.getMessage()),
          "");
      return Optional.empty();
    }
  }

  /// {@return a file that a study names; empty if it is not there, with the reason among the
  /// faults}
  static Optional<FileContent> file(
      Path folder, String name, String written, Place place, Faults faults) {
    try {
      Path path = folder.resolve(written).normalize();
      if (Files.isRegularFile(path)) {
        return Optional.of(FileContent.of(path, written));
      }
      faults.add(
          FaultCode.MISSING_FILE,
          place,
          "'%s' names '%s', %s"
              .formatted(
                  name,
                  written,
                  Files.isDirectory(path) ? "which is a folder" : "which is not there"),
          "relative paths are taken from the study file's folder");
    } catch (InvalidPathException e) {
      faults.add(
          FaultCode.MISSING_FILE,
          place,
          "'%s' is no name of a file: %s".formatted(written, e.getReason()),
          "");
    } catch (IOException e) {
      faults.add(
          FaultCode.MISSING_FILE,
          place,
          "'%s' names '%s', which cannot be read".formatted(name, written),
          "");
    }
    return Optional.empty();
  }

  private record MadePart(Draft.Part part, Settled settled) {}

  private Optional<MadePart> part(Setting<?> setting, Optional<Entry> entry, Place owner) {
    String note = entry.isPresent() ? "" : Settled.DEFAULT;
    Place place = entry.map(e -> e.value().place()).orElse(owner);
    Optional<String> id = setting.fallbackService();
    List<Entry> settings = List.of();
    if (entry.isPresent()) {
      switch (entry.get().value()) {
        case Node.Scalar scalar -> id = Optional.of(scalar.text());
        case Section section -> {
          Keys keys = new Keys(setting.name(), section, faults);
          Optional<Entry> type = keys.require(TYPE, "write {type: …}");
          if (type.isEmpty()) {
            return Optional.empty();
          }
          if (!(type.get().value() instanceof Node.Scalar named)) {
            faults.add(
                FaultCode.BAD_VALUE,
                type.get().value().place(),
                "'%s' must be a name, got %s".formatted(TYPE, type.get().value().shown()),
                "");
            return Optional.empty();
          }
          id = Optional.of(named.text());
          place = named.place();
          settings = keys.rest();
        }
        case Node.Items _, Node.Nothing _ -> {
          faults.add(
              FaultCode.BAD_VALUE,
              place,
              "'%s' must be a name, got %s".formatted(setting.name(), entry.get().value().shown()),
              "write a name, or {type: name, …} with its settings");
          return Optional.empty();
        }
      }
    }
    Class<? extends ServiceProvider<?>> kind = setting.service().orElseThrow();
    String name = id.orElseThrow();
    return name.equals(AutoBackend.NAME) && kind == QuantumBackendProvider.class
        ? auto(setting, settings, note)
        : part(setting, kind, name, place, settings, note);
  }

  private Optional<MadePart> auto(Setting<?> setting, List<Entry> settings, String note) {
    Keys keys = new Keys(AutoBackend.NAME, new Section(settings, Place.of("")), faults);
    Map<String, Object> asked = new LinkedHashMap<>();
    List<Settled> all = new ArrayList<>(List.of(new Settled(TYPE, AutoBackend.NAME, "")));
    for (Setting<?> each : AutoBackend.settings(catalog)) {
      // A default leaves backends to choose from that do not have the setting.
      Optional<?> value = keys.read(each);
      if (value.isPresent() && !value.equals(each.fallback())) {
        asked.put(each.name(), value.get());
        all.add(new Settled(each.name(), plain(value.get()), ""));
      }
    }
    keys.refuseRest();
    return Optional.of(
        new MadePart(
            (circumstances, _) ->
                Optional.of(
                    new Chosen<>(
                        AutoBackend.DESCRIPTOR,
                        AutoBackend.of(catalog, circumstances.inputs(), asked))),
            new Settled(
                setting.name(), asked.isEmpty() ? AutoBackend.NAME : List.copyOf(all), note)));
  }

  private <S> Optional<MadePart> part(
      Setting<?> setting,
      Class<? extends ServiceProvider<?>> kind,
      String name,
      Place place,
      List<Entry> settings,
      String note) {
    @SuppressWarnings("unchecked") // Setting.service pairs the kind with its service's type
    Class<? extends ServiceProvider<S>> typed = (Class<? extends ServiceProvider<S>>) kind;
    return draft(typed, name, place, settings, Set.of(TYPE))
        .map(draft ->
            new MadePart(
                (circumstances, later) ->
                    draft.make(circumstances, later).map(chosen -> (Chosen<?>) chosen),
                new Settled(setting.name(), named(TYPE, draft), note)));
  }

  /// {@return a draft's name and settings, for the canonical text}
  static List<Settled> named(String key, Draft<?> draft) {
    List<Settled> all = new ArrayList<>();
    all.add(new Settled(key, draft.descriptor().id(), ""));
    all.addAll(draft.settled());
    return List.copyOf(all);
  }

  private void refuseUnknown(
      Descriptor descriptor, List<Entry> entries, Collection<String> others) {
    Set<String> known = new LinkedHashSet<>();
    descriptor.settings().stream()
        .filter(setting -> setting.origin() != Setting.Origin.FEATURES)
        .forEach(setting -> known.add(setting.name()));
    for (Entry entry : entries) {
      if (!known.contains(entry.key())) {
        faults.add(
            FaultCode.UNKNOWN_KEY,
            entry.place(),
            "'%s' is not a setting of %s".formatted(entry.key(), descriptor.name()),
            remedy(entry.key(), known, others));
      }
    }
  }

  private static String remedy(String key, Set<String> known, Collection<String> others) {
    String settings = known.isEmpty() ? "it has none" : "known: " + String.join(", ", known);
    Optional<String> meant = Suggestion.closest(key, known);
    if (meant.isPresent()) {
      return "did you mean '%s'? %s".formatted(meant.get(), settings);
    }
    return Suggestion.closest(key, others)
        .map("did you mean '%s'?"::formatted)
        .orElseGet(() ->
            others.isEmpty() ? settings : settings + "; beside them: " + String.join(", ", others));
  }
}
