package org.meanfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// What every service must do, and how the tests of its kind come by one.
///
/// @param <S> kind of service
public abstract class ServiceContract<S> {
  /// For the contracts of this package.
  ServiceContract() {}

  /// {@return the provider under test}
  protected abstract ServiceProvider<S> provider();

  /// {@return the settings for all tests; the defaults unless overridden}
  protected Settings settings() {
    return Settings.defaults(provider().descriptor().settings());
  }

  /// {@return the service under test, made anew}
  final S service() {
    return service(settings());
  }

  final S service(Settings settings) {
    try {
      return provider().create(settings);
    } catch (BadInput e) {
      throw new AssertionError(
          "%s refuses the settings of the test: %s"
              .formatted(provider().descriptor().id(), e.sentence()),
          e);
    }
  }

  /// {@return what is claimed of one kind}
  final <T extends Trait> List<T> claims(Class<T> kind) {
    return provider().descriptor().traits().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /// {@return the setting that a claim or a test speaks of}
  final Setting<?> setting(String name) {
    return provider().descriptor().settings().stream()
        .filter(setting -> setting.name().equals(name))
        .findAny()
        .orElseThrow(() ->
            new AssertionError("a claim is of what there is not: no setting '%s'".formatted(name)));
  }

  /// The descriptor is a value, and says what it is of.
  @Test
  public void descriptorIsTheSameEachTime() {
    assertThat(provider().descriptor()).isEqualTo(provider().descriptor());
    assertThat(provider().descriptor().summary()).isNotBlank();
  }
}
