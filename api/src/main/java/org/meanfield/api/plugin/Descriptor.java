package org.meanfield.api.plugin;

import java.util.List;
import java.util.regex.Pattern;

/// What a provider is: pure data that documents, validates and completes.
///
/// @param id `namespace:name`, lower-case words joined by `-`; names of `meanfield:` may stand
///   alone
/// @param summary one sentence
/// @param api the versions of this interface it was made for
/// @param settings what can be set
/// @param traits what it claims; the testkit measures it
/// @param citations where it comes from
public record Descriptor(
    String id,
    String summary,
    ApiRange api,
    List<Setting<?>> settings,
    List<Trait> traits,
    List<Citation> citations) {
  private static final Pattern ID =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*:[a-z0-9]+(-[a-z0-9]+)*");

  /// Checks the id.
  ///
  /// @param id `namespace:name`
  /// @param summary one sentence
  /// @param api the versions of this interface it was made for
  /// @param settings what can be set
  /// @param traits what it claims
  /// @param citations where it comes from
  public Descriptor {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not an id of the form namespace:name in lower-case words".formatted(id));
    }
    settings = List.copyOf(settings);
    traits = List.copyOf(traits);
    citations = List.copyOf(citations);
    if (settings.stream().map(Setting::name).distinct().count() != settings.size()) {
      throw new IllegalArgumentException("'%s' has two settings of one name".formatted(id));
    }
  }

  /// {@return a descriptor for this version of the interface, without settings, traits or
  /// citations}
  ///
  /// @param id `namespace:name`
  /// @param summary one sentence
  public static Descriptor of(String id, String summary) {
    return new Descriptor(id, summary, ApiRange.current(), List.of(), List.of(), List.of());
  }

  /// {@return this descriptor with the given settings}
  ///
  /// @param settings what can be set
  public Descriptor settings(Setting<?>... settings) {
    return new Descriptor(id, summary, api, List.of(settings), traits, citations);
  }

  /// {@return this descriptor with the given claims}
  ///
  /// @param traits what it claims
  public Descriptor claims(Trait... traits) {
    return new Descriptor(id, summary, api, settings, List.of(traits), citations);
  }

  /// {@return this descriptor with the given sources}
  ///
  /// @param citations where it comes from
  public Descriptor citing(Citation... citations) {
    return new Descriptor(id, summary, api, settings, traits, List.of(citations));
  }

  /// {@return the part of the id before the colon}
  public String namespace() {
    return id.substring(0, id.indexOf(':'));
  }

  /// {@return the part of the id after the colon}
  public String name() {
    return id.substring(id.indexOf(':') + 1);
  }
}
