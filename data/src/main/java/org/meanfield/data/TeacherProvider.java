package org.meanfield.data;

import java.util.random.RandomGenerator;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataSource;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;

/// Inputs uniform in [−π/2, π/2]^m with the responses of the study's own expert under a known law
/// as targets: a mixture that could be learned exactly.
public final class TeacherProvider implements DataSourceProvider {
  static final Setting<Integer> POINTS = Setting.integer("points", 12, 1, 10_000_000, "rows");
  static final Setting<Integer> FEATURES =
      Setting.integer("features", 2, 1, 10_000, "numbers per row");
  static final Setting<Double> CONCENTRATION =
      Setting.real(
          "concentration", 0.8, 0, 0.999, "", "|E e^{iθ_k}| of the teacher's law; 0 is uniform");
  static final Setting<Integer> EXPERTS =
      Setting.integer("experts", 4096, 1, 1_000_000, "experts that carry the teacher's law");

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:teacher",
              "Random inputs; targets are the responses of the study's own expert under a known law.")
          .settings(POINTS, FEATURES, CONCENTRATION, EXPERTS);

  /// For the service loader.
  public TeacherProvider() {}

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public DataSource create(Settings settings) {
    int points = settings.get(POINTS);
    int features = settings.get(FEATURES);
    Targets.Teacher teacher =
        new Targets.Teacher(settings.get(CONCENTRATION), settings.get(EXPERTS));
    return seeds -> draw(points, features, teacher, seeds);
  }

  private static DataTable draw(int points, int features, Targets.Teacher teacher, Seeds seeds)
      throws BadInput {
    RandomGenerator random = seeds.at("inputs").generator();
    double[] rows = Rows.room(points, features);
    for (int at = 0; at < rows.length; at++) {
      rows[at] = Math.PI * (random.nextDouble() - 0.5);
    }
    return new DataTable(
        Rows.names(features),
        Inputs.of(points, features, rows),
        teacher,
        "%d random inputs of %d features, taught by %d experts of concentration %s"
            .formatted(points, features, teacher.experts(), teacher.concentration()));
  }
}
