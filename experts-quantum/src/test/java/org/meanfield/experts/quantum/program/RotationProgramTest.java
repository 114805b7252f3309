package org.meanfield.experts.quantum.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.quantum.Angle;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Pauli;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumChannel;
import org.meanfield.api.quantum.StandardGate;
import org.meanfield.experts.quantum.Template;
import org.meanfield.experts.quantum.program.RotationProgram.Shrinkage;

class RotationProgramTest {
  /// The sixteen images, from the matrices: CZ = diag(1, 1, 1, −1), CNOT swaps |10⟩ and |11⟩.
  @ParameterizedTest
  @CsvSource({
    "X0, X0*Z1, X0*X1",
    "X1, Z0*X1, X1",
    "Y0, Y0*Z1, Y0*X1",
    "Y1, Z0*Y1, Z0*Y1",
    "Z0, Z0, Z0",
    "Z1, Z1, Z0*Z1",
    "X0*X1, Y0*Y1, X0",
    "X0*Y1, -Y0*X1, Y0*Z1",
    "X0*Z1, X0, -Y0*Y1",
    "Y0*X1, -X0*Y1, Y0",
    "Y0*Y1, X0*X1, -X0*Z1",
    "Y0*Z1, Y0, X0*Y1",
    "Z0*X1, X1, Z0*X1",
    "Z0*Y1, Y1, Y1",
    "Z0*Z1, Z0*Z1, Z1"
  })
  void stringsPassCliffordGates(String string, String throughZ, String throughNot) {
    assertThat(through(Circuit.on(2).controlledZ(0, 1), string)).isEqualTo(throughZ);
    assertThat(through(Circuit.on(2).controlledZ(1, 0), string)).isEqualTo(throughZ);
    assertThat(through(Circuit.on(2).controlledNot(0, 1), string)).isEqualTo(throughNot);
  }

  /// From H X H = Z and the like.
  @ParameterizedTest
  @CsvSource({"H, Z0, -Y0, X0", "S, -Y0, X0, Z0", "SX, X0, -Z0, Y0", "X, X0, -Y0, -Z0"})
  void lettersPassCliffordGates(StandardGate gate, String x, String y, String z) {
    Circuit.Builder circuit = Circuit.on(2).gate(gate, 0);
    assertThat(through(circuit, "X0")).isEqualTo(x);
    assertThat(through(circuit, "Y0")).isEqualTo(y);
    assertThat(through(circuit, "Z0")).isEqualTo(z);
  }

  private static String through(Circuit.Builder clifford, String string) {
    RotationProgram program = RotationProgram.of(clifford.build(), PauliSum.parse(string, 2));
    assertThat(program.rotations()).isEmpty();
    return program.observable().toString().replace("1.0*", "");
  }

  @Test
  void theLastRotationsOfTheRingAreInert() {
    RotationProgram program = program(Template.RING, 4, 2);
    List<Integer> driven = driven(program);
    assertThat(driven).containsExactlyElementsOf(Stream.iterate(0, k -> k + 1).limit(12).toList());
    assertThat(program.parameters()).isEqualTo(16);
  }

  /// The cone of Z_0 grows by one qubit per layer back; what reaches a new qubit is an X, with
  /// which that qubit's RX commutes.
  @Test
  void theLineSeesItsLightConeAlone() {
    assertThat(driven(program(Template.LINE, 5, 1))).containsExactly(0);
    assertThat(driven(program(Template.LINE, 5, 2))).containsExactly(0, 5);
    assertThat(driven(program(Template.LINE, 5, 3))).containsExactly(0, 1, 5, 10);
  }

  @Test
  void anIdentityNeedsNoRotation() {
    RotationProgram program =
        RotationProgram.of(Template.HEIS.circuit(3, 2), PauliSum.parse("0.5*I", 3));
    assertThat(program.rotations()).isEmpty();
  }

  @Test
  void encodingComesBeforeTheLayers() {
    RotationLayers ring = RotationLayers.of(program(Template.RING, 4, 2));
    assertThat(RotationProgram.rotations(ring.prefix()))
        .hasSize(4)
        .allMatch(r -> r.drive().encodes());
    // RY, RZ, RY; the last RZ are gone.
    assertThat(ring.layers()).hasSize(3).allMatch(layer -> layer.rotations().size() == 4);
    RotationLayers heis = RotationLayers.of(program(Template.HEIS, 3, 2));
    assertThat(heis.prefix()).hasSize(3);
    assertThat(heis.layers().getFirst().rotations()).hasSize(3);
  }

  /// CZ turns X_0 into X_0 Z_1 and leaves Z_0.
  @Test
  void channelsBehindCliffordGatesFlipByImages() {
    Circuit circuit =
        Circuit.on(2)
            .controlledZ(0, 1)
            .disturb(new QuantumChannel.Flip(0.01, 0.02, 0.04), 0)
            .build();
    RotationProgram program = RotationProgram.of(circuit, PauliSum.parse("X0 + Z0 + X1", 2));
    Shrinkage shrinkage = (Shrinkage) program.steps().getFirst();
    assertThat(List.of(shrinkage.x(), shrinkage.z())).isEqualTo(List.of(of("X0*Z1"), of("Z0")));
    assertThat(factor(shrinkage, "X0")).isEqualTo(1 - 2 * 0.06);
    assertThat(factor(shrinkage, "Y0")).isEqualTo(1 - 2 * 0.05);
    assertThat(factor(shrinkage, "Z0")).isEqualTo(1 - 2 * 0.03);
    assertThat(factor(shrinkage, "X1")).as("Z_0 X_1 before the gate").isEqualTo(1 - 2 * 0.03);
    assertThat(factor(shrinkage, "Z1")).isEqualTo(1);
    assertThatThrownBy(program::rotations).isInstanceOf(IllegalArgumentException.class);
  }

  /// On each pair P, −iPA of strings, of all on two qubits.
  @Test
  void channelsCommuteWithRotationsThatMixEqualFactors() {
    for (QuantumChannel.Flip channel :
        List.of(
            new QuantumChannel.Flip(0.1, 0.1, 0.1),
            new QuantumChannel.Flip(0.1, 0, 0),
            new QuantumChannel.Flip(0, 0.1, 0),
            new QuantumChannel.Flip(0, 0, 0.1),
            new QuantumChannel.Flip(0.1, 0.1, 0),
            new QuantumChannel.Flip(0.1, 0.2, 0.05))) {
      Shrinkage shrinkage = new Shrinkage(of("X0*Z1"), of("Z0"), channel);
      for (int a = 1; a < 16; a++) {
        PauliString axis = new PauliString(2, a & 3, a >> 2);
        boolean equal = true;
        for (int p = 1; p < 16; p++) {
          PauliString string = new PauliString(2, p & 3, p >> 2);
          int q = p ^ a;
          equal &=
              string.commutesWith(axis)
                  || shrinkage.factor(p & 3, p >> 2) == shrinkage.factor(q & 3, q >> 2);
        }
        RotationProgram.Rotation rotation =
            new RotationProgram.Rotation(new SignedPauli(axis, 1), new Drive.Theta(0, 1));
        assertThat(shrinkage.commutesWith(rotation))
            .as("%s about %s", channel, axis)
            .isEqualTo(equal);
      }
    }
  }

  /// The qubit that a channel disturbs is not in the cone of Z_0.
  @Test
  void channelsOutsideTheLightConeAreLeftOut() {
    Circuit circuit =
        Circuit.on(2)
            .rotate(Pauli.Y, 0, Angle.theta(0))
            .disturb(QuantumChannel.dephasing(0.1), 1)
            .build();
    assertThat(RotationProgram.of(circuit, PauliSum.z(2, 0)).steps()).hasSize(1);
    assertThat(RotationProgram.of(circuit, PauliSum.parse("X1", 2)).steps()).hasSize(1);
    assertThat(RotationProgram.of(circuit, PauliSum.parse("Y0*X1", 2)).steps())
        .hasSize(1)
        .allMatch(Shrinkage.class::isInstance);
  }

  @Test
  void amplitudeDampingIsNoPauliChannel() {
    Circuit circuit = Circuit.on(1).disturb(new QuantumChannel.AmplitudeDamping(0.1), 0).build();
    assertThatThrownBy(() -> RotationProgram.of(circuit, PauliSum.z(1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("AmplitudeDamping[gamma=0.1] on qubit 0 is no Pauli channel");
  }

  private static PauliString of(String string) {
    return PauliSum.parse(string, 2).terms().getFirst().string();
  }

  private static double factor(Shrinkage shrinkage, String string) {
    return shrinkage.factor(of(string).x(), of(string).z());
  }

  @Test
  void layersCommuteInside() {
    for (Template template : Template.values()) {
      for (RotationLayers.Layer layer : RotationLayers.of(program(template, 4, 3)).layers()) {
        for (RotationProgram.Rotation one : layer.rotations()) {
          assertThat(layer.rotations()).allMatch(one::commutesWith);
        }
      }
    }
  }

  @Test
  void anObservableOnOtherQubitsIsRefused() {
    assertThatThrownBy(() -> RotationProgram.of(Template.RING.circuit(3, 1), PauliSum.meanZ(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the circuit has 3 qubits, the observable 4");
  }

  @Test
  void commutingIsSymplectic() {
    PauliString one = PauliString.identity(2);
    PauliString xx = PauliSum.parse("X0*X1", 2).terms().getFirst().string();
    PauliString zz = PauliSum.parse("Z0*Z1", 2).terms().getFirst().string();
    PauliString z = PauliSum.parse("Z0", 2).terms().getFirst().string();
    assertThat(one.commutesWith(xx)).isTrue();
    assertThat(xx.commutesWith(zz)).isTrue();
    assertThat(xx.commutesWith(z)).isFalse();
  }

  private static RotationProgram program(Template template, int qubits, int layers) {
    return RotationProgram.of(template.circuit(qubits, layers), template.observable(qubits));
  }

  private static List<Integer> driven(RotationProgram program) {
    return program.rotations().stream()
        .map(RotationProgram.Rotation::drive)
        .filter(Drive.Theta.class::isInstance)
        .map(drive -> ((Drive.Theta) drive).parameter())
        .toList();
  }
}
