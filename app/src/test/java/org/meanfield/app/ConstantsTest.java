package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Doubly exponential constants, from a study file to `constants.csv`: what no double holds stands
/// there by its logarithm or the logarithm of that, and no cell is infinite or no number.
class ConstantsTest {
  private static final List<String> NUMBERS_OF_CONSTANTS = List.of("value", "log10", "log10_log10");
  private static final List<String> NUMBERS_OF_RATES =
      List.of("slope", "ci_low", "ci_high", "predicted");

  @TempDir Path folder;

  /// One datum with y = 0 and f = cos: C = max{0 + 1, 1} = 1, and T = 1; log₁₀ of 8 e⁸ exp(8 e⁸)
  /// from 50-digit arithmetic.
  @Test
  void theSecondConstantIsWrittenByItsLogarithm() throws IOException {
    run(1, 0);
    assertThat(constant("C").get("value")).isEqualTo("1.0");
    Map<String, String> row = constant("C2(T)/C1");
    assertThat(row.get("value")).isEmpty();
    assertThat(number(row, "log10")).isCloseTo(10361.286282303401, within(1e-9));
    assertThat(number(row, "log10_log10")).isCloseTo(Math.log10(10361.286282303401), within(1e-14));
    isFinite(folder.resolve("out"));
  }

  /// 32 data with y = 0.2: C = 32·1.2 = 38.4, and the logarithm is 7.17·10⁵¹²⁶; its own from
  /// 60-digit arithmetic.
  @Test
  void theSecondConstantIsWrittenByTheLogarithmOfItsLogarithm() throws IOException {
    run(32, 0.2);
    assertThat(number(constant("C"), "value")).isCloseTo(38.4, within(1e-12));
    Map<String, String> row = constant("C2(T)/C1");
    assertThat(row.get("value")).isEmpty();
    assertThat(row.get("log10")).isEmpty();
    assertThat(number(row, "log10_log10")).isCloseTo(5126.855706629100, within(1e-11));
    isFinite(folder.resolve("out"));
  }

  /// With fewer particles, atoms and replicates than they have; the data, the experts and the
  /// horizons, of which the constants are made, are their own.
  @ParameterizedTest
  @ValueSource(strings = {"coupling.yaml", "digits.yaml", "qasm.yaml", "torus.yaml"})
  void readyStudiesWriteFiniteNumbersAlone(String name) throws IOException {
    Path out = folder.resolve("out");
    Program.run(
            "run",
            Program.STUDIES.resolve(name),
            "--out",
            out,
            "--quiet",
            "--set",
            "experts=[4, 8, 128]",
            "--set",
            "replicates=2",
            "--set",
            "limit.points=256")
        .done();
    isFinite(out);
  }

  @Test
  void whatIsNotFiniteIsSeen() {
    Table table = Table.parse(List.of("value,log10", "1.5,", "NaN,2.0"));
    assertThat(notFinite(table, List.of("log10"))).isZero();
    assertThat(notFinite(table, List.of("value", "log10"))).isOne();
  }

  private void run(int data, double target) throws IOException {
    Workbench bench = Workbench.small(folder);
    bench.write("x.csv", "x0\n" + "0.3\n".repeat(data));
    bench.write("y.csv", "y\n" + (target + "\n").repeat(data));
    bench.run("--set", "flow={time: 1, step: 0.05}", "--set", "experts=[4, 8, 16]").done();
  }

  private Map<String, String> constant(String name) throws IOException {
    return Table.read(folder.resolve("out/constants.csv"))
        .where("name", name)
        .where("variant", "printed")
        .rows()
        .getFirst();
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static void isFinite(Path out) throws IOException {
    Table constants = Table.read(out.resolve("constants.csv"));
    assertThat(constants.rows()).isNotEmpty();
    assertThat(notFinite(constants, NUMBERS_OF_CONSTANTS)).isZero();
    Table rates = Table.read(out.resolve("rates.csv"));
    assertThat(rates.rows()).isNotEmpty();
    assertThat(notFinite(rates, NUMBERS_OF_RATES)).isZero();
  }

  /// {@return how many cells that are not empty hold no finite number}
  private static long notFinite(Table table, List<String> columns) {
    return table.rows().stream()
        .flatMap(row -> columns.stream().map(row::get))
        .filter(cell -> !cell.isEmpty() && !Double.isFinite(Double.parseDouble(cell)))
        .count();
  }
}
