package org.meanfield.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.transport.circle.CircleProvider;
import org.meanfield.transport.entropic.SinkhornProvider;
import org.meanfield.transport.exact.ExactProvider;
import org.meanfield.transport.lp.LpProvider;
import org.meanfield.transport.semidiscrete.SemiDiscreteProvider;

class ProvidersTest {

  @Test
  void descriptorsNameThemselvesAndTheirSources() {
    assertThat(
            Stream.of(
                    new CircleProvider(),
                    new ExactProvider(),
                    new LpProvider(),
                    new SemiDiscreteProvider(),
                    new SinkhornProvider())
                .map(TransportSolverProvider::descriptor))
        .allSatisfy(descriptor -> assertThat(descriptor.citations()).isNotEmpty())
        .extracting(Descriptor::id)
        .containsExactly(
            "meanfield:circle",
            "meanfield:exact",
            "meanfield:lp",
            "meanfield:semi-discrete",
            "meanfield:sinkhorn");
  }

  @Test
  void distancesThatOverflowAreRefusedInASentence() {
    EmpiricalMeasure near = EmpiricalMeasure.uniform(new Particles(1, 1));
    EmpiricalMeasure far = EmpiricalMeasure.uniform(Particles.of(1, 1, new double[] {1e200}));
    for (TransportSolverProvider provider :
        List.of(
            new CircleProvider(), new ExactProvider(), new LpProvider(), new SinkhornProvider())) {
      TransportSolver solver = RandomClouds.solver(provider);
      assertThat(solver.solve(euclidean(near, far, 2)))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.reason()).contains("overflow"));
      assertThat(solver.solve(euclidean(near, far, 1)))
          .isInstanceOfSatisfying(
              Solved.class, solved -> assertThat(solved.cost()).isEqualTo(1e200));
    }
  }

  private static TransportProblem euclidean(EmpiricalMeasure near, EmpiricalMeasure far, int p) {
    return new TransportProblem(near, far, Torus.euclidean(1), Metric.L1, p, false);
  }
}
