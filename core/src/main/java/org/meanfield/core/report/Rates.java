package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/// How fast mixtures approach the limit as N grows: the coupling error D² from `coupling.csv`, W₂²
/// from `distance.csv`, fitted slopes from `rates.csv`.
final class Rates implements Section {
  private static final int TIMES = 24;

  /// A fitted slope with its interval, the slope predicted and what was concluded.
  record Slope(
      String quantity,
      String d,
      double slope,
      double low,
      double high,
      double predicted,
      String verdict) {
    boolean holds() {
      String word = verdict.toLowerCase(Locale.ROOT);
      return word.startsWith("pass") || word.startsWith("holds") || word.equals("ok");
    }

    boolean inconclusive() {
      return verdict.toLowerCase(Locale.ROOT).startsWith("inconclusive");
    }

    boolean judged() {
      return !verdict.toLowerCase(Locale.ROOT).startsWith("not judged");
    }

    /// {@return `good` where the prediction holds, `look` where it does not, `open` where nothing
    /// was concluded}
    String standing() {
      return holds() ? "good" : inconclusive() || !judged() ? "open" : "look";
    }
  }

  /// Where a statistic belongs.
  record Place(int d, double time, Experts experts) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byD = Integer.compare(d, other.d);
      int byTime = Double.compare(time, other.time);
      return byD != 0 ? byD : byTime != 0 ? byTime : experts.compareTo(other.experts);
    }
  }

  private record Pair(Place place, String replicate) {}

  private final Run run;
  private final RunTable coupling;
  private final RunTable distance;
  private final RunTable rates;
  private final NavigableMap<Place, Replicates> sup = new TreeMap<>();
  private final NavigableMap<Place, Replicates> pointwise = new TreeMap<>();
  private final NavigableMap<Place, Replicates> trained = new TreeMap<>();
  private final NavigableMap<Place, Replicates> fixed = new TreeMap<>();
  private final NavigableMap<Place, Replicates> paired = new TreeMap<>();
  private final Map<Pair, double[]> pairs = new LinkedHashMap<>();
  private final List<Slope> slopes = new ArrayList<>();
  private final double factor;
  private final DensityPeaks peaks;
  private double gap = Double.NaN;
  private double gapShare = Double.NaN;
  private long gaps;
  private long distances;

  Rates(Run run, Constants constants) {
    this.run = run;
    coupling = run.table("coupling.csv");
    distance = run.table("distance.csv");
    rates = run.table("rates.csv");
    factor = constants.couplingFactor();
    peaks = new DensityPeaks(run.table("density.csv"));
    coupling.read(row -> {
      Place place = place(row);
      sup.computeIfAbsent(place, p -> new Replicates()).add(row.measured("mean_sup_sq_l1"));
      pointwise.computeIfAbsent(place, p -> new Replicates()).add(row.measured("mean_sq_l1"));
    });
    distance.read(this::takeDistance);
    pairs.forEach((pair, both) -> {
      if (Double.isFinite(both[0]) && Double.isFinite(both[1])) {
        paired.computeIfAbsent(pair.place(), p -> new Replicates()).add(both[0] - both[1]);
      }
    });
    rates.read(row ->
        slopes.add(
            new Slope(
                row.text("quantity"),
                row.text("d"),
                row.number("slope"),
                row.number("ci_low"),
                row.number("ci_high"),
                row.number("predicted"),
                row.text("verdict"))));
  }

  private Place place(RunTable.Row row) {
    double d = row.number("d");
    int dimension = Double.isFinite(d) ? (int) d : Math.max(1, run.parameters());
    return new Place(dimension, row.required("time"), row.experts());
  }

  private void takeDistance(RunTable.Row row) {
    Place place = place(row);
    double value = row.measured("w2_squared");
    boolean still = row.text("kind").equals("static");
    (still ? fixed : trained).computeIfAbsent(place, p -> new Replicates()).add(value);
    double[] both =
        pairs.computeIfAbsent(
            new Pair(place, row.text("replicate")), p -> new double[] {Double.NaN, Double.NaN});
    both[still ? 1 : 0] = value;
    distances++;
    double certified = row.number("gap");
    if (Double.isFinite(certified)) {
      gaps++;
      gap = Double.isNaN(gap) ? certified : Math.max(gap, certified);
      if (value > 0) {
        double share = certified / value;
        gapShare = Double.isNaN(gapShare) ? share : Math.max(gapShare, share);
      }
    }
  }

  @Override
  public String id() {
    return "rates";
  }

  @Override
  public String title() {
    return "Convergence as <i>N</i> grows";
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public boolean isEmpty() {
    return sup.isEmpty() && trained.isEmpty() && fixed.isEmpty() && slopes.isEmpty();
  }

  List<Slope> slopes() {
    return slopes;
  }

  boolean hasCoupling() {
    return !sup.isEmpty();
  }

  boolean hasDistance() {
    return !trained.isEmpty();
  }

  /// {@return the dimensions that occur}
  NavigableSet<Integer> dimensions() {
    NavigableSet<Integer> out = new TreeSet<>();
    sup.keySet().forEach(place -> out.add(place.d()));
    trained.keySet().forEach(place -> out.add(place.d()));
    fixed.keySet().forEach(place -> out.add(place.d()));
    return out;
  }

  /// {@return the numbers of experts that occur}
  NavigableSet<Experts> experts() {
    NavigableSet<Experts> out = new TreeSet<>();
    sup.keySet().forEach(place -> out.add(place.experts()));
    trained.keySet().forEach(place -> out.add(place.experts()));
    fixed.keySet().forEach(place -> out.add(place.experts()));
    return out;
  }

  /// {@return the dimension for which the constants of the study hold, zero if that isn't known}
  private int boundDimension() {
    if (run.parameters() > 0) {
      return run.parameters();
    }
    return dimensions().size() == 1 ? dimensions().first() : 0;
  }

  /// {@return the coupling error of a mixture at the last time it was measured}
  Replicates lastCoupling(int d, Experts experts) {
    return last(sup, d, experts);
  }

  /// {@return W₂² of the trained particles at the last time it was measured}
  Replicates lastDistance(int d, Experts experts) {
    return last(trained, d, experts);
  }

  private static Replicates last(NavigableMap<Place, Replicates> values, int d, Experts experts) {
    Replicates found = new Replicates();
    for (Map.Entry<Place, Replicates> entry : values.entrySet()) {
      if (entry.getKey().d() == d && entry.getKey().experts().equals(experts)) {
        found = entry.getValue();
      }
    }
    return found;
  }

  @Override
  public void write(Html html) {
    if (sup.isEmpty()) {
      html.absent(
          coupling.exists()
              ? "<code>coupling.csv</code> has no rows: the particles were not compared with the McKean process."
              : "There is no <code>coupling.csv</code>: without a limit the particles have nothing to be coupled to.");
    } else {
      html.figure("coupling", couplingCaption());
    }
    if (trained.isEmpty() && fixed.isEmpty()) {
      html.absent(
          distance.exists()
              ? "<code>distance.csv</code> has no rows."
              : "There is no <code>distance.csv</code>: the study asks for no <code>distance</code>.");
    } else {
      html.figure("distance", distanceCaption());
      if (!paired.isEmpty()) {
        html.figure(
            "paired",
            "What training adds to the sampling error: W₂²(<i>μ<sub>N</sub></i>, <i>μ<sub>t</sub></i>) of the trained"
                + " particles minus W₂² of the coupled independent ones, replicate by replicate. Below zero training has"
                + " <i>reduced</i> the error. "
                + Captions.replicates(paired.values()));
      }
    }
    if (!slopes.isEmpty()) {
      slopes(html);
    }
  }

  private String couplingCaption() {
    String bound =
        Double.isFinite(factor) && dimensions().contains(boundDimension())
            ? " The bound is absolute: it lies where it is drawn, and is shown at the final time only."
            : "";
    return "The coupling error, (2.9): the squared ℓ₁ distance between each particle and its McKean companion started"
        + " at the same point, meaned over the particles. “Path” takes the largest distance up to <i>t</i> before the"
        + " mean, “moment” the distance at <i>t</i>. "
        + Captions.replicates(sup.values())
        + (experts().size() > 1
            ? " The dashed guide gives an order only and passes through the mean at the smallest <i>N</i>."
            : "")
        + bound;
  }

  private String distanceCaption() {
    StringBuilder caption = new StringBuilder();
    caption.append(
        "Squared Wasserstein distance, (2.2), to the atoms that stand for <i>μ<sub>t</sub></i>, of the trained"
            + " particles (filled) and of the coupled independent ones, “static” (open). The atoms are a cloud too: where"
            + " <i>d</i> is large they lie about as far from <i>μ<sub>t</sub></i> as a cloud of <i>N</i> does, and most of"
            + " what is seen here is that. ");
    List<Replicates> all = new ArrayList<>(trained.values());
    all.addAll(fixed.values());
    caption.append(Captions.replicates(all));
    caption.append(
        " Guides named after an order are dashed and pass through the trained mean at the smallest <i>N</i>; exact"
            + " curves and bounds lie where they are drawn. Falling faster than an upper bound is no contradiction. ");
    if (gaps == 0) {
      caption.append("The solver gave no certificate of its error (column <code>gap</code>).");
    } else {
      caption
          .append("Certificate: the distance of the two clouds is, for every one of the ")
          .append(Numerals.count(gaps))
          .append(", within ")
          .append(Numerals.of(gap, 2));
      if (Double.isFinite(gapShare)) {
        caption.append(" of the one computed, at most ").append(Numerals.of(100 * gapShare, 2));
        caption.append(" % of it");
      }
      caption.append(" (column <code>gap</code>)");
      caption.append(gaps < distances ? "; " + (distances - gaps) + " have none." : ".");
    }
    return caption.toString();
  }

  private void slopes(Html html) {
    html.figure(
        "slopes",
        "Fitted slopes in log–log with their confidence intervals, and the slopes predicted (upright marks; pale is the"
            + " prediction ± 0.1). Grey slopes are undecided: inconclusive, or not judged. The verdicts are the study’s own, from <code>rates.csv</code>.");
    html.table(
        "slopes",
        "Slopes against log <i>N</i>, from <code>rates.csv</code>.",
        "quantity",
        "<i>d</i>",
        "slope",
        "interval",
        "predicted",
        "verdict");
    for (Slope slope : slopes) {
      html.open("tr");
      html.cell(slope.quantity()).cell(slope.d());
      html.number(Numerals.of(slope.slope(), 3), slope.slope());
      html.markup("<td class=\"n\">");
      html.text(
          Double.isFinite(slope.low()) && Double.isFinite(slope.high())
              ? "[" + Numerals.of(slope.low(), 3) + ", " + Numerals.of(slope.high(), 3) + "]"
              : Numerals.NOTHING);
      html.markup("</td>");
      html.number(Numerals.of(slope.predicted(), 3), slope.predicted());
      html.element("td", slope.verdict(), "class", slope.standing());
      html.close("tr");
    }
    html.endTable();
  }

  @Override
  public Map<String, Object> data() {
    Map<String, Object> out = new LinkedHashMap<>();
    if (!sup.isEmpty()) {
      Map<String, Object> one = new LinkedHashMap<>();
      Map<String, NavigableMap<Place, Replicates>> kinds = new LinkedHashMap<>();
      kinds.put("sup", sup);
      kinds.put("point", pointwise);
      one.put("points", points(kinds));
      one.put("guides", couplingGuides());
      out.put("coupling", one);
    }
    if (!trained.isEmpty() || !fixed.isEmpty()) {
      Map<String, Object> one = new LinkedHashMap<>();
      Map<String, NavigableMap<Place, Replicates>> kinds = new LinkedHashMap<>();
      kinds.put("trained", trained);
      kinds.put("static", fixed);
      kinds.put("paired", paired);
      one.put("points", points(kinds));
      one.put("guides", distanceGuides());
      out.put("distance", one);
    }
    if (!slopes.isEmpty()) {
      out.put(
          "slopes",
          slopes.stream()
              .map(slope -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("quantity", slope.quantity());
                one.put("d", slope.d());
                one.put("slope", slope.slope());
                one.put("low", slope.low());
                one.put("high", slope.high());
                one.put("predicted", slope.predicted());
                one.put("verdict", slope.verdict());
                one.put("standing", slope.standing());
                return one;
              })
              .toList());
    }
    return out;
  }

  private static NavigableSet<Double> drawnTimes(NavigableMap<Place, Replicates> values, int d) {
    NavigableSet<Double> all = new TreeSet<>();
    values.keySet().stream().filter(p -> p.d() == d).forEach(p -> all.add(p.time()));
    return new TreeSet<>(Thinning.of(List.copyOf(all), TIMES));
  }

  private List<Object> points(Map<String, NavigableMap<Place, Replicates>> kinds) {
    List<Object> out = new ArrayList<>();
    kinds.forEach((kind, values) -> {
      Map<Integer, NavigableSet<Double>> drawn = new TreeMap<>();
      values.forEach((place, value) -> {
        if (!value.isEmpty()
            && drawn
                .computeIfAbsent(place.d(), d -> drawnTimes(values, d))
                .contains(place.time())) {
          Map<String, Object> one = Thinning.data(value);
          one.put("kind", kind);
          one.put("d", place.d());
          one.put("t", place.time());
          one.put("n", place.experts().inData());
          out.add(one);
        }
      });
    });
    return out;
  }

  private List<Object> couplingGuides() {
    List<Object> out = new ArrayList<>();
    for (int d : dimensions()) {
      NavigableSet<Double> times = drawnTimes(sup, d);
      for (double time : times) {
        for (String kind : List.of("sup", "point")) {
          NavigableMap<Experts, Replicates> column =
              column(kind.equals("sup") ? sup : pointwise, d, time);
          boolean last = time == times.last() && d == boundDimension();
          add(
              out,
              d,
              time,
              kind,
              column,
              guides -> guides.coupling(anchor(column), last ? factor : Double.NaN));
        }
      }
    }
    return out;
  }

  private List<Object> distanceGuides() {
    NavigableMap<Place, Replicates> values = trained.isEmpty() ? fixed : trained;
    String start = run.provenance().resolved("start", "start");
    boolean uniform =
        (start.isEmpty() ? run.provenance().resolved("study", "start") : start).equals("uniform");
    String metric = run.provenance().part("distance").text("metric");
    List<Object> out = new ArrayList<>();
    for (int d : dimensions()) {
      for (double time : drawnTimes(values, d)) {
        NavigableMap<Experts, Replicates> column = column(values, d, time);
        add(
            out,
            d,
            time,
            "trained",
            column,
            guides ->
                guides.distance(
                    d,
                    anchor(column),
                    uniform && time == 0,
                    metric.equals("l1") || d == 1,
                    peaks.at(d, time)));
      }
    }
    return out;
  }

  private static NavigableMap<Experts, Replicates> column(
      NavigableMap<Place, Replicates> values, int d, double time) {
    NavigableMap<Experts, Replicates> column = new TreeMap<>();
    values.forEach((place, value) -> {
      if (place.d() == d
          && place.time() == time
          && !place.experts().isLimit()
          && value.mean() > 0) {
        column.put(place.experts(), value);
      }
    });
    return column;
  }

  private static double anchor(NavigableMap<Experts, Replicates> column) {
    return Objects.requireNonNull(column.firstEntry()).getValue().mean();
  }

  private static void add(
      List<Object> out,
      int d,
      double time,
      String kind,
      NavigableMap<Experts, Replicates> column,
      java.util.function.Function<Guides, List<Guides.Curve>> curves) {
    if (column.isEmpty()) {
      return;
    }
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("d", d);
    one.put("t", time);
    one.put("kind", kind);
    one.put(
        "curves",
        curves.apply(new Guides(column.firstKey().number(), column.lastKey().number())).stream()
            .map(Guides.Curve::inData)
            .toList());
    out.add(one);
  }
}
