package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.meanfield.core.measure.SamplingError;
import org.meanfield.core.measure.WassersteinOrder;

/// The theory's curves drawn dashed beside measured points, as functions of the number N of
/// experts.
///
/// A *guide* gives an order only and is scaled through the measured mean at the smallest N; an
/// *absolute* curve is drawn where it lies.
final class Guides {
  private static final int POINTS = 25;

  /// One curve: its name, a label in HTML, whether it is absolute, and its points.
  record Curve(String key, String label, boolean absolute, List<Double> n, List<Double> values) {
    Map<String, Object> inData() {
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("key", key);
      out.put("label", label);
      out.put("absolute", absolute);
      out.put("n", n);
      out.put("v", values.stream().map(Guides::short6).toList());
      return out;
    }
  }

  private final double smallest;
  private final double largest;

  /// @param smallest the smallest N drawn
  /// @param largest the largest N drawn
  Guides(double smallest, double largest) {
    this.smallest = smallest;
    this.largest = largest;
  }

  /// {@return E W₂²(μ_N, uniform) = π²/(3N) on the circle, for every N}
  static double circleMean(double n) {
    return Math.PI * Math.PI / (3 * n);
  }

  /// {@return the curves beside E D²}
  ///
  /// @param anchor the mean measured at the smallest N
  /// @param factor the bound's factor of 1/N, NaN if none is known
  List<Curve> coupling(double anchor, double factor) {
    List<Curve> curves = new ArrayList<>();
    add(curves, through("order", "1/<i>N</i>, the order in every dimension", anchor, n -> 1 / n));
    if (Double.isFinite(factor) && factor > 0) {
      curves.add(
          at(
              "bound",
              "sharp bound [<i>dαn</i>(e<sup><i>Ct</i></sup> − 1)/<i>C</i>]²/<i>N</i>",
              n -> factor / n));
    }
    return curves;
  }

  /// {@return the curves beside E W₂²}
  ///
  /// @param uniform whether the law is the uniform one: at time zero from a uniform start
  /// @param l1 whether the ground metric is ℓ₁
  /// @param peak the law's largest density; NaN where it has none or none is known
  List<Curve> distance(int d, double anchor, boolean uniform, boolean l1, double peak) {
    List<Curve> curves = new ArrayList<>();
    String power = "<i>N</i><sup>−2/<i>d</i></sup>";
    String root = "<i>N</i><sup>−1/2</sup>";
    add(
        curves,
        through(
            "paper",
            "<i>α<sub>d</sub></i>(<i>N</i>) = "
                + power
                + " + "
                + root
                + (d == 1 ? ", (2.13), here as good as Fournier–Guillin’s " + root : ", (2.13)"),
            anchor,
            n -> WassersteinOrder.paper(d, n)));
    String sharp =
        switch (d) {
          case 1 -> "1/<i>N</i>";
          case 2 -> "log <i>N</i> / <i>N</i>";
          default -> power;
        };
    if (d > 4) {
      add(
          curves,
          through(
              "sharp",
              power + ", Fournier–Guillin and Divol",
              anchor,
              n -> WassersteinOrder.sharp(d, n)));
    } else {
      String general = d == 4 ? root + " log <i>N</i>" : root;
      if (d > 1) {
        add(
            curves,
            through(
                "general",
                general + ", Fournier–Guillin",
                anchor,
                n -> WassersteinOrder.general(d, n)));
      }
      if (d > 1 || !uniform) { // else the exact mean is drawn, which has this order
        add(curves, through("sharp", sharp + ", Divol", anchor, n -> WassersteinOrder.sharp(d, n)));
      }
    }
    if (uniform && d == 1) {
      curves.add(at("exact", "π²/(3<i>N</i>), exact mean", Guides::circleMean));
    }
    if (l1 && (uniform || peak > 0)) {
      SamplingError error = new SamplingError(d);
      Curve bound =
          uniform
              ? at(
                  "floor",
                  "<i>d</i>/(<i>d</i>+2) π² (<i>d</i>!/<i>N</i>)<sup>2/<i>d</i></sup>, no <i>N</i> atoms can be closer",
                  error::lower)
              : at(
                  "floor",
                  "<i>d</i>/(<i>d</i>+2) ¼ (<i>d</i>!/(<i>N</i> max <i>p<sub>t</sub></i>))<sup>2/<i>d</i></sup>, no <i>N</i> atoms can be closer",
                  n -> error.lower(n, peak));
      if (bound.values().stream().allMatch(Double::isFinite)) {
        curves.add(bound);
      }
    }
    return curves;
  }

  /// An order says nothing about a single size.
  private void add(List<Curve> curves, Curve guide) {
    if (largest > smallest) {
      curves.add(guide);
    }
  }

  private Curve through(String key, String label, double anchor, DoubleUnaryOperator order) {
    double scale = anchor / order.applyAsDouble(smallest);
    return curve(key, label, false, n -> scale * order.applyAsDouble(n));
  }

  private Curve at(String key, String label, DoubleUnaryOperator value) {
    return curve(key, label, true, value);
  }

  private Curve curve(String key, String label, boolean absolute, DoubleUnaryOperator value) {
    List<Double> places = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    int points = largest > smallest ? POINTS : 1;
    for (int i = 0; i < points; i++) {
      double n =
          points == 1 ? smallest : smallest * Math.pow(largest / smallest, i / (points - 1.0));
      places.add(short6(n));
      values.add(value.applyAsDouble(n));
    }
    return new Curve(key, label, absolute, places, values);
  }

  /// {@return the number to six digits: enough for a line in a picture}
  static double short6(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value;
    }
    return new java.math.BigDecimal(value).round(new java.math.MathContext(6)).doubleValue();
  }
}
