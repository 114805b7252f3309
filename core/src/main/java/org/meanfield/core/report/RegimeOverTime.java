package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The regime in which mixtures and limit train, from `regime.csv`: ends of the kernel's spectrum,
/// ∫‖r‖ dt, displacements.
final class RegimeOverTime implements Section {
  private static final int TIMES = 400;

  /// What is drawn: the column, and its name in the data of the page.
  private static final Map<String, String> QUANTITIES = quantities();

  private final RunTable table;
  private final NavigableMap<Experts, NavigableMap<Double, Map<String, Replicates>>> curves =
      new TreeMap<>();

  RegimeOverTime(Run run) {
    table = run.table("regime.csv");
    table.read(this::take);
  }

  private static Map<String, String> quantities() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("lambda_min", "smallest");
    all.put("norm", "norm");
    all.put("residual_integral", "residual");
    all.put("mean_displacement_l1", "mean");
    all.put("max_displacement_l1", "largest");
    return all;
  }

  private void take(RunTable.Row row) {
    Experts experts = row.experts();
    double time = row.required("time");
    Map<String, Replicates> point =
        curves
            .computeIfAbsent(experts, n -> new TreeMap<>())
            .computeIfAbsent(time, t -> new LinkedHashMap<>());
    QUANTITIES.forEach((column, name) -> {
      double value = row.number(column);
      Replicates replicates = point.computeIfAbsent(name, n -> new Replicates());
      if (Double.isFinite(value)) {
        replicates.add(value);
      }
    });
  }

  @Override
  public String id() {
    return "regime";
  }

  @Override
  public String title() {
    return "Kernel and regime";
  }

  @Override
  public boolean isPresent() {
    return table.exists();
  }

  @Override
  public boolean isEmpty() {
    return curves.isEmpty();
  }

  @Override
  public void write(Html html) {
    if (curves.isEmpty()) {
      html.absent("<code>regime.csv</code> has no row which could be read.");
      return;
    }
    html.figure(
        "regime",
        "The kernel <i>K<sub>jk</sub></i> = E⟨∇<i>f</i>(<i>θ</i>, <i>x<sub>j</sub></i>), ∇<i>f</i>(<i>θ</i>,"
            + " <i>x<sub>k</sub></i>)⟩ drives the residual, <i>r</i>′ = −<i>K r</i>. Where"
            + " <i>λ</i><sub>min</sub> stays above 0, <i>r</i> shrinks at least that fast; where <i>K</i> and the"
            + " parameters hardly change, training is lazy. ∫‖<i>r</i>‖ d<i>t</i> is the pull that particles have felt,"
            + " a displacement the ℓ₁ length from where a particle began, lifted. "
            + Captions.replicates(
                curves.headMap(Experts.LIMIT).values().stream()
                    .flatMap(curve -> curve.values().stream())
                    .flatMap(point -> point.values().stream())
                    .toList()));
    if (!has("smallest")) {
      html.absent(
          "The kernel was not computed: it takes a gradient of every particle at every datum."
              + " <code>output: {kernel: true}</code> asks for it.");
    } else if (isZero("smallest")) {
      html.absent(
          "<i>λ</i><sub>min</sub>(<i>K</i>) is 0 at every recorded time: inputs outnumber the independent functions"
              + " that gradients span, and what the residual has beyond them does not shrink.");
    }
  }

  private boolean isZero(String quantity) {
    return curves.values().stream()
        .flatMap(curve -> curve.values().stream())
        .map(point -> point.getOrDefault(quantity, new Replicates()))
        .allMatch(values -> values.isEmpty() || values.largest() == 0);
  }

  private boolean has(String quantity) {
    return curves.values().stream()
        .flatMap(curve -> curve.values().stream())
        .anyMatch(point -> !point.getOrDefault(quantity, new Replicates()).isEmpty());
  }

  @Override
  public Map<String, Object> data() {
    List<Object> series = new ArrayList<>();
    curves.forEach((experts, curve) -> {
      List<Map.Entry<Double, Map<String, Replicates>>> points =
          Thinning.of(List.copyOf(curve.entrySet()), TIMES);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("n", experts.inData());
      one.put("t", points.stream().map(Map.Entry::getKey).toList());
      for (String name : QUANTITIES.values()) {
        // A kernel's zeros are told, not drawn.
        if (has(name) && !(name.equals("smallest") && isZero(name))) {
          one.put(
              name,
              points.stream()
                  .map(p -> Thinning.data(p.getValue().getOrDefault(name, new Replicates())))
                  .toList());
        }
      }
      series.add(one);
    });
    return series.isEmpty() ? Map.of() : Map.of("regime", series);
  }
}
