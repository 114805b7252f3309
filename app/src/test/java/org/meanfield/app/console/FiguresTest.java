package org.meanfield.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1.000",
    "12.3456, 12.35",
    "0.0123456, 0.01235",
    "-0.5, −0.5000",
    "9.9999, 10.00",
    "123456, 123456",
    "1.25e-7, 1.250e−7",
    "-3e30, −3.000e30",
    "NaN, –",
    "Infinity, ∞",
    "-Infinity, −∞"
  })
  void numbersHaveFourDigits(double value, String text) {
    assertThat(Figures.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "0.25, 0.25",
    "-2, −2",
    "0.1, 0.1",
    "3.14159265, 3.14159",
    "0.9999999, 1",
    "999999.7, 1e6",
    "123456, 123456",
    "1.5e-7, 1.5e−7",
    "NaN, –"
  })
  void plainNumbersAreShort(double value, String text) {
    assertThat(Figures.plain(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "6.78612, 6.78625, 6.78612 and 6.78625",
    "6.7861, 9, 6.786 and 9.000",
    "2, 2, 2.000 and 2.000",
    "0, 1e-7, 0 and 1.000e−7",
    "1, 1.0000000000000002, 1.0000000000000000 and 1.0000000000000002",
  })
  void endsOfAnIntervalAreToldApart(double low, double high, String text) {
    assertThat(Figures.ends(low, high)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.12345, 0.0123, 0.123 ± 0.012",
    "12.3456, 0.31, 12.35 ± 0.31",
    "1234.4, 31, 1234 ± 31",
    "0.000123, 0.0000041, (1.230 ± 0.041)e−4",
    "0.00001, 0.000123, (0.1 ± 1.2)e−4",
    "0.5, 0, 0.5000",
    "0.5, NaN, 0.5000",
    "1, 0.0996, 1.00 ± 0.10"
  })
  void meansAreCutAtTheSecondDigitOfTheirErrors(double mean, double error, String text) {
    assertThat(Figures.plusMinus(mean, error)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.004, 0.00 s",
    "0.04, 0.04 s",
    "0.4, 0.4 s",
    "12, 12 s",
    "59.6, 1:00 min",
    "185, 3:05 min",
    "7800, 2:10 h",
    "3456000, 40 days",
    "Infinity, ∞ days"
  })
  void timesUseTheUnitOneWouldSay(double seconds, String text) {
    assertThat(Figures.seconds(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.00 kB", "64e6, 64.0 MB", "1.76e13, 17.6 TB"})
  void sizesUseDecimalPrefixes(double bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void nounsFollowTheirCount() {
    assertThat(Figures.count(1, "replicate")).isEqualTo("1 replicate");
    assertThat(Figures.count(0, "replicate")).isEqualTo("0 replicates");
  }
}
