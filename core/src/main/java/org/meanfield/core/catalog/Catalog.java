package org.meanfield.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.meanfield.api.plugin.ApiRange;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.core.fault.FaultCode;

/// The services there are. A provider that is broken, too old or offered twice is a row with a
/// reason; everything else can be looked up. Immutable.
public final class Catalog {
  /// The namespace of what comes with the platform; it may be left out.
  public static final String NAMESPACE = "meanfield";

  private final List<Entry> entries;
  private final List<PluginFault> broken;

  private Catalog(List<Entry> entries, List<PluginFault> broken) {
    this.entries = entries;
    this.broken = broken;
  }

  /// {@return the catalog of the given providers}
  ///
  /// @param offers providers with their modules
  /// @param notLoaded what could not even be loaded
  public static Catalog of(List<Offer> offers, List<PluginFault> notLoaded) {
    List<PluginFault> broken = new ArrayList<>(notLoaded);
    List<Entry> entries = new ArrayList<>();
    for (Offer offer : offers) {
      ServiceKind kind = ServiceKind.of(offer.provider().getClass());
      try {
        Descriptor descriptor = offer.provider().descriptor();
        if (descriptor == null) {
          throw new IllegalStateException("descriptor() returned null");
        }
        entries.add(new Entry(offer, kind, descriptor, wrongApi(offer, descriptor)));
      } catch (RuntimeException | LinkageError e) {
        broken.add(
            new PluginFault(
                FaultCode.PLUGIN_DESCRIPTOR,
                offer.origin(),
                "%s %s cannot say what it is: %s"
                    .formatted(kind.word(), offer.provider().getClass().getName(), e),
                "correct or remove the plugin"));
      }
    }
    return new Catalog(withoutDuplicates(entries), List.copyOf(broken));
  }

  private static Optional<PluginFault> wrongApi(Offer offer, Descriptor descriptor) {
    if (descriptor.api().contains(ApiRange.CURRENT)) {
      return Optional.empty();
    }
    return Optional.of(
        new PluginFault(
            FaultCode.PLUGIN_API,
            offer.origin(),
            "'%s' was made for versions %d to %d of the plugin interface, this is version %d"
                .formatted(
                    descriptor.id(),
                    descriptor.api().from(),
                    descriptor.api().to(),
                    ApiRange.CURRENT),
            "get a version of the plugin made for this one"));
  }

  private static List<Entry> withoutDuplicates(List<Entry> entries) {
    var byId =
        entries.stream()
            .filter(entry -> entry.fault().isEmpty())
            .collect(
                Collectors.groupingBy(
                    entry -> entry.kind() + " " + entry.descriptor().id(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Entry> result = new ArrayList<>();
    for (Entry entry : entries) {
      List<Entry> same =
          byId.getOrDefault(entry.kind() + " " + entry.descriptor().id(), List.of(entry));
      result.add(
          entry.fault().isPresent() || same.size() < 2
              ? entry
              : new Entry(
                  entry.offer(),
                  entry.kind(),
                  entry.descriptor(),
                  Optional.of(duplicate(entry, same))));
    }
    result.sort(
        Comparator.comparing(Entry::kind)
            .thenComparing(entry -> !entry.descriptor().namespace().equals(NAMESPACE))
            .thenComparing(entry -> entry.descriptor().id())
            .thenComparing(entry -> entry.fault().isPresent())
            .thenComparing(entry -> entry.offer().origin()));
    return List.copyOf(result);
  }

  private static PluginFault duplicate(Entry entry, List<Entry> same) {
    String origins =
        same.stream()
            .map(e -> e.offer().origin())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" and "));
    return new PluginFault(
        FaultCode.PLUGIN_DUPLICATE,
        entry.offer().origin(),
        "'%s' is offered %sby %s; %s is used"
            .formatted(
                entry.descriptor().id(),
                origins.contains(" and ") ? "" : "more than once ",
                origins,
                same.size() == 2 ? "neither" : "none"),
        "remove all but one");
  }

  /// {@return all rows: by kind, ours first, then by id}
  public List<Entry> entries() {
    return entries;
  }

  /// {@return what could not be loaded or could not say what it is}
  public List<PluginFault> broken() {
    return broken;
  }

  /// {@return the names of a kind that can be used, ours without namespace}
  ///
  /// @param kind the kind
  public List<String> names(ServiceKind kind) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.fault().isEmpty())
        .map(entry -> shortest(entry.descriptor()))
        .toList();
  }

  /// {@return the provider of an id, or why there is none}
  ///
  /// @param kind the provider interface, such as `IntegratorProvider.class`
  /// @param id `namespace:name`, or a name of ours
  /// @param <S> the service's type
  public <S> Lookup<S> find(Class<? extends ServiceProvider<S>> kind, String id) {
    ServiceKind wanted = ServiceKind.of(kind);
    String full = id.contains(":") ? id : NAMESPACE + ":" + id;
    for (Entry entry : entries) {
      if (entry.kind() == wanted && entry.descriptor().id().equals(full)) {
        return entry
            .fault()
            .<Lookup<S>>map(Lookup.Disabled::new)
            .orElseGet(
                () -> new Lookup.Found<>(entry.descriptor(), kind.cast(entry.offer().provider())));
      }
    }
    return new Lookup.Unknown<>(names(wanted));
  }

  private static String shortest(Descriptor descriptor) {
    return descriptor.namespace().equals(NAMESPACE) ? descriptor.name() : descriptor.id();
  }
}
