import org.jspecify.annotations.NullMarked;

/// Wasserstein solvers on the torus and in Euclidean space: exact, linear programming, circle,
/// Sinkhorn, sliced.
@NullMarked
module org.meanfield.transport {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;
}
