package org.meanfield.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
  private static String breakable(String text) {
    return text.replace('\u00A0', ' ');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.03124     | 0.00083   | 0.0312 ± 0.0008
          0.03124     | 0.00123   | 0.0312 ± 0.0012
          12.3456     | 0.2       | 12.35 ± 0.20
          -1.5        | 0.36      | −1.5 ± 0.4
          1234.5      | 31        | 1230 ± 30
          0.99996     | 0.00004   | 0.99996 ± 0.00004
          3.1234e-5   | 8e-7      | (3.12 ± 0.08) × 10⁻⁵
          2.5e7       | 3e5       | (2.50 ± 0.03) × 10⁷
          0           | 0.5       | 0.0 ± 0.5
          0.5         | 0         | 0.5 ± 0
          0.096       | 0.0097    | 0.096 ± 0.010
          0.5         | NaN       | 0.5
          NaN         | 0.1       | –
          """)
  void anErrorSaysHowManyDigitsAMeanDeserves(double mean, double error, String shown) {
    assertThat(breakable(Numerals.of(mean, error))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0          | 0
          16         | 16
          0.123456   | 0.1235
          -0.001     | −0.001
          9.9996e-4  | 0.001
          1.5e-9     | 1.5 × 10⁻⁹
          123456789  | 1.235 × 10⁸
          Infinity   | –
          """)
  void aNumberHasFourDigits(double value, String shown) {
    assertThat(breakable(Numerals.of(value))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.123456789 | 3.1e-9 | 0.123457
          0.123456789 | 0.004  | 0.123
          0.123456789 | 0.04   | 0.12
          0.0312      | 0.5    | 0 within 0.5
          0           | 1e-3   | 0 within 0.001
          0.123456789 | NaN    | 0.123457
          NaN         | 0.1    | –
          """)
  void aBoundSaysHowManyDigitsAreKnown(double value, double error, String shown) {
    assertThat(breakable(Numerals.within(value, error))).isEqualTo(shown);
  }

  @Test
  void farPowersAndListsAreReadable() {
    assertThat(Numerals.powerOfTen(34743)).isEqualTo("10³⁴⁷⁴³");
    assertThat(Numerals.powerOfTen(Double.NaN)).isEqualTo("–");
    assertThat(Numerals.list(List.of("16", "64", "256"))).isEqualTo("16, 64 and 256");
    assertThat(Numerals.count(1_234_567)).isEqualTo("1\u202F234\u202F567");
    assertThat(Numerals.percent(0.875)).isEqualTo("87.5\u202F%");
  }
}
