import org.jspecify.annotations.NullMarked;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.transport.ExactProvider;

/// Wasserstein solvers on the torus and in Euclidean space: exact, linear programming, circle,
/// Sinkhorn.
@NullMarked
module org.meanfield.transport {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;

  provides TransportSolverProvider with
      ExactProvider;
}
