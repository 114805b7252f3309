package org.meanfield.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SeedsTest {
  /// The first eight bytes of SHA-256, big-endian, over the root (8 bytes) and each name with its
  /// length in bytes (4 bytes); computed with Python 3.11, `hashlib` and `struct`.
  @Test
  void seedsAreKnownDigests() {
    assertThat(Seeds.root(0).seed()).isEqualTo(-5812615543772869766L);
    assertThat(Seeds.root(1).seed()).isEqualTo(-3664133403169687886L);
    assertThat(Seeds.root(-1).at("start").seed()).isEqualTo(8181711383028224863L);
    assertThat(Seeds.root(1).at("replica-3", "start").seed()).isEqualTo(-2707691593056760078L);
    assertThat(Seeds.root(Long.MAX_VALUE).at("ϑ", "").seed()).isEqualTo(-5681292516571571468L);
  }

  @Test
  void namesAreNotRunTogether() {
    assertThat(Seeds.root(1).at("replica-3start").seed()).isEqualTo(-6290586422025687216L);
    assertThat(Seeds.root(1).at("ab", "c").seed()).isNotEqualTo(Seeds.root(1).at("a", "bc").seed());
  }

  /// SplitMix64 from that seed, computed with Python 3.11 from its definition (Steele, Lea, Flood
  /// 2014).
  @Test
  void streamsAreKnownNumbers() {
    RandomGenerator stream = Seeds.root(1).at("replica-3", "start").generator();
    assertThat(List.of(stream.nextLong(), stream.nextLong(), stream.nextLong()))
        .containsExactly(4418214112065887645L, 2525619470013268787L, -777647141421440559L);
  }

  @Test
  void streamsDoNotDependOnTheOrderOfAsking() {
    Seeds seeds = Seeds.root(7);
    double a = seeds.at("a").generator().nextDouble();
    double b = seeds.at("b").generator().nextDouble();
    Seeds again = Seeds.root(7);
    RandomGenerator other = again.at("b").generator();
    assertThat(other.doubles(100).sum()).isPositive();
    assertThat(again.at("b").generator().nextDouble()).isEqualTo(b);
    assertThat(again.at("a").generator().nextDouble()).isEqualTo(a).isNotEqualTo(b);
  }

  @Test
  void pathsMayBeTakenInSteps() {
    assertThat(Seeds.root(3).at("a", "b")).isEqualTo(Seeds.root(3).at("a").at("b"));
  }
}
