package org.meanfield.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorTest {
  @Test
  void idsHaveANamespaceAndAName() {
    Descriptor descriptor = Descriptor.of("acme-labs:my-expert2", "An expert.");
    assertThat(descriptor.namespace()).isEqualTo("acme-labs");
    assertThat(descriptor.name()).isEqualTo("my-expert2");
    assertThat(descriptor.api().contains(ApiRange.CURRENT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"expert", "acme:", ":expert", "Acme:expert", "acme:my_expert", "a:b:c", "a:-b"})
  void otherIdsAreRefused(String id) {
    assertThatThrownBy(() -> Descriptor.of(id, "An expert."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'%s' is not an id of the form namespace:name in lower-case words".formatted(id));
  }

  @Test
  void settingsOfOneNameAreRefused() {
    Setting<Boolean> one = Setting.flag("fast", true, "whether");
    Setting<Boolean> other = Setting.flag("fast", false, "whether");
    assertThatThrownBy(() -> Descriptor.of("a:b", "A thing.").settings(one, other))
        .hasMessage("'a:b' has two settings of one name");
  }

  @Test
  void rangesOfVersionsAreRanges() {
    assertThat(new ApiRange(1, 3).contains(2)).isTrue();
    assertThat(new ApiRange(2, 3).contains(1)).isFalse();
    assertThatThrownBy(() -> new ApiRange(3, 2)).hasMessage("no API range from 3 to 2");
  }
}
