import org.jspecify.annotations.NullMarked;

/// Integrators of the particle flow: fixed-step, adaptive, and the families of Commons Math.
@NullMarked
module org.meanfield.integrators {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;
}
