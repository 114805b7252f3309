package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// A service that a section names under a key, with its settings beside the name.
///
/// @param keys the section; keys taken from it before are not the service's
/// @param services reads services
/// @param faults receives what is wrong
/// @param kind the provider interface
/// @param key the key, such as `integrator`
/// @param <S> the service's type
record Named<S>(
    Keys keys,
    ServiceReader services,
    Faults faults,
    Class<? extends ServiceProvider<S>> kind,
    String key) {

  /// {@return the service's draft; empty if something is wrong, with the reasons among the faults}
  ///
  /// @param fallback the name where the section gives none
  Optional<Draft<S>> read(String fallback) {
    boolean absent = !keys.has(key);
    Optional<Entry> named = keys.take(key);
    if (named.isEmpty() && !absent) {
      return Optional.empty();
    }
    if (named.isPresent() && !(named.get().value() instanceof Node.Scalar)) {
      faults.add(
          FaultCode.BAD_VALUE,
          named.get().value().place(),
          "'%s' must be a name, got %s".formatted(key, named.get().value().shown()),
          "");
      return Optional.empty();
    }
    String id = named.map(entry -> ((Node.Scalar) entry.value()).text()).orElse(fallback);
    return services.draft(kind, id, keys.place(key), keys.rest(), keys.known());
  }

  /// {@return name and settings, for the canonical text}
  List<Settled> settled(Draft<S> draft) {
    List<Settled> all = new ArrayList<>(ServiceReader.named(key, draft));
    if (!keys.has(key)) {
      all.set(0, new Settled(key, draft.descriptor().id(), Settled.DEFAULT));
    }
    return List.copyOf(all);
  }
}
