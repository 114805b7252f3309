import org.jspecify.annotations.NullMarked;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.experts.quantum.CircuitExpertProvider;
import org.meanfield.experts.quantum.density.DensityBackendProvider;
import org.meanfield.experts.quantum.fourier.FourierBackendProvider;
import org.meanfield.experts.quantum.pauli.PauliBackendProvider;
import org.meanfield.experts.quantum.shots.ShotsBackendProvider;
import org.meanfield.experts.quantum.statevector.StatevectorBackendProvider;

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
