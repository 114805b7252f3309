package org.meanfield.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {
  /// Six lines, so that what a test adds stands on line 7.
  private static final String SIX_LINES =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      input array[float[64], 1] theta;
      input array[float[64], 2] x;
      qubit[3] q;
      rx(theta[0]) q[0];
      """;

  /// A statement on line 7 with a mark `^` before the place that must be told | what must be said.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rx(theta[0]) q[0]^|expected ';' after ']'",
        "rx(theta[0]) ^;|x",
        "rx(theta[0] ^q[0];|expected ')'",
        "^rx() q[0];|takes 1 angle",
        "rx(1 + ^) q[0];|expected an expression, found ')'",
        "qubit[2] ^input;|expected a name, found 'input', a word of the language",
        "^q[0] q[1];|x",
        "^foo q[0];|there is no gate 'foo'; define it first",
        "^rx q[0];|'rx' takes 1 angle, got 0",
        "^h q[0], q[1];|'h' takes 1 qubit, got 2",
        "^ctrl @ x q[0];|x",
        "h ^r[0];|there is no qubit 'r' here",
        "h q[^3];|index 3 is out of range: 'q' has 3 elements",
        "rx(^theta) q[0];|'theta' takes 1 index, got 0",
        "rx(theta[^1]) q[0];|index 1 is out of range",
        "rx(^phi) q[0];|'phi' is not declared here",
        "rx(theta[0]^*x[0]) q[0];|a parameter and a feature",
        "rx(theta[0]^*theta[0]) q[0];|two parameters",
        "rx(^sin(theta[0])) q[0];|no period",
        "rx(^sin(x[0])) q[0];|polynomial in the features",
        "rx(1^/x[0]) q[0];|polynomial",
        "rx(1^/0) q[0];|divides by zero",
        "rx(^sqrt(-1)) q[0];|no finite number",
        "rx(^foo(1)) q[0];|there is no function 'foo'",
        "^cx q[0], q[0];|acts twice on one qubit",
        "^cx q[0:1], q;|do not go in step",
        "^reset q[0];|'reset' is not supported",
        "^if (c == 1) x q[0];|'if' is not supported",
        "^while (true) { x q[0]; }|'while' is not supported",
        "^def f(qubit a) -> bit { return measure a; }|'def' is not supported",
        "^delay[100ns] q[0];|'delay' is not supported",
        "^box { x q[0]; }|'box' is not supported",
        "^#pragma noise|x",
        "include ^\"other.inc\";|known are stdgates.inc and qelib1.inc",
        "measure q; ^h q[0];|no gate may follow a measurement (line 7)",
        "gate g a { ^g a; }|calls itself",
        "gate g a { h ^b; }|has no qubit 'b'",
        "gate g(t) a { rx(^u) a; }|'u' is not declared here",
        "gate g a { rx(^theta[0]) a; }|give 'theta' to the gate as an angle",
        "gate ^h a { x a; }|is defined already",
        "gate g a { ^qubit b; }|expected a gate",
        "qubit ^q;|is declared already",
        "qubit[^60] r;|must be 1 … 59, got 60",
        "qubit[^0] r;|must be 1 …",
        "qubit[^1.5] r;|must be an integer, got 1.5",
        "input ^int n;|an input is an angle",
        "input float[64] ^unused;|the parameter 'unused' drives no gate",
        "for int i in [0:^theta[0]] { h q[i]; }|must be a number, but",
        "for int i in [0:1:^] { h q[0]; }|expected an expression",
        "^for int i in [1:100000000] { }|x",
        "let a = q[^2:1];|x",
        "^U(0, 0) q[0];|takes 3 angles, got 2",
        "OPENQASM ^4.0;|x",
        "^pow(0.5) @ ccx q[0], q[1], q[2];|x",
        "^pow(0.5) @ h q[0];|steps do not commute",
        "^pow @ h q[0];|needs an exponent",
        "^ctrl(11) @ x q[0];|x",
        "^}|expected a statement, found '}'",
        "h q[0]; ^€|found '€'",
        "const float c = ^theta[0];|must be a number",
        "int k = 0; ^theta = 3;|no variable to assign to",
        "^x = 3;|no variable to assign to"
      })
  void areToldWithLineAndColumnAndReason(String marked, String said) {
    int column = marked.indexOf('^') + 1;
    List<String> told = Texts.mistakes(SIX_LINES + marked.replace("^", "") + "\n");
    if (said.equals("x")) {
      assertThat(told).allSatisfy(t -> assertThat(t).startsWith("test.qasm:7:"));
    } else {
      assertThat(told).hasSize(1);
      assertThat(told.getFirst()).startsWith("test.qasm:7:" + column + " ").contains(said);
    }
  }

  @Test
  void severalAreToldAtOnceInOrder() {
    List<String> told =
        Texts.mistakes(SIX_LINES + "foo q[0];\nh q[0]; rx(1 q[0];\nbar q[1];\n\ncx q[0] q[1];\n");
    assertThat(told)
        .containsExactly(
            "test.qasm:8:14 expected ')' or ',', found 'q'",
            "test.qasm:11:9 expected ';', found 'q'");
    assertThat(Texts.mistakes(SIX_LINES + "foo q[0];\nqubit[0] r;\nh r[1];\nbar q[1];\n"))
        .extracting(t -> t.split(" ", 2)[0])
        .containsExactly("test.qasm:7:1", "test.qasm:8:7", "test.qasm:10:1");
  }

  @Test
  void gatesWithoutTheIncludeAreToldWhatToInclude() {
    assertThat(Texts.mistakes("OPENQASM 3.0;\nqubit q;\nh q;\n"))
        .containsExactly(
            "test.qasm:3:1 the gate 'h' is not known yet; begin with 'include \"stdgates.inc\";'");
    assertThat(Texts.mistakes("OPENQASM 3.0;\nqubit q;\nU(0, 0, 0) q;\n")).isEmpty();
  }

  @Test
  void emptyTextsAndTextsWithoutQubitsAreNoCircuits() {
    assertThat(Texts.mistakes("").getFirst()).contains("declares no qubit");
    assertThat(Texts.mistakes("\0\0").getFirst()).contains("U+0000");
    assertThat(Texts.mistakes("/* never closed").getFirst()).contains("found '/'");
  }

  @Test
  @Timeout(120)
  void whatUnfoldsWithoutEndIsStopped() {
    String doubling =
        "gate g0 a { x a; x a; }\n"
            + IntStream.range(1, 60)
                .mapToObj(i -> "gate g%d a { g%d a; g%d a; }\n".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining());
    assertThat(Texts.mistakes(SIX_LINES + doubling + "g59 q[0];\n").getFirst())
        .contains("grows beyond 1000000 gates");
    String nested =
        "gate g0 a { x a; }\n"
            + IntStream.range(1, 300)
                .mapToObj(i -> "gate g%d a { g%d a; }\n".formatted(i, i - 1))
                .collect(Collectors.joining());
    assertThat(Texts.mistakes(SIX_LINES + nested + "g299 q[0];\n").getFirst())
        .contains("nested more than 100 deep");
    String loops = "for int a in [1:1000] ".repeat(4) + "x q[0];";
    for (int i = 0; i < 4; i++) {
      loops = loops.replaceFirst("int a", "int b" + i);
    }
    assertThat(Texts.mistakes(SIX_LINES + loops).getFirst()).contains("grows beyond");
    assertThat(Texts.mistakes(SIX_LINES + "pow(100000000) @ rx(0.1) q[0];")).isEmpty();
    assertThat(
            Texts.mistakes(SIX_LINES + "gate g a { h a; t a; } pow(100000000) @ g q[0];")
                .getFirst())
        .contains("grows beyond");
    String deep = "(".repeat(100_000);
    assertThat(Texts.mistakes(SIX_LINES + "rx(" + deep).getFirst()).contains("nested more than");
    assertThat(Texts.mistakes(SIX_LINES + "rx(" + "-".repeat(100_001) + "1) q[0];")).isEmpty();
    assertThat(
            Texts.mistakes(
                SIX_LINES + "rx(" + String.join("+", Collections.nCopies(50_000, "1")) + ") q[0];"))
        .isEmpty();
    assertThat(
            Texts.mistakes(
                SIX_LINES
                    + "rx("
                    + String.join("**", Collections.nCopies(50_000, "1"))
                    + ") q[0];"))
        .isEmpty();
    assertThat(Texts.mistakes(SIX_LINES + "rx((1+x[0]+x[1])**64**64) q[0];")).hasSize(1);
    assertThat(Texts.mistakes(SIX_LINES + "x q;".repeat(50_000))).isEmpty();
  }
}
