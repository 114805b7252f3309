package org.meanfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.BadInput;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.flow.StepObserver;
import org.meanfield.api.limit.LimitResult;

/// An expert that samples trains with what it shows; its limit and the companions are taken of what
/// it samples.
class SampledExpertTest {
  @TempDir private Path folder;

  /// A cosine seen 0.1 too high, and steeper than it is.
  private static class Shaky extends CosineExpert {
    Shaky() {
      super(1);
    }

    @Override
    public double value(double[] theta, double[] x) {
      return super.value(theta, x) + 0.1;
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      super.gradient(theta, x, out);
      out[0] *= 1.5;
    }

    @Override
    public Expert exact() {
      return new CosineExpert(1);
    }
  }

  @Test
  void companionsMoveExactlyAndParticlesDoNot() {
    Studies study = Studies.onePoint();
    double[] exact = integrated(study.with(new CosineExpert(1)));
    double[] shaky = integrated(study.with(new Shaky()));
    for (int i = 0; i < 8; i++) {
      assertThat(shaky[8 + i]).isEqualTo(exact[8 + i]);
      assertThat(shaky[i]).isNotEqualTo(exact[i]);
    }
  }

  private static double[] integrated(Studies study) {
    BoundStudy bound = new BoundStudy(study.data(), study.expert(), false, Workers.sequential());
    CellFlow flow =
        new CellFlow(
            bound.drift(8),
            bound.train(),
            new CellFlow.Companions(
                bound.companions(8), new PoissonPath(Studies.Y, 1).residual(), 1));
    double[] start = new double[8];
    Arrays.setAll(start, i -> 0.4 + i);
    return new FixedStepRk4(0.05)
        .integrate(flow, flow.start(start), List.of(0.0, 1.0), StepObserver.none())
        .state(1);
  }

  @Test
  void limitIsThatOfTheExactExpert() throws IOException, BadInput {
    AtomicReference<Expert> asked = new AtomicReference<>();
    Studies study =
        Studies.onePoint()
            .with(new Shaky())
            .comparedWith(problem -> {
              asked.set(problem.expert());
              return new LimitResult.Found(new PoissonPath(Studies.Y, 32));
            });
    StudyRunner.run(study.plan(), folder.resolve("run"), 1, Progress.silent());
    assertThat(asked.get()).isInstanceOf(CosineExpert.class).isNotInstanceOf(Shaky.class);
    // Particles under the shaky expert are further off than those that sample nothing.
    StudyRunner.run(Studies.onePoint().plan(), folder.resolve("exact"), 1, Progress.silent());
    assertThat(Files.readString(folder.resolve("run/coupling.csv")))
        .isNotEqualTo(Files.readString(folder.resolve("exact/coupling.csv")));
  }

  /// Uphill all the way: a fault of an exact flow, no fault of one that samples.
  @Test
  void risingLossIsAFaultOfExactFlowsAlone() throws IOException, BadInput {
    Expert sampled =
        new Shaky() {
          @Override
          public void gradient(double[] theta, double[] x, double[] out) {
            out[0] = Math.sin(theta[0] - x[0]);
          }
        };
    Expert exact =
        new CosineExpert(1) {
          @Override
          public void gradient(double[] theta, double[] x, double[] out) {
            sampled.gradient(theta, x, out);
          }
        };
    assertThat(problems(sampled, "sampled")).isEmpty();
    assertThat(problems(exact, "exact")).isNotEmpty();
  }

  private List<Problem> problems(Expert expert, String out) throws IOException, BadInput {
    return StudyRunner.run(
            Studies.onePoint().with(expert).withoutLimit().plan(),
            folder.resolve(out),
            1,
            Progress.silent())
        .problems();
  }
}
