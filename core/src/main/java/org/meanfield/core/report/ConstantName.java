package org.meanfield.core.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A constant's name as mathematicians set it, and what it is in a phrase; names that the report
/// doesn't know stand as they are written in `constants.csv`.
///
/// @param markup the name
/// @param meaning what it is, in markup; may be empty
record ConstantName(String markup, String meaning) {
  private static final Pattern AT_SIZE = Pattern.compile("([a-z0-9_-]+)\\((\\d+)\\)");
  private static final String FACTOR =
      "[<i>dαn</i>(<i>e</i><sup><i>CT</i></sup>&nbsp;−&nbsp;1)/<i>C</i>]²";

  static ConstantName of(String name) {
    Matcher sized = AT_SIZE.matcher(name);
    if (sized.matches()) {
      String n = Numerals.count(Long.parseLong(sized.group(2)));
      return sized(sized.group(1), n, name);
    }
    return switch (name) {
      case "A" -> new ConstantName("<i>A</i>", "the largest target, max |<i>y<sub>j</sub></i>|");
      case "diameter-squared" ->
          new ConstantName("(π<i>d</i>)²", "squared diameter of the torus in ℓ₁");
      case "C" -> new ConstantName("<i>C</i>", "Lipschitz constant of the drift");
      case "CT" -> new ConstantName("<i>CT</i>", "that constant times the final time");
      case "C2(T)/C1" ->
          new ConstantName(
              "<i>C</i>₂(<i>T</i>)/<i>C</i>₁",
              "factor by which the theorem lets the sampling error grow, (2.22)");
      case "coupling-factor" ->
          new ConstantName(FACTOR, "factor of 1/<i>N</i> in the bound of E <i>D</i>²");
      case "exponent-w2-squared" ->
          new ConstantName("exponent of E W₂²", "the power of <i>N</i> for large <i>N</i>");
      case "exponent-coupling" ->
          new ConstantName("exponent of E <i>D</i>²", "the power of <i>N</i>");
      default -> new ConstantName(Html.escape(name), "");
    };
  }

  private static ConstantName sized(String kind, String n, String written) {
    String at = " for <i>N</i> = " + n;
    return switch (kind) {
      case "alpha_d" ->
          new ConstantName(
              "<i>α<sub>d</sub></i>(" + n + ")",
              "the order of E W₂²"
                  + at
                  + ": the theorem’s, (2.13), Fournier–Guillin’s for any law, Divol’s for densities bounded on both"
                  + " sides");
      case "static-bound" ->
          new ConstantName(
              "bound of E W₂²(μ̄<sub>N</sub>, μ)",
              "of independent points"
                  + at
                  + "; stands for <i>C</i>₁<i>α<sub>d</sub></i>(<i>N</i>)");
      case "coupling-bound" ->
          new ConstantName("bound of E <i>D</i>²", "at time <i>T</i>" + at + ", (2.21)");
      case "w2-squared-bound" ->
          new ConstantName(
              "bound of E W₂²(μ<sub>N</sub>, μ)", "up to time <i>T</i>" + at + ", (3.43)");
      case "w2-squared-lower" ->
          new ConstantName(
              "least W₂² from the uniform law", "of any " + n + " points, wherever they are");
      default -> new ConstantName(Html.escape(written), "");
    };
  }
}
