package org.meanfield.core.plan;

import java.util.List;
import java.util.stream.Stream;
import org.meanfield.api.plugin.Descriptor;

/// A service that was looked up and made.
///
/// @param descriptor its provider's
/// @param service the service
/// @param parts the services among its settings, such as a circuit's backend
/// @param <S> the service's type
public record Chosen<S>(Descriptor descriptor, S service, List<Chosen<?>> parts) {
  /// Copies the parts.
  public Chosen {
    parts = List.copyOf(parts);
  }

  /// A service of one piece.
  ///
  /// @param descriptor its provider's
  /// @param service the service
  public Chosen(Descriptor descriptor, S service) {
    this(descriptor, service, List.of());
  }

  /// {@return this service and all its parts}
  public Stream<Chosen<?>> withParts() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Chosen::withParts));
  }
}
