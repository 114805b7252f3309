package org.meanfield.experts.quantum;

import org.junit.jupiter.api.Nested;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Settings;
import org.meanfield.experts.quantum.statevector.StatevectorBackend;
import org.meanfield.testkit.ExpertContract;

class CircuitContractTest {
  abstract static class OfTemplate extends ExpertContract {
    private final String template;
    private final int qubits;
    private final int layers;

    OfTemplate(String template, int qubits, int layers) {
      this.template = template;
      this.qubits = qubits;
      this.layers = layers;
    }

    @Override
    protected ExpertProvider provider() {
      return new CircuitExpertProvider();
    }

    @Override
    protected Settings settings() {
      return super.settings()
          .with(CircuitExpertProvider.TEMPLATE, template)
          .with(CircuitExpertProvider.QUBITS, qubits)
          .with(CircuitExpertProvider.LAYERS, layers)
          .with(CircuitExpertProvider.BACKEND, new StatevectorBackend());
    }
  }

  @Nested
  class Ring extends OfTemplate {
    Ring() {
      super("ring", 3, 2);
    }
  }

  @Nested
  class RingOfOneLayer extends OfTemplate {
    RingOfOneLayer() {
      super("ring", 4, 1);
    }
  }

  @Nested
  class RingOfTwoQubitsAndOneLayer extends OfTemplate {
    RingOfTwoQubitsAndOneLayer() {
      super("ring", 2, 1);
    }
  }

  @Nested
  class Line extends OfTemplate {
    Line() {
      super("line", 4, 2);
    }
  }

  @Nested
  class Heis extends OfTemplate {
    Heis() {
      super("heis", 3, 2);
    }
  }
}
