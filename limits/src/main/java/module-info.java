import org.jspecify.annotations.NullMarked;

/// Solvers of the mean-field limit: lattice, grid, closed form, reference particles.
@NullMarked
module org.meanfield.limits {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;
}
