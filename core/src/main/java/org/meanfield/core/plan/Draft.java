package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.core.fault.Faults;

/// A service whose settings were read and found good; it can be made once the data are known.
///
/// @param descriptor what it is
/// @param provider what makes it
/// @param settings the user's settings and defaults
/// @param parts the services among its settings
/// @param places where the user's settings stand
/// @param place where the service is named
/// @param settled its settings, for the canonical text
/// @param <S> the service's type
record Draft<S>(
    Descriptor descriptor,
    ServiceProvider<S> provider,
    Settings settings,
    Map<Setting<?>, Part> parts,
    Map<Setting<?>, Place> places,
    Place place,
    List<Settled> settled) {

  /// A service that is the value of a setting.
  @FunctionalInterface
  interface Part {
    /// {@return the service; empty if it cannot be made, with the reason among the faults}
    Optional<Chosen<?>> make(Circumstances circumstances, Faults faults);
  }

  /// {@return the service; empty if it cannot be made, with the reason among the faults}
  Optional<Chosen<S>> make(Circumstances circumstances, Faults faults) {
    Settings all = settings;
    for (Setting<?> setting : descriptor.settings()) {
      if (setting.origin() == Setting.Origin.FEATURES) {
        all = all.withToken(setting, circumstances.features());
      }
    }
    List<Chosen<?>> used = new ArrayList<>();
    for (Map.Entry<Setting<?>, Part> part : parts.entrySet()) {
      Optional<Chosen<?>> made = part.getValue().make(circumstances, faults);
      if (made.isEmpty()) {
        return Optional.empty();
      }
      used.add(made.get());
      all = all.withToken(part.getKey(), made.get().service());
    }
    Settings settingsOfAll = all;
    return Guarded.call(
            descriptor.id(), place, this::placeOf, faults, () -> provider.create(settingsOfAll))
        .map(service -> new Chosen<>(descriptor, service, used));
  }

  /// The setting that the objection is about or names in quotes, or the service as a whole.
  private Place placeOf(BadInput objection) {
    Optional<Place> told = objection.setting().map(places::get);
    if (told.isPresent()) {
      return told.get();
    }
    return places.entrySet().stream()
        .filter(e -> objection.sentence().contains("'" + e.getKey().name() + "'"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(place);
  }
}
