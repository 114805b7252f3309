package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataSource;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Setting;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.catalog.Lookup;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.data.Preparation;
import org.meanfield.core.data.Prepared;
import org.meanfield.core.data.Recipe;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Reads the section `data`: its own keys are those of the preparation, all others the source's. A
/// source that has a setting of the same name (a teacher's `features`) gets it.
final class DataSection {
  private static final List<Setting<?>> PREPARATION =
      List.of(
          StudySettings.CLASSES,
          StudySettings.FEATURES,
          StudySettings.TRAIN,
          StudySettings.TEST,
          StudySettings.STANDARDISE,
          StudySettings.SCALE);

  private final Keys keys;
  private final Catalog catalog;
  private final ServiceReader services;
  private final Faults faults;

  DataSection(Keys keys, Catalog catalog, ServiceReader services, Faults faults) {
    this.keys = keys;
    this.catalog = catalog;
    this.services = services;
    this.faults = faults;
  }

  /// Data with the settings they came by.
  ///
  /// @param source where the rows come from
  /// @param prepared the data
  /// @param settled every setting of the section
  record Result(Chosen<DataSource> source, Prepared prepared, List<Settled> settled) {
    /// {@return what services may have to know of the data}
    Circumstances circumstances() {
      return new Circumstances(prepared.train().features(), prepared.train().count());
    }
  }

  /// {@return the data; empty if something is wrong, with the reasons among the faults}
  Optional<Result> read(Seeds seeds) {
    Optional<Entry> named = keys.require("source", "such as 'source: digits'");
    Optional<String> id =
        named
            .map(Entry::value)
            .filter(Node.Scalar.class::isInstance)
            .map(n -> ((Node.Scalar) n).text());
    if (named.isPresent() && id.isEmpty()) {
      faults.add(
          FaultCode.BAD_VALUE,
          named.get().value().place(),
          "'source' must be the name of a data source, got " + named.get().value().shown(),
          "");
    }
    Set<String> shadowed = id.map(this::settingsOf).orElse(Set.of());
    int before = faults.count();
    Recipe recipe = recipe(shadowed);
    boolean good = faults.count() == before;
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Draft<DataSource>> draft =
        services.draft(
            DataSourceProvider.class, id.get(), keys.place("source"), keys.rest(), names(shadowed));
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    return draft
        .get()
        .make(new Circumstances(0, 0), faults)
        .flatMap(source ->
            table(source, seeds)
                .filter(_ -> good)
                .flatMap(table -> Preparation.of(table, recipe, seeds, keys::place, faults))
                .map(prepared ->
                    new Result(source, prepared, settled(draft.get(), prepared, shadowed))));
  }

  private static List<String> names(Set<String> shadowed) {
    return PREPARATION.stream()
        .map(Setting::name)
        .filter(name -> !shadowed.contains(name))
        .toList();
  }

  private Set<String> settingsOf(String id) {
    return catalog.find(DataSourceProvider.class, id)
            instanceof Lookup.Found<DataSource>(Descriptor descriptor, _)
        ? descriptor.settings().stream().map(Setting::name).collect(Collectors.toSet())
        : Set.of();
  }

  private Recipe recipe(Set<String> shadowed) {
    return new Recipe(
        own(StudySettings.CLASSES, shadowed).orElse(List.of()),
        own(StudySettings.FEATURES, shadowed),
        own(StudySettings.TRAIN, shadowed),
        own(StudySettings.TEST, shadowed),
        own(StudySettings.STANDARDISE, shadowed),
        own(StudySettings.SCALE, shadowed).map("angles"::equals));
  }

  private <T> Optional<T> own(Setting<T> setting, Set<String> shadowed) {
    return shadowed.contains(setting.name()) ? Optional.empty() : keys.read(setting);
  }

  private Optional<DataTable> table(Chosen<DataSource> source, Seeds seeds) {
    return Guarded.call(
        source.descriptor().id(),
        keys.place("source"),
        faults,
        () -> source.service().load(seeds.at("data", "source")));
  }

  private List<Settled> settled(Draft<?> draft, Prepared prepared, Set<String> shadowed) {
    List<Settled> all = new ArrayList<>(ServiceReader.named("source", draft));
    Recipe recipe = prepared.recipe();
    if (!recipe.classes().isEmpty()) {
      all.add(settled(StudySettings.CLASSES, recipe.classes()));
    }
    recipe
        .features()
        .filter(_ -> !shadowed.contains(StudySettings.FEATURES.name()))
        .ifPresent(k -> all.add(settled(StudySettings.FEATURES, k)));
    recipe.train().ifPresent(n -> all.add(settled(StudySettings.TRAIN, n)));
    recipe.test().ifPresent(n -> all.add(settled(StudySettings.TEST, n)));
    recipe.standardise().ifPresent(yes -> all.add(settled(StudySettings.STANDARDISE, yes)));
    recipe
        .angles()
        .ifPresent(yes -> all.add(settled(StudySettings.SCALE, yes ? "angles" : "none")));
    return List.copyOf(all);
  }

  private Settled settled(Setting<?> setting, Object value) {
    return new Settled(setting.name(), value, keys.has(setting.name()) ? "" : Settled.DEFAULT);
  }
}
