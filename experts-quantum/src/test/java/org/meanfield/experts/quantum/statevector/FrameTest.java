package org.meanfield.experts.quantum.statevector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.experts.quantum.program.SignedPauli;

class FrameTest {
  private static final int QUBITS = 5;

  private final SplittableRandom random = new SplittableRandom(3);

  /// The power of i in P|b⟩ = i^… |b⊕x⟩: |x∧z| + 2|b∧z|, and 2 for a minus.
  private static int power(SignedPauli pauli, long b) {
    PauliString string = pauli.string();
    return Long.bitCount(string.x() & string.z())
        + 2 * Long.bitCount(b & string.z())
        + (pauli.sign() < 0 ? 2 : 0);
  }

  @Test
  void stringsMoveAsTheirMatricesDo() {
    int moved = 0;
    for (int repeat = 0; repeat < 200; repeat++) {
      Frame frame = frame();
      SignedPauli pauli = pauli();
      SignedPauli image = frame.of(pauli);
      moved += image.equals(pauli) ? 0 : 1;
      for (long b = 0; b < 1 << QUBITS; b++) {
        int expected = power(pauli, b) + frame.power(b) - frame.power(b ^ pauli.string().x());
        assertThat(Math.floorMod(power(image, b) - expected, 4)).isZero();
      }
    }
    assertThat(moved).isGreaterThan(50);
  }

  /// Commuting strings with independent x: all imaginary and even, or all real and even.
  @Test
  void framesSuitCommutingStrings() {
    int found = 0;
    for (int repeat = 0; repeat < 2000; repeat++) {
      List<SignedPauli> strings = List.of(pauli(), pauli(), pauli());
      boolean commute =
          strings.stream()
              .allMatch(a -> strings.stream().allMatch(b -> a.string().commutesWith(b.string())));
      boolean imaginary = random.nextBoolean();
      Optional<Frame> frame = frame().suiting(strings, imaginary);
      if (frame.isEmpty()) {
        continue;
      }
      assertThat(commute).isTrue();
      found++;
      List<PauliString> images = new ArrayList<>();
      strings.forEach(s -> images.add(frame.get().of(s).string()));
      for (PauliString a : images) {
        for (PauliString b : images) {
          assertThat(Long.bitCount(a.x() & b.z()) & 1).isEqualTo(a.equals(b) && imaginary ? 1 : 0);
        }
      }
      assertThat(frame.get().suiting(strings, imaginary)).containsSame(frame.get());
    }
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void stringsThatDoNotCommuteOrDependOnEachOtherSuitNoFrame() {
    Frame none = Frame.none(2);
    SignedPauli x0 = new SignedPauli(new PauliString(2, 2, 0), 1);
    SignedPauli x1z0 = new SignedPauli(new PauliString(2, 1, 2), 1);
    SignedPauli y0 = new SignedPauli(new PauliString(2, 2, 2), 1);
    assertThat(none.suiting(List.of(x0, x1z0), true)).isEmpty();
    assertThat(none.suiting(List.of(x0, y0), true)).isEmpty();
    assertThat(none.suiting(List.of(x0), false)).containsSame(none);
  }

  @Test
  void controlledZsAloneAreReal() {
    SignedPauli x0 = new SignedPauli(new PauliString(2, 2, 1), 1);
    SignedPauli x1 = new SignedPauli(new PauliString(2, 1, 2), 1);
    Frame none = Frame.none(2);
    Frame signs = none.suiting(List.of(x0, x1), false).orElseThrow();
    assertThat(signs.power(3)).isEqualTo(2);
    assertThat(none.differsByReal(signs)).isTrue();
    Frame phases = none.suiting(List.of(x0, x1), true).orElseThrow();
    assertThat(none.differsByReal(phases)).isFalse();
    assertThat(signs.powerInto(phases, 2)).isEqualTo(Math.floorMod(-phases.power(2), 4));
  }

  private SignedPauli pauli() {
    return new SignedPauli(
        new PauliString(QUBITS, random.nextLong(1 << QUBITS), random.nextLong(1 << QUBITS)),
        random.nextBoolean() ? 1 : -1);
  }

  /// One that suits some random strings.
  private Frame frame() {
    Frame frame = Frame.none(QUBITS);
    for (int tries = 0; tries < 20; tries++) {
      Frame before = frame;
      frame = frame.suiting(List.of(pauli(), pauli()), random.nextBoolean()).orElse(before);
    }
    return frame;
  }
}
