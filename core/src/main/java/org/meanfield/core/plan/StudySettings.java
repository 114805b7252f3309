package org.meanfield.core.plan;

import java.util.List;
import org.meanfield.api.plugin.Setting;

/// The settings of a study that belong to no service.
final class StudySettings {
  /// The setting by which an integrator of fixed step says how long it is.
  static final String STEP = "step";

  static final Setting<Integer> REPLICATES =
      Setting.integer("replicates", 1, 1, 1_000_000, "independent starts for each N");

  static final Setting<String> LAW =
      Setting.choice(
          "law",
          "wrapped-cauchy",
          "of each coordinate at the start",
          List.of("wrapped-cauchy", "von-mises"));
  static final Setting<List<Double>> MEAN =
      Setting.numbers("mean", List.of(), "mean directions in radians, one per coordinate");
  static final Setting<List<Double>> RHO =
      Setting.numbers("rho", List.of(), "concentrations in [0, 1), one per coordinate");
  static final Setting<List<Double>> KAPPA =
      Setting.numbers("kappa", List.of(), "concentrations in [0, 1000], one per coordinate");

  static final Setting<Double> TIME = Setting.positive("time", 1, "time", "the horizon T");
  static final Setting<List<Double>> RECORD =
      Setting.numbers("record", List.of(), "times to keep, in (0, T]");

  static final Setting<List<String>> CLASSES =
      Setting.words("classes", List.of(), "the two classes, the one labelled +1 first");
  static final Setting<Integer> FEATURES =
      Setting.requiredInteger("features", 1, Integer.MAX_VALUE, "principal components to keep");
  static final Setting<Integer> TRAIN =
      Setting.requiredInteger("train", 1, Integer.MAX_VALUE, "training rows");
  static final Setting<Integer> TEST =
      Setting.requiredInteger("test", 0, Integer.MAX_VALUE, "test rows");
  static final Setting<Boolean> STANDARDISE =
      Setting.flag("standardise", false, "columns to mean 0 and deviation 1 first");
  static final Setting<String> SCALE =
      Setting.choice("scale", "none", "columns to [−π/2, π/2] last", List.of("angles", "none"));

  static final Setting<String> METRIC =
      Setting.choice("metric", "l1", "the ground distance", List.of("l1", "l2"));
  static final Setting<Boolean> PARTICLES =
      Setting.flag("particles", false, "whether particles.csv is written");
  static final Setting<Boolean> KERNEL =
      Setting.flag("kernel", true, "whether the kernel K is found at recorded times");

  private StudySettings() {}
}
