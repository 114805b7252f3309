package org.meanfield.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.core.catalog.Offer;
import org.meanfield.core.config.StudyFile;
import org.meanfield.core.fault.Faults;

/// A plan tells what a teacher costs and leaves its work to whoever needs the targets.
class TeacherStudyTest {
  @TempDir private Path folder;

  /// A cosine that counts what it is asked.
  private record Counted(AtomicInteger values) implements Expert {
    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public double value(double[] theta, double[] x) {
      values.incrementAndGet();
      return Math.cos(theta[0] - x[0]);
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      out[0] = -Math.sin(theta[0] - x[0]);
    }
  }

  private record Provider(AtomicInteger values) implements ExpertProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("acme:counted", "counts");
    }

    @Override
    public Expert create(Settings settings) {
      return new Counted(values);
    }
  }

  private Planned plan(AtomicInteger values) throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            study: train
            data: {source: teacher, points: 3}
            expert: {type: acme:counted}
            flow: {time: 1, step: 0.1}
            experts: [4]
            """);
    Faults faults = new Faults();
    Planner planner =
        new Planner(
            Fakes.catalog(new Offer("acme.counted", "1.0", new Provider(values))),
            new Machine(8L << 30, 2));
    var planned =
        StudyFile.read(study, List.of(), faults)
            .flatMap(document -> planner.plan(document, faults));
    assertThat(faults.sorted()).isEmpty();
    return planned.orElseThrow();
  }

  @Test
  void targetsAreFoundWhenAskedFor() throws IOException {
    AtomicInteger values = new AtomicInteger();
    PreparedData data = plan(values).plan().data();
    assertThat(data.train().size()).isEqualTo(3);
    assertThat(data.largestGivenTarget()).isEmpty();
    assertThat(values).hasValue(0);
    assertThat(data.train().largestTarget()).isLessThanOrEqualTo(1);
    // Three inputs, 2000 experts.
    assertThat(values).hasValue(6000);
  }

  @Test
  void theirWorkCountsAmongTheCost() throws IOException {
    Planned planned = plan(new AtomicInteger());
    double drift = planned.plan().expert().service().workload(3).operations();
    // Two thousand experts once, four particles in ten steps of four stages.
    assertThat(planned.cost().operations()).isBetween(2000 * drift, 2500 * drift);
    assertThat(planned.cost().basis()).contains("the teacher's targets take");
  }
}
