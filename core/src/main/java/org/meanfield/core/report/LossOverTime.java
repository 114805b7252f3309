package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Loss and accuracies of every mixture and of the limit over time, from `loss.csv`.
final class LossOverTime implements Section {
  private static final int TIMES = 400;

  /// A recorded rise of L by more than this share is told: L never increases along the exact flow.
  private static final double RISE = 1e-6;

  /// The three measured quantities at one time.
  record Point(Replicates loss, Replicates train, Replicates test) {
    Point() {
      this(new Replicates(), new Replicates(), new Replicates());
    }
  }

  private record Path(Experts experts, String replicate) {}

  private final RunTable table;
  private final NavigableMap<Experts, NavigableMap<Double, Point>> curves = new TreeMap<>();
  private final Map<Path, double[]> last = new LinkedHashMap<>();
  private final NavigableSet<String> replicates = new TreeSet<>();
  private final NavigableSet<String> rising = new TreeSet<>();
  private boolean trainAccuracy;
  private boolean testAccuracy;
  private boolean thinned;

  LossOverTime(Run run) {
    table = run.table("loss.csv");
    table.read(this::take);
    curves.values().removeIf(NavigableMap::isEmpty);
  }

  private void take(RunTable.Row row) {
    Experts experts = row.experts();
    double time = row.required("time");
    double loss = row.required("loss");
    double train = row.number("train_accuracy");
    double test = row.number("test_accuracy");
    Point point =
        curves
            .computeIfAbsent(experts, n -> new TreeMap<>())
            .computeIfAbsent(time, t -> new Point());
    point.loss().add(loss);
    point.train().add(train);
    point.test().add(test);
    trainAccuracy |= Double.isFinite(train);
    testAccuracy |= Double.isFinite(test);
    if (!experts.isLimit()) {
      replicates.add(row.text("replicate"));
    }
    Path path = new Path(experts, row.text("replicate"));
    double[] before = last.get(path);
    last.put(path, new double[] {time, loss, before == null ? loss : before[2]});
    // Near interpolation L is rounding noise: a rise there must also be seen on the scale of the
    // start.
    if (before != null
        && time > before[0]
        && loss > before[1] * (1 + RISE) + 1e-12 * Math.abs(before[2])) {
      rising.add(
          experts.label() + (experts.isLimit() ? "" : ", replicate " + row.text("replicate")));
    }
  }

  @Override
  public String id() {
    return "loss";
  }

  @Override
  public String title() {
    return "Loss and accuracy over time";
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public boolean isEmpty() {
    return curves.isEmpty();
  }

  boolean hasLimit() {
    return curves.containsKey(Experts.LIMIT);
  }

  /// {@return whether the limit was followed and no mixture}
  boolean isLimitOnly() {
    return hasLimit() && curves.size() == 1;
  }

  boolean hasTrainAccuracy() {
    return trainAccuracy;
  }

  boolean hasTestAccuracy() {
    return testAccuracy;
  }

  /// {@return the numbers of experts, the limit last if it is there}
  List<Experts> experts() {
    return new ArrayList<>(curves.keySet());
  }

  /// {@return how many different replicates there are}
  int replicates() {
    return replicates.size();
  }

  /// {@return the last recorded time, NaN without any}
  double finalTime() {
    return curves.values().stream().mapToDouble(NavigableMap::lastKey).max().orElse(Double.NaN);
  }

  /// {@return what was measured at the last recorded time of a mixture}
  Point last(Experts experts) {
    NavigableMap<Double, Point> curve = curves.get(experts);
    return curve == null ? new Point() : curve.lastEntry().getValue();
  }

  /// {@return what was measured at the first recorded time of a mixture}
  Point first(Experts experts) {
    NavigableMap<Double, Point> curve = curves.get(experts);
    return curve == null ? new Point() : curve.firstEntry().getValue();
  }

  @Override
  public void write(Html html) {
    if (curves.isEmpty()) {
      html.absent(
          table.exists()
              ? "<code>loss.csv</code> has no row which could be read."
              : "There is no <code>loss.csv</code> in this run directory: no loss was recorded.");
      return;
    }
    StringBuilder caption = new StringBuilder();
    caption.append(
        "The loss <i>L</i> = ½ Σ<sub><i>j</i></sub> (<i>F</i>(<i>x<sub>j</sub></i>) − <i>y<sub>j</sub></i>)², "
            + "(3.2), a sum over the data, against flow time <i>t</i>. ");
    caption.append(bandWords());
    caption.append(
        hasLimit()
            ? " The line in ink is the limit <i>N</i> → ∞. "
            : " The limit was not computed, so there is no line for <i>N</i> → ∞. ");
    if (rising.isEmpty()) {
      caption.append(
          "Along every recorded path the loss never rises, as it must along a gradient flow.");
    } else {
      caption
          .append("<b>The loss rises by more than one part in a million along ")
          .append(rising.size() == 1 ? "one path" : rising.size() + " paths")
          .append("</b> (")
          .append(Html.escape(String.join("; ", Thinning.of(List.copyOf(rising), 3))))
          .append(rising.size() > 3 ? "; …" : "")
          .append("), which an exact gradient flow cannot do: look at the step.");
    }
    data(); // so that the caption knows whether points were left out
    if (thinned) {
      caption.append(" Every curve is drawn through ").append(TIMES);
      caption.append(" of its recorded times; the table has all.");
    }
    html.figure("loss", caption.toString());
    if (trainAccuracy || testAccuracy) {
      html.figure(
          "accuracy",
          "Share of points whose sign of <i>F</i> is the sign of <i>y</i>"
              + (trainAccuracy && testAccuracy
                  ? ", on the training data and on data never trained on."
                  : trainAccuracy
                      ? ", on the training data; no test set was given."
                      : ", on the test data.")
              + " Lines and bands as in the figure above.");
    } else {
      html.absent(
          "No accuracy was recorded: the targets are no classes, or the run didn’t ask for it.");
    }
  }

  private String bandWords() {
    if (curves.headMap(Experts.LIMIT).isEmpty()) {
      return "";
    }
    int most = replicates();
    if (most < 2) {
      return "Each coloured line is a single replicate: there is no error band, and none can be given.";
    }
    return "Each coloured line is the mean of "
        + most
        + " replicates; the band is ±1 standard error of that mean, or the range of the replicates, as chosen.";
  }

  @Override
  public Map<String, Object> data() {
    List<Object> series = new ArrayList<>();
    thinned = false;
    curves.forEach((experts, curve) -> {
      List<Map.Entry<Double, Point>> points = Thinning.of(List.copyOf(curve.entrySet()), TIMES);
      thinned |= points.size() < curve.size();
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("n", experts.inData());
      one.put("t", points.stream().map(Map.Entry::getKey).toList());
      one.put("loss", points.stream().map(p -> Thinning.data(p.getValue().loss())).toList());
      if (trainAccuracy) {
        one.put("train", points.stream().map(p -> Thinning.data(p.getValue().train())).toList());
      }
      if (testAccuracy) {
        one.put("test", points.stream().map(p -> Thinning.data(p.getValue().test())).toList());
      }
      series.add(one);
    });
    return series.isEmpty() ? Map.of() : Map.of("loss", series);
  }
}
