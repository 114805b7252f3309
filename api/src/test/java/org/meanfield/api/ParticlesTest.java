package org.meanfield.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParticlesTest {
  /// Three particles in the plane: (0, 10), (1, 11), (2, 12).
  private static Particles three() {
    return Particles.of(3, 2, new double[] {0, 1, 2, 10, 11, 12});
  }

  @Test
  void coordinatesAreNeighbours() {
    Particles particles = three();
    assertThat(particles.get(1, 0)).isEqualTo(1);
    assertThat(particles.get(1, 1)).isEqualTo(11);
    particles.set(2, 0, 7);
    assertThat(particles.toArray()).containsExactly(0, 1, 7, 10, 11, 12);
  }

  @Test
  void rowsAreParticles() {
    double[] row = new double[2];
    Particles particles = three();
    particles.copyRow(2, row);
    assertThat(row).containsExactly(2, 12);
    particles.setRow(0, new double[] {5, 6});
    assertThat(particles.toArray()).containsExactly(5, 1, 2, 6, 11, 12);
  }

  @Test
  void coordinatesAreCopiedAsAWhole() {
    Particles particles = three();
    double[] out = {-1, -1, -1, -1};
    particles.copyCoordinate(1, out, 1);
    assertThat(out).containsExactly(-1, 10, 11, 12);
    particles.setCoordinate(0, out, 0);
    assertThat(particles.toArray()).containsExactly(-1, 10, 11, 10, 11, 12);
  }

  @Test
  void coordinatesAreCopiedInParts() {
    Particles particles = three();
    double[] out = {-1, -1, -1};
    particles.copyCoordinate(1, 1, 2, out, 1);
    assertThat(out).containsExactly(-1, 11, 12);
    particles.setCoordinate(0, 2, 1, out, 1);
    assertThat(particles.toArray()).containsExactly(0, 1, 11, 10, 11, 12);
    // It would run into the next coordinate.
    assertThatThrownBy(() -> particles.copyCoordinate(0, 2, 2, out, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> particles.setCoordinate(0, 2, 2, out, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void windowsShowSomeParticlesOfACloud() {
    double[] cloud = {0, 1, 2, 3, 4, 10, 11, 12, 13, 14};
    Particles shard = new Particles(2, 2);
    shard.show(cloud, 3, 5);
    assertThat(shard.toArray()).containsExactly(3, 4, 13, 14);
    assertThat(shard.get(1, 1)).isEqualTo(14);
    double[] row = new double[2];
    shard.copyRow(0, row);
    assertThat(row).containsExactly(3, 13);
    shard.show(cloud, 1, 5);
    shard.set(0, 0, 21);
    shard.setRow(1, new double[] {22, 23});
    shard.setCoordinate(1, 0, 1, new double[] {24}, 0);
    assertThat(cloud).containsExactly(0, 21, 22, 3, 4, 10, 24, 23, 13, 14);
    shard.fill(7);
    assertThat(cloud).containsExactly(0, 7, 7, 3, 4, 10, 7, 7, 13, 14);
    assertThatThrownBy(() -> shard.show(cloud, 4, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> shard.show(cloud, 0, 1))
        .hasMessage("a cloud of 1 particles has no window on 2");
    assertThatThrownBy(() -> shard.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void arraysAreCopies() {
    double[] given = {1, 2};
    Particles particles = Particles.of(2, 1, given);
    given[0] = 7;
    particles.toArray()[1] = 7;
    assertThat(particles.toArray()).containsExactly(1, 2);
  }

  @Test
  void numbersThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> Particles.of(2, 2, new double[3]))
        .hasMessage("2 particles of dimension 2 need 4 numbers, got 3");
    assertThatThrownBy(() -> new Particles(1, 0))
        .hasMessage("particles need count ≥ 0 and dimension ≥ 1, got 1 and 0");
    assertThatThrownBy(() -> three().get(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> three().get(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
