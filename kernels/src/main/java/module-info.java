import org.jspecify.annotations.NullMarked;

/// Numerical kernels on plain arrays, each with a scalar twin; knows nothing else of the platform.
@NullMarked
module org.meanfield.kernels {
  requires static org.jspecify;
}
