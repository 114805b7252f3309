import org.jspecify.annotations.NullMarked;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.experts.quantum.CircuitExpertProvider;
import org.meanfield.experts.quantum.DensityBackendProvider;
import org.meanfield.experts.quantum.FourierBackendProvider;
import org.meanfield.experts.quantum.PauliBackendProvider;
import org.meanfield.experts.quantum.ShotsBackendProvider;
import org.meanfield.experts.quantum.StatevectorBackendProvider;

/// Quantum experts: circuits, OpenQASM, and the backends that evaluate them.
@NullMarked
module org.meanfield.experts.quantum {
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;
  requires org.meanfield.qasm;

  provides ExpertProvider with
      CircuitExpertProvider;
  provides QuantumBackendProvider with
      DensityBackendProvider,
      FourierBackendProvider,
      PauliBackendProvider,
      ShotsBackendProvider,
      StatevectorBackendProvider;
}
