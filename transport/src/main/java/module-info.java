import org.jspecify.annotations.NullMarked;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.transport.CircleProvider;
import org.meanfield.transport.ExactProvider;
import org.meanfield.transport.LpProvider;
import org.meanfield.transport.SinkhornProvider;

/// Wasserstein solvers on the torus and in Euclidean space.
///
/// | id | method |
/// |---|---|
/// | `exact` | assignment by auction and shortest paths, or a multilevel network simplex, for any points and weights |
/// | `circle` | shifted quantile functions in one dimension |
/// | `lp` | Commons Math's simplex method on small problems, the independent check |
/// | `sinkhorn` | entropic transport, rounded to a coupling |
@NullMarked
module org.meanfield.transport {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;

  provides TransportSolverProvider with
      CircleProvider,
      ExactProvider,
      LpProvider,
      SinkhornProvider;
}
