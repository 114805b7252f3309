import org.jspecify.annotations.NullMarked;

/// Quantum experts: circuits, OpenQASM, and the backends that evaluate them.
@NullMarked
module org.meanfield.experts.quantum {
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;
}
