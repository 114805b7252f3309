package org.meanfield.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.core.catalog.Offer;
import org.meanfield.core.config.StudyFile;
import org.meanfield.core.fault.Faults;

/// A study seeds its expert once, and takes a teacher's targets from what it samples.
class SeededExpertTest {
  @TempDir private Path folder;

  /// A cosine that shows its seeds in its values.
  private record Sampled(Seeds seeds) implements Expert {
    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public double value(double[] theta, double[] x) {
      return Math.cos(theta[0] - x[0]) + 0.01;
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      out[0] = -Math.sin(theta[0] - x[0]);
    }

    @Override
    public Expert seeded(Seeds given) {
      return new Sampled(given);
    }

    @Override
    public Expert exact() {
      return new Fakes.Cosine(1);
    }
  }

  private static final class Provider implements ExpertProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("acme:sampled", "samples");
    }

    @Override
    public Expert create(Settings settings) {
      return new Sampled(Seeds.root(-1));
    }
  }

  private StudyPlan plan(String expert) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            study: train
            seed: 5
            data: {source: teacher, points: 3}
            expert: {type: %s}
            flow: {time: 1}
            experts: 4
            """
                .formatted(expert));
    Faults faults = new Faults();
    var planned =
        StudyFile.read(file, List.of(), faults)
            .flatMap(document ->
                new Planner(
                        Fakes.catalog(new Offer("acme.sampled", "1.0", new Provider())),
                        new Machine(8L << 30, 2))
                    .plan(document, faults));
    assertThat(faults.sorted()).isEmpty();
    return planned.orElseThrow().plan();
  }

  @Test
  void expertsAreSeededByTheStudy() throws IOException {
    assertThat(plan("acme:sampled").expert().service())
        .isEqualTo(new Sampled(Seeds.root(5).at("expert")));
  }

  @Test
  void targetsOfATeacherAreExact() throws IOException {
    StudyPlan sampled = plan("acme:sampled");
    StudyPlan exact = plan("cosine");
    for (int j = 0; j < 3; j++) {
      assertThat(sampled.data().train().target(j)).isEqualTo(exact.data().train().target(j));
    }
  }
}
