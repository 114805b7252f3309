package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Particles and the density of μ_t on the torus, from `particles.csv` and `density.csv`, wrapped
/// to [−π, π).
final class TorusPicture implements Section {
  static final int BINS = 96;
  private static final int COORDINATES = 16;
  private static final int CURVE_TIMES = 40;
  private static final int MAP_TIMES = 8;
  private static final int CURVE_POINTS = 400;
  private static final int MAP_SIDE = 64;
  private static final int CLOUD_TIMES = 8;
  private static final int NUMBERS = 120_000;
  private static final int MOST = 1000;

  private record Moment(Experts experts, double time) {}

  /// What the first reading learns of the clouds of one N at one time.
  private static final class Cloud {
    private final long[][] bins;
    private long pooled;
    private long inFirst;

    Cloud(int coordinates) {
      bins = new long[coordinates][BINS];
    }
  }

  private final RunTable particles;
  private final RunTable density;
  private final int d;
  private final int coordinates;
  private final Map<Moment, Cloud> clouds = new LinkedHashMap<>();
  private final NavigableMap<Experts, NavigableSet<Double>> times = new TreeMap<>();
  private final NavigableMap<Experts, String> first = new TreeMap<>();
  private final Map<Experts, NavigableSet<String>> replicates = new TreeMap<>();
  private final Map<Moment, List<double[]>> kept = new LinkedHashMap<>();
  private final NavigableMap<Double, List<double[]>> densities = new TreeMap<>();
  private int densityAxes;
  private boolean fewerParticles;
  private boolean fewerTimes;
  private boolean coarser;

  TorusPicture(Run run) {
    particles = run.table("particles.csv");
    density = run.table("density.csv");
    int columns = 0;
    for (String column : particles.read(row -> {})) {
      columns += column.startsWith("theta") ? 1 : 0;
    }
    readDensity();
    d = columns > 0 ? columns : Math.max(run.parameters(), densityAxes);
    coordinates = Math.min(columns, COORDINATES);
    if (columns > 0) {
      particles.read(this::count);
      chooseTimes();
      Map<Moment, Long> seen = new LinkedHashMap<>();
      particles.read(row -> keep(row, seen));
    }
  }

  private void readDensity() {
    densityAxes = 0;
    for (String column : density.read(row -> {})) {
      densityAxes += column.startsWith("theta") ? 1 : 0;
    }
    if (densityAxes < 1 || densityAxes > 2) {
      return;
    }
    NavigableSet<Double> all = new TreeSet<>();
    density.read(row -> all.add(row.required("time")));
    int most = densityAxes == 1 ? CURVE_TIMES : MAP_TIMES;
    fewerTimes |= all.size() > most;
    NavigableSet<Double> drawn = new TreeSet<>(Thinning.of(List.copyOf(all), most));
    density.read(row -> {
      double time = row.required("time");
      if (drawn.contains(time)) {
        double x = wrap(row.required("theta0"));
        double y = densityAxes == 2 ? wrap(row.required("theta1")) : 0;
        densities
            .computeIfAbsent(time, t -> new ArrayList<>())
            .add(new double[] {x, y, row.required("density")});
      }
    });
  }

  private void count(RunTable.Row row) {
    Experts experts = row.experts();
    double time = row.required("time");
    String replicate = row.text("replicate");
    double[] point = point(row);
    first.putIfAbsent(experts, replicate);
    replicates.computeIfAbsent(experts, n -> new TreeSet<>()).add(replicate);
    times.computeIfAbsent(experts, n -> new TreeSet<>()).add(time);
    Cloud cloud = clouds.computeIfAbsent(new Moment(experts, time), m -> new Cloud(coordinates));
    cloud.pooled++;
    if (replicate.equals(first.get(experts))) {
      cloud.inFirst++;
    }
    for (int k = 0; k < coordinates; k++) {
      int bin = (int) ((point[k] + Math.PI) / (2 * Math.PI) * BINS);
      cloud.bins[k][Math.clamp(bin, 0, BINS - 1)]++;
    }
  }

  private void chooseTimes() {
    times.replaceAll((experts, all) -> {
      fewerTimes |= all.size() > CLOUD_TIMES;
      return new TreeSet<>(Thinning.of(List.copyOf(all), CLOUD_TIMES));
    });
  }

  private void keep(RunTable.Row row, Map<Moment, Long> seen) {
    Experts experts = row.experts();
    double time = row.required("time");
    if (!row.text("replicate").equals(first.get(experts))
        || !times.getOrDefault(experts, new TreeSet<>()).contains(time)) {
      return;
    }
    Moment moment = new Moment(experts, time);
    Cloud cloud = clouds.get(moment);
    if (cloud == null) {
      return;
    }
    double[] point = point(row);
    long index = seen.merge(moment, 1L, Long::sum) - 1;
    int shares = Math.max(1, times.values().stream().mapToInt(NavigableSet::size).sum());
    int most = Math.clamp(NUMBERS / ((long) shares * coordinates), 40, MOST);
    long stride = (cloud.inFirst + most - 1) / most;
    if (index % Math.max(1, stride) == 0) {
      kept.computeIfAbsent(moment, m -> new ArrayList<>()).add(point);
    } else {
      fewerParticles = true;
    }
  }

  private double[] point(RunTable.Row row) {
    double[] point = new double[coordinates];
    for (int k = 0; k < coordinates; k++) {
      point[k] = wrap(row.required("theta" + k));
    }
    return point;
  }

  /// {@return the angle in [−π, π)}
  static double wrap(double angle) {
    double turns = Math.floor((angle + Math.PI) / (2 * Math.PI));
    double wrapped = angle - 2 * Math.PI * turns;
    return wrapped >= Math.PI ? -Math.PI : Math.max(-Math.PI, wrapped);
  }

  @Override
  public String id() {
    return "torus";
  }

  @Override
  public String title() {
    return d == 1 ? "Particles on the circle" : "Particles on the torus";
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public boolean isEmpty() {
    return densities.isEmpty() && clouds.isEmpty();
  }

  @Override
  public void write(Html html) {
    boolean drawsDensity = !densities.isEmpty();
    boolean drawsParticles = !clouds.isEmpty();
    boolean drawsMixtures = drawsParticles && !limitAlone();
    if (!drawsDensity && !drawsParticles) {
      html.absent(
          "Neither <code>particles.csv</code> nor <code>density.csv</code> has rows: particles are written with"
              + " <code>output: {particles: true}</code>, a density by a grid solver for <i>d</i> ≤ 2.");
      return;
    }
    data(); // so that the caption knows whether the map was made coarser
    if (drawsDensity && densityAxes == 1) {
      html.figure(
          "circle",
          "The density of <i>μ<sub>t</sub></i> on the circle (ink; fine lines are the other recorded times)"
              + (drawsMixtures
                  ? ", over a histogram of the particles of the <i>N</i> chosen, all replicates pooled, area one. Ticks below are the particles of one replicate."
                  : drawsParticles ? "." : ". Particles were not written.")
              + thinned());
    } else if (drawsDensity && d == 2) {
      html.figure(
          "map",
          "The density of <i>μ<sub>t</sub></i> on the torus, stronger where there is more mass; the shades are those of"
              + " the time shown. Beside it its two marginals"
              + (drawsMixtures
                  ? ", over histograms of all replicates’ particles. Dots are the particles of one replicate of the"
                      + " <i>N</i> chosen."
                  : drawsParticles ? "." : ". Particles were not written.")
              + thinned());
    } else if (drawsParticles && d == 1) {
      html.figure(
          "circle",
          "Histogram of the particles of the <i>N</i> chosen, all replicates pooled, area one; ticks below are the particles of one replicate. There is no"
              + " <code>density.csv</code> to set beside them."
              + limitWords()
              + thinned());
    }
    if (drawsParticles && d >= 2) {
      if (!(drawsDensity && d == 2)) {
        html.figure(
            "pair",
            (limitAlone()
                    ? "The limit’s atoms in two of the " + d + " coordinates."
                    : "Particles of one replicate of the <i>N</i> chosen in two of the "
                        + d
                        + " coordinates"
                        + (first.containsKey(Experts.LIMIT)
                            ? ", beside the limit’s atoms at the same time."
                            : "."))
                + limitWords()
                + thinned());
      }
      if (d > 2) {
        html.figure(
            "marginals",
            "The marginal law of "
                + (coordinates < d
                    ? "the first " + coordinates + " of " + d + " coordinates"
                    : "every coordinate")
                + ": histogram with "
                + BINS / 4
                + " bins of "
                + (limitAlone()
                    ? "the limit’s atoms"
                    : "the particles, all replicates pooled (filled)"
                        + (first.containsKey(Experts.LIMIT)
                            ? ", and of the limit’s atoms (line)"
                            : ""))
                + "; the fine level is the uniform law. Choose a panel to bring its coordinate into the figure above.");
      }
    }
  }

  private boolean limitAlone() {
    return first.size() == 1 && first.containsKey(Experts.LIMIT);
  }

  private String limitWords() {
    return first.containsKey(Experts.LIMIT) || (d == 1 && !densities.isEmpty())
        ? ""
        : " The limit’s atoms (experts = <code>inf</code>) are not in <code>particles.csv</code>.";
  }

  private String thinned() {
    StringBuilder out = new StringBuilder();
    if (fewerParticles) {
      out.append(" To keep the page small not every particle is drawn");
      out.append(coordinates < d ? ", and only the first " + coordinates + " coordinates." : ".");
    }
    if (fewerTimes) {
      out.append(" The slider has a choice of the recorded times.");
    }
    if (coarser) {
      out.append(" The map shows means over cells of the density’s finer grid.");
    }
    if (!out.isEmpty()) {
      out.append(" The tables have everything.");
    }
    return out.toString();
  }

  @Override
  public Map<String, Object> data() {
    Map<String, Object> out = new LinkedHashMap<>();
    if (densities.isEmpty() && clouds.isEmpty()) {
      return Map.of();
    }
    out.put("d", d);
    out.put("shown", coordinates);
    out.put("bins", BINS);
    List<Object> curves = new ArrayList<>();
    densities.forEach((time, points) -> curves.add(density(time, points)));
    out.put("density", curves);
    List<Object> groups = new ArrayList<>();
    times.forEach((experts, moments) -> {
      for (double time : moments) {
        groups.add(cloud(experts, time));
      }
    });
    out.put("clouds", groups);
    return Map.of("torus", out);
  }

  private Map<String, Object> cloud(Experts experts, double time) {
    Moment moment = new Moment(experts, time);
    Cloud cloud = clouds.getOrDefault(moment, new Cloud(coordinates));
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("n", experts.inData());
    one.put("t", time);
    one.put("pooled", cloud.pooled);
    one.put("replicates", replicates.getOrDefault(experts, new TreeSet<>()).size());
    one.put("of", cloud.inFirst);
    List<Object> histograms = new ArrayList<>();
    for (long[] bins : cloud.bins) {
      List<Long> counts = new ArrayList<>();
      for (long bin : bins) {
        counts.add(bin);
      }
      histograms.add(counts);
    }
    one.put("counts", histograms);
    List<double[]> points = kept.getOrDefault(moment, List.of());
    List<Object> axes = new ArrayList<>();
    for (int k = 0; k < coordinates; k++) {
      int axis = k;
      axes.add(points.stream().map(point -> Math.rint(point[axis] * 1e3) / 1e3).toList());
    }
    one.put("theta", axes);
    return one;
  }

  private Map<String, Object> density(double time, List<double[]> points) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("t", time);
    if (densityAxes == 1) {
      List<double[]> sorted = new ArrayList<>(points);
      sorted.sort((a, b) -> Double.compare(a[0], b[0]));
      List<double[]> drawn = Thinning.of(sorted, CURVE_POINTS);
      one.put("x", drawn.stream().map(p -> Guides.short6(p[0])).toList());
      one.put("v", drawn.stream().map(p -> Guides.short6(p[2])).toList());
      return one;
    }
    NavigableSet<Double> xs = new TreeSet<>();
    NavigableSet<Double> ys = new TreeSet<>();
    for (double[] point : points) {
      xs.add(point[0]);
      ys.add(point[1]);
    }
    int width = Math.min(MAP_SIDE, xs.size());
    int height = Math.min(MAP_SIDE, ys.size());
    coarser |= width < xs.size() || height < ys.size();
    Replicates[] cells = new Replicates[width * height];
    for (double[] point : points) {
      int i = Math.min(width - 1, xs.headSet(point[0]).size() * width / xs.size());
      int j = Math.min(height - 1, ys.headSet(point[1]).size() * height / ys.size());
      int cell = j * width + i;
      if (cells[cell] == null) {
        cells[cell] = new Replicates();
      }
      cells[cell].add(point[2]);
    }
    one.put("width", width);
    one.put("height", height);
    List<Object> values = new ArrayList<>();
    for (Replicates cell : cells) {
      values.add(cell == null ? Double.NaN : Math.rint(cell.mean() * 1e5) / 1e5);
    }
    one.put("v", values);
    return one;
  }
}
