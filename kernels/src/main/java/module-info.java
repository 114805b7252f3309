import org.jspecify.annotations.NullMarked;

/// Numerical kernels on plain arrays, each with a scalar twin; knows nothing else of the platform.
///
/// | package | what it holds |
/// |---|---|
/// | `org.meanfield.kernels.pauli` | coefficients of Pauli strings, many experts side by side, under tables of plane rotations; sine and cosine |
/// | `org.meanfield.kernels.state` | quantum states of eight experts side by side: single Pauli rotations, and layers of them on batches of states |
/// | `org.meanfield.kernels.transport` | ground costs between one point and many, Gibbs kernels |
///
/// The SIMD kernels use the Vector API where the program is started with `--add-modules
/// jdk.incubator.vector`; without it their scalar twins compute the same, more slowly.
@NullMarked
module org.meanfield.kernels {
  requires static jdk.incubator.vector;
  requires static org.jspecify;

  exports org.meanfield.kernels.pauli;
  exports org.meanfield.kernels.state;
  exports org.meanfield.kernels.transport;
}
