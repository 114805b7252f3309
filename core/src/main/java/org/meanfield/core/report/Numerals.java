package org.meanfield.core.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/// Numbers as they are set in the page: as many digits as they deserve, a true minus sign, powers
/// of ten in superscript.
final class Numerals {
  static final String NOTHING = "–";
  private static final String PLUS_MINUS = "\u00A0±\u00A0";

  private Numerals() {}

  /// {@return a number with four significant digits, `–` if it is not finite}
  static String of(double value) {
    return of(value, 4);
  }

  /// {@return a number with the given significant digits, `–` if it is not finite}
  static String of(double value, int digits) {
    if (!Double.isFinite(value)) {
      return NOTHING;
    }
    if (value == 0) {
      return "0";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return sign(Long.toString((long) value));
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -3 || exponent > 5) {
      return sign(trim(rounded.movePointLeft(exponent))) + times(exponent);
    }
    return sign(trim(rounded));
  }

  /// {@return a mean with its standard error, rounded where the error says so: `0.0312 ± 0.0008`;
  /// the error has two digits if its first is 1 or 2 and one otherwise; without a finite error just
  /// the mean}
  static String of(double mean, double error) {
    if (!Double.isFinite(mean) || !Double.isFinite(error)) {
      return of(mean);
    }
    if (error == 0) {
      return of(mean) + PLUS_MINUS + "0";
    }
    BigDecimal one = new BigDecimal(error).round(new MathContext(1, RoundingMode.HALF_EVEN));
    int digits = one.unscaledValue().intValue() <= 2 ? 2 : 1;
    int last = one.precision() - one.scale() - digits;
    BigDecimal spread = new BigDecimal(error).setScale(-last, RoundingMode.HALF_EVEN);
    double larger = Math.max(Math.abs(mean), error);
    int exponent = (int) Math.floor(Math.log10(larger));
    if (exponent < -3 || exponent > 5) {
      String body =
          fixed(new BigDecimal(mean).movePointLeft(exponent), exponent - last)
              + PLUS_MINUS
              + fixed(spread.movePointLeft(exponent), exponent - last);
      return "(" + body + ")" + times(exponent);
    }
    return fixed(new BigDecimal(mean), -last) + PLUS_MINUS + fixed(spread, -last);
  }

  /// {@return a number with no more digits, six at most, than an error bound allows; with six
  /// without a finite bound}
  static String within(double value, double error) {
    if (!Double.isFinite(value) || !(error > 0) || Double.isInfinite(error)) {
      return of(value, 6);
    }
    int last = (int) Math.floor(Math.log10(error));
    int digits = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value))) - last + 1;
    if (digits < 1) {
      return "0 within " + of(error, 1);
    }
    return of(value, Math.min(6, digits));
  }

  static String of(Replicates values) {
    return of(values.mean(), values.standardError());
  }

  /// {@return a share as a percentage with one decimal}
  static String percent(double share) {
    return Double.isFinite(share) ? fixed(new BigDecimal(100 * share), 1) + "\u202F%" : NOTHING;
  }

  static String percent(Replicates shares) {
    if (!Double.isFinite(shares.standardError()) || shares.standardError() == 0) {
      return percent(shares.mean());
    }
    return of(100 * shares.mean(), 100 * shares.standardError()) + "\u202F%";
  }

  /// {@return ten to a power which may be far beyond a double, `10³⁴⁷⁴³`}
  static String powerOfTen(double exponent) {
    if (!Double.isFinite(exponent)) {
      return NOTHING;
    }
    if (Math.abs(exponent) < 1e9 && exponent == Math.rint(exponent)) {
      return "10" + superscript(Long.toString((long) exponent));
    }
    if (Math.abs(exponent) < 1e6) {
      double whole = Math.floor(exponent);
      return of(Math.pow(10, exponent - whole), 2) + times((int) whole);
    }
    return "10^(" + of(exponent) + ")";
  }

  /// {@return a count with thin spaces between groups of three}
  static String count(long number) {
    String digits = Long.toString(Math.abs(number));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && digits.length() > 4 && (digits.length() - i) % 3 == 0) {
        out.append('\u202F');
      }
      out.append(digits.charAt(i));
    }
    return number < 0 ? "−" + out : out.toString();
  }

  static String bytes(long size) {
    if (size < 1000) {
      return size + " B";
    }
    return size < 1_000_000 ? of(size / 1e3, 3) + " kB" : of(size / 1e6, 3) + " MB";
  }

  static String seconds(double seconds) {
    if (!Double.isFinite(seconds)) {
      return NOTHING;
    }
    if (seconds < 120) {
      return of(seconds, 3) + " s";
    }
    Duration time = Duration.ofMillis(Math.round(seconds * 1e3));
    return time.toHours() == 0
        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
        : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
  }

  /// {@return the words as a list in a sentence: `a, b and c`}
  static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String fixed(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
    if (rounded.signum() == 0) {
      rounded = rounded.abs();
    }
    return sign(rounded.toPlainString());
  }

  private static String trim(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static String sign(String digits) {
    return digits.startsWith("-") ? "−" + digits.substring(1) : digits;
  }

  private static String times(int exponent) {
    return "\u00A0×\u00A010" + superscript(Integer.toString(exponent));
  }

  private static String superscript(String digits) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      out.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return out.toString();
  }
}
