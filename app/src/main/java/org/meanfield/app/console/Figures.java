package org.meanfield.app.console;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers as people like to read them; files and JSON carry every digit instead.
public final class Figures {
  private static final int DIGITS = 4;
  private static final int PLAIN_DIGITS = 6;

  /// As many as tell any two doubles apart.
  private static final int MOST_DIGITS = 17;

  private Figures() {}

  /// {@return a number to four digits: `0.01234`, `1.234e−7`}
  ///
  /// @param value any double
  public static String number(double value) {
    return number(value, DIGITS);
  }

  /// {@return an interval's ends, with one digit more than it takes to tell them apart, four at
  /// least: `6.786 and 6.801`, `6.78612 and 6.78625`}
  ///
  /// @param low any double
  /// @param high any double
  public static String ends(double low, double high) {
    int digits = DIGITS;
    if (low != high) {
      while (digits < MOST_DIGITS && number(low, digits - 1).equals(number(high, digits - 1))) {
        digits++;
      }
    }
    return number(low, digits) + " and " + number(high, digits);
  }

  private static String number(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    int exponent = exponent(value, digits);
    if (exponent < -4 || exponent > 5) {
      return fixed(value / Math.pow(10, exponent), digits - 1) + power(exponent);
    }
    return fixed(value, digits - 1 - exponent);
  }

  /// {@return a number as one would write it, to six digits: `1`, `0.25`, `1.5e−7`}
  ///
  /// @param value any double
  public static String plain(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return number(value);
    }
    int exponent = exponent(value, PLAIN_DIGITS);
    boolean outside = exponent < -4 || exponent >= PLAIN_DIGITS;
    double shown = outside ? value / Math.pow(10, exponent) : value;
    String digits =
        new BigDecimal(shown)
            .round(new MathContext(PLAIN_DIGITS))
            .stripTrailingZeros()
            .toPlainString()
            .replace('-', '−');
    return outside ? digits + power(exponent) : digits;
  }

  /// {@return a mean with its standard error, both to the error's second digit: `0.123 ± 0.012`,
  /// `(1.23 ± 0.12)e−7`}
  ///
  /// @param mean any double
  /// @param error ≥ 0; the mean stands alone if it is 0 or NaN
  public static String plusMinus(double mean, double error) {
    if (!(error > 0) || !Double.isFinite(mean) || Double.isInfinite(error)) {
      return number(mean);
    }
    int exponent = exponent(Math.max(Math.abs(mean), error), DIGITS);
    int last = exponent(error, 2) - 1; // the place of the error's second digit
    if (exponent < -3 || exponent > 5) {
      double scale = Math.pow(10, exponent);
      int decimals = exponent - last;
      return "(%s ± %s)%s"
          .formatted(
              fixed(mean / scale, decimals), fixed(error / scale, decimals), power(exponent));
    }
    return fixed(mean, -last) + " ± " + fixed(error, -last);
  }

  /// {@return a size in bytes: `640 MB`}
  ///
  /// @param bytes ≥ 0, any size
  public static String bytes(double bytes) {
    return prefixed(bytes, "B");
  }

  /// {@return a number with an SI prefix, three digits: `12.3 k`}
  ///
  /// @param value ≥ 0
  /// @param unit what follows the prefix
  public static String prefixed(double value, String unit) {
    String[] prefixes = {"", "k", "M", "G", "T", "P", "E"};
    int step = 0;
    double rest = value;
    while (rest >= 999.5 && step < prefixes.length - 1) {
      rest /= 1000;
      step++;
    }
    if (rest >= 999.5) {
      return number(value) + " " + unit;
    }
    boolean whole = step == 0 && rest == Math.rint(rest);
    int decimals = whole || rest >= 99.95 ? 0 : rest >= 9.995 ? 1 : 2;
    return (fixed(rest, decimals) + " " + prefixes[step] + unit).strip();
  }

  /// {@return a length of time to three digits: `1.234 s`, `12.3 ms`, `45 µs`, `6.7 ns`}
  ///
  /// @param seconds ≥ 0
  public static String duration(double seconds) {
    return seconds >= 0.9995
        ? number(seconds) + " s"
        : seconds >= 0.9995e-3
            ? "%.3g ms".formatted(1e3 * seconds)
            : seconds >= 0.9995e-6
                ? "%.3g µs".formatted(1e6 * seconds)
                : "%.3g ns".formatted(1e9 * seconds);
  }

  /// {@return a length of time: `0.4 s`, `12 s`, `3:05 min`, `2:10 h`, `40 days`}
  ///
  /// @param seconds ≥ 0
  public static String seconds(double seconds) {
    if (seconds < 9.95) {
      return fixed(seconds, seconds < 0.0995 ? 2 : 1) + " s";
    }
    if (seconds < 59.5) {
      return fixed(seconds, 0) + " s";
    }
    if (seconds < 3599.5) {
      return clock(Math.round(seconds)) + " min";
    }
    if (seconds < 48 * 3600) {
      return clock(Math.round(seconds / 60)) + " h";
    }
    double days = seconds / 86400;
    return (days < 9999.5 ? fixed(days, 0) : number(days)) + " days";
  }

  /// {@return a count with its noun: `1 replicate`, `3 replicates`}
  ///
  /// @param count ≥ 0
  /// @param noun in the singular
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String clock(long count) {
    return "%d:%02d".formatted(count / 60, count % 60);
  }

  /// {@return the power of ten of a number's first digit, once it is rounded to some digits:
  /// 0.99996 to four is 1.000}
  private static int exponent(double value, int places) {
    String digits = String.format(Locale.ROOT, "%." + (places - 1) + "e", Math.abs(value));
    return Integer.parseInt(digits.substring(digits.indexOf('e') + 1));
  }

  private static String power(int exponent) {
    return "e" + (exponent < 0 ? "−" : "") + Math.abs(exponent);
  }

  private static String fixed(double value, int decimals) {
    String pattern = "%." + Math.clamp(decimals, 0, MOST_DIGITS + 4) + "f";
    return String.format(Locale.ROOT, pattern, value).replace('-', '−');
  }
}
