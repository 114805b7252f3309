package org.meanfield.data;

import java.util.random.RandomGenerator;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataSource;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;

/// Points about two interleaved half circles of radius 1: class +1 about (cos s, sin s), class −1
/// about (1 − cos s, ½ − sin s), s uniform in [0, π], with normal noise in both coordinates.
///
/// No line separates the classes; without noise their distance is ½.
public final class TwoCurvesProvider implements DataSourceProvider {
  static final Setting<Integer> POINTS =
      Setting.integer("points", 300, 2, 10_000_000, "rows, half of either class");
  static final Setting<Double> NOISE =
      Setting.real("noise", 0.1, 0, 10, "radius", "standard deviation of the noise");

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:two-curves",
              "Points about two interleaved half circles in the plane, classes +1 and -1.")
          .settings(POINTS, NOISE);

  /// For the service loader.
  public TwoCurvesProvider() {}

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public DataSource create(Settings settings) {
    int points = settings.get(POINTS);
    double noise = settings.get(NOISE);
    return seeds -> draw(points, noise, seeds);
  }

  private static DataTable draw(int points, double noise, Seeds seeds) throws BadInput {
    RandomGenerator places = seeds.at("place").generator();
    Normals normals = new Normals(seeds.at("noise").generator());
    double[] rows = Rows.room(points, 2);
    double[] shift = new double[2];
    for (int j = 0; j < points; j++) {
      double s = Math.PI * places.nextDouble();
      normals.pair(shift);
      boolean plus = TwoClasses.isPlus(j);
      rows[2 * j] = (plus ? StrictMath.cos(s) : 1 - StrictMath.cos(s)) + noise * shift[0];
      rows[2 * j + 1] = (plus ? StrictMath.sin(s) : 0.5 - StrictMath.sin(s)) + noise * shift[1];
    }
    return new DataTable(
        Rows.names(2),
        Inputs.of(points, 2, rows),
        TwoClasses.labels(points),
        "%d points about two interleaved half circles, noise %s".formatted(points, noise));
  }
}
