package org.meanfield.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.TransportSolverProvider;

class ProvidersTest {

  @Test
  void descriptorsNameThemselvesAndTheirSources() {
    assertThat(
            Stream.of(
                    new CircleProvider(),
                    new ExactProvider(),
                    new LpProvider(),
                    new SinkhornProvider())
                .map(TransportSolverProvider::descriptor))
        .allSatisfy(descriptor -> assertThat(descriptor.citations()).isNotEmpty())
        .extracting(Descriptor::id)
        .containsExactly(
            "meanfield:circle", "meanfield:exact", "meanfield:lp", "meanfield:sinkhorn");
  }
}
