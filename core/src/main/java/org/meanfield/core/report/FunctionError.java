package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How far the mixtures' responses are from the limit's, from `responses.csv`: the mean over the
/// data of (F_N − F_∞)², for every replicate.
final class FunctionError implements Section {
  private static final int TIMES = 12;
  private static final int DATA = 200;

  private record Cell(Experts experts, String replicate, double time) {}

  private static final class Sum {
    private double squares;
    private long data;
  }

  /// The share of the smallest measured error from which the limit's own error is told.
  private static final double TOLD = 1.0 / 3;

  /// The share of the smallest measured error, squared, from which the limit's own is drawn.
  private static final double DRAWN = 1e-3;

  private final RunTable table;
  private final double limitError;
  private final boolean limit;
  private final NavigableMap<Double, NavigableMap<Experts, Replicates>> errors = new TreeMap<>();
  private final NavigableMap<Double, NavigableMap<Experts, NavigableMap<Long, Double>>> scatter =
      new TreeMap<>();
  private final Map<Experts, String> shown = new TreeMap<>();
  private final Map<Double, Map<Long, Double>> reference = new TreeMap<>();
  private long data;

  FunctionError(Run run) {
    table = run.table("responses.csv");
    limitError = run.limitError();
    table.read(this::takeLimit);
    limit = !reference.isEmpty();
    if (limit) {
      Map<Cell, Sum> sums = new LinkedHashMap<>();
      NavigableSet<Double> times = new TreeSet<>(reference.keySet());
      NavigableSet<Double> drawn = new TreeSet<>(Thinning.of(List.copyOf(times), TIMES));
      table.read(row -> take(row, sums, drawn));
      sums.forEach((cell, sum) ->
          errors
              .computeIfAbsent(cell.time(), t -> new TreeMap<>())
              .computeIfAbsent(cell.experts(), n -> new Replicates())
              .add(sum.squares / sum.data));
    }
  }

  private void takeLimit(RunTable.Row row) {
    Experts experts = row.experts();
    double time = row.required("time");
    long datum = (long) row.required("datum");
    data = Math.max(data, datum + 1);
    if (experts.isLimit()) {
      reference.computeIfAbsent(time, t -> new TreeMap<>()).put(datum, row.required("response"));
    }
  }

  private void take(RunTable.Row row, Map<Cell, Sum> sums, NavigableSet<Double> drawn) {
    Experts experts = row.experts();
    if (experts.isLimit()) {
      return;
    }
    double time = row.required("time");
    long datum = (long) row.required("datum");
    Double exact = reference.getOrDefault(time, Map.of()).get(datum);
    if (exact == null) {
      return;
    }
    double response = row.required("response");
    String replicate = row.text("replicate");
    Sum sum = sums.computeIfAbsent(new Cell(experts, replicate, time), cell -> new Sum());
    sum.squares += (response - exact) * (response - exact);
    sum.data++;
    shown.putIfAbsent(experts, replicate);
    long stride = Math.max(1, (data + DATA - 1) / DATA);
    if (drawn.contains(time) && datum % stride == 0 && replicate.equals(shown.get(experts))) {
      scatter
          .computeIfAbsent(time, t -> new TreeMap<>())
          .computeIfAbsent(experts, n -> new TreeMap<>())
          .put(datum, response);
    }
  }

  @Override
  public String id() {
    return "responses";
  }

  @Override
  public String title() {
    return "Responses against the limit";
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  /// {@return the mean-square error of a mixture over replicates at the last time, empty without
  /// any}
  Replicates last(Experts experts) {
    return errors.isEmpty()
        ? new Replicates()
        : errors.lastEntry().getValue().getOrDefault(experts, new Replicates());
  }

  @Override
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  private double smallest() {
    return errors.values().stream()
        .flatMap(row -> row.values().stream())
        .mapToDouble(Replicates::mean)
        .filter(mean -> mean > 0)
        .min()
        .orElse(Double.NaN);
  }

  private boolean isFloorDrawn() {
    return limitError * limitError >= DRAWN * smallest();
  }

  private boolean limitIsTooCoarse() {
    return limitError >= TOLD * Math.sqrt(smallest());
  }

  @Override
  public void write(Html html) {
    if (errors.isEmpty()) {
      html.absent(
          !table.exists()
              ? "There is no <code>responses.csv</code>, so <i>F<sub>N</sub></i> cannot be set beside <i>F</i><sub>∞</sub>."
              : limit
                  ? "<code>responses.csv</code> holds the limit, but no mixture at the limit’s times."
                  : "<code>responses.csv</code> holds no limit (experts = <code>inf</code>), so"
                      + " <i>F<sub>N</sub></i> − <i>F</i><sub>∞</sub> is not known.");
      return;
    }
    long stride = Math.max(1, (data + DATA - 1) / DATA);
    html.figure(
        "responses",
        "Left: "
            + (data == 1
                ? "at the training input, "
                : "the mean over the " + Numerals.count(data) + " training inputs of ")
            + "(<i>F<sub>N</sub></i> − <i>F</i><sub>∞</sub>)² at the time chosen, against <i>N</i>. "
            + Captions.replicates(
                errors.values().stream().flatMap(m -> m.values().stream()).toList())
            + (errors.values().stream().anyMatch(row -> row.size() > 1)
                ? " The dashed guide has slope −1 and passes through the mean at the smallest <i>N</i>. "
                : " ")
            + (isFloorDrawn()
                ? "The dotted line is the square of the limit’s own estimated error: below it nothing is measured. "
                : "")
            + "Right: the difference at "
            + (data == 1 ? "the" : "each")
            + " training input"
            + (stride > 1 ? " (every " + stride + "th is drawn)" : "")
            + " for one replicate, against the limit’s response.");
    if (limitIsTooCoarse()) {
      html.absent(
          "The limit’s own estimated error, "
              + Numerals.of(limitError, 2)
              + ", is at least a third of the smallest root mean square of"
              + " <i>F<sub>N</sub></i> − <i>F</i><sub>∞</sub> measured, "
              + Numerals.of(Math.sqrt(smallest()), 2)
              + ": there part of what is seen is the error of the limit.");
    }
  }

  @Override
  public Map<String, Object> data() {
    if (errors.isEmpty()) {
      return Map.of();
    }
    List<Object> times = new ArrayList<>();
    for (double time : Thinning.of(List.copyOf(errors.keySet()), TIMES)) {
      NavigableMap<Experts, Replicates> row = errors.getOrDefault(time, new TreeMap<>());
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("t", time);
      List<Object> points = new ArrayList<>();
      row.forEach((experts, values) -> {
        Map<String, Object> point = Thinning.data(values);
        point.put("n", experts.inData());
        points.add(point);
      });
      one.put("points", points);
      List<Object> clouds = new ArrayList<>();
      Map<Long, Double> exact = reference.getOrDefault(time, Map.of());
      scatter
          .getOrDefault(time, new TreeMap<>())
          .forEach((experts, responses) -> {
            Map<String, Object> cloud = new LinkedHashMap<>();
            cloud.put("n", experts.inData());
            cloud.put("datum", List.copyOf(responses.keySet()));
            cloud.put("f", responses.values().stream().map(Guides::short6).toList());
            cloud.put(
                "limit",
                responses.keySet().stream()
                    .map(datum -> Guides.short6(exact.getOrDefault(datum, Double.NaN)))
                    .toList());
            clouds.add(cloud);
          });
      one.put("scatter", clouds);
      times.add(one);
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("responses", times);
    if (isFloorDrawn()) {
      out.put("responsesFloor", Guides.short6(limitError * limitError));
    }
    return out;
  }
}
