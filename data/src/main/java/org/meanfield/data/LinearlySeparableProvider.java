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

/// Points uniform in the cube [−1, 1]^m but for a slab: class +1 where w·x ≥ margin, class −1 where
/// w·x ≤ −margin, w a unit vector drawn uniformly from the sphere.
public final class LinearlySeparableProvider implements DataSourceProvider {
  static final Setting<Integer> POINTS =
      Setting.integer("points", 300, 2, 10_000_000, "rows, half of either class");
  static final Setting<Integer> FEATURES =
      Setting.integer("features", 2, 1, 10_000, "numbers per row");

  /// w·x has standard deviation 1/√3 in any dimension: at 0.9 one point in ten is kept.
  static final Setting<Double> MARGIN =
      Setting.real("margin", 0.1, 0, 0.9, "of the cube [−1, 1]", "least distance from the plane");

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:linearly-separable",
              "Points in a cube on the two sides of a random plane, classes +1 and -1.")
          .settings(POINTS, FEATURES, MARGIN);

  /// For the service loader.
  public LinearlySeparableProvider() {}

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public DataSource create(Settings settings) {
    int points = settings.get(POINTS);
    int features = settings.get(FEATURES);
    double margin = settings.get(MARGIN);
    return seeds -> draw(points, features, margin, seeds);
  }

  private static DataTable draw(int points, int features, double margin, Seeds seeds)
      throws BadInput {
    double[] normal = direction(features, seeds.at("normal"));
    RandomGenerator random = seeds.at("inputs").generator();
    double[] rows = Rows.room(points, features);
    double[] x = new double[features];
    for (int j = 0; j < points; j++) {
      double height;
      do {
        height = 0;
        for (int k = 0; k < features; k++) {
          x[k] = 2 * random.nextDouble() - 1;
          height += normal[k] * x[k];
        }
      } while (!(Math.abs(height) >= margin) || height == 0);
      // The cube is symmetric: the mirror image of a point is as likely as the point.
      double side = (height > 0) == TwoClasses.isPlus(j) ? 1 : -1;
      for (int k = 0; k < features; k++) {
        rows[j * features + k] = side * x[k];
      }
    }
    return new DataTable(
        Rows.names(features),
        Inputs.of(points, features, rows),
        TwoClasses.labels(points),
        "%d points of %d features, separated by a plane with margin %s"
            .formatted(points, features, margin));
  }

  private static double[] direction(int features, Seeds seeds) throws BadInput {
    Normals normals = new Normals(seeds.generator());
    double[] direction = new double[features];
    double[] pair = new double[2];
    double square = 0;
    for (int k = 0; k < features; k++) {
      if (k % 2 == 0) {
        normals.pair(pair);
      }
      direction[k] = pair[k % 2];
      square += direction[k] * direction[k];
    }
    for (int k = 0; k < features; k++) {
      direction[k] /= Math.sqrt(square);
    }
    return direction;
  }
}
