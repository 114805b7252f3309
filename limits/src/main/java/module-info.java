import org.jspecify.annotations.NullMarked;

/// Solvers of the mean-field limit.
///
/// | id | what it is |
/// |---|---|
/// | `meanfield:closed-form` | sums of first harmonics, or one datum, exactly |
/// | `meanfield:finite-volume` | the continuity equation on the cells of a grid, d ≤ 3 |
/// | `meanfield:lattice` | the points of a lattice pushed through the flow; any expert |
/// | `meanfield:particles` | a large sample of the start pushed through the flow; any expert |
/// | `meanfield:semi-lagrangian` | mass carried along characteristics and put back on a grid, d ≤ 2 |
/// | `meanfield:spectral` | Fourier–Galerkin, d ≤ 2 |
@NullMarked
module org.meanfield.limits {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;

  provides org.meanfield.api.plugin.LimitSolverProvider with
      org.meanfield.limits.ClosedFormProvider,
      org.meanfield.limits.FiniteVolumeProvider,
      org.meanfield.limits.LatticeProvider,
      org.meanfield.limits.ParticlesProvider,
      org.meanfield.limits.SemiLagrangianProvider,
      org.meanfield.limits.SpectralProvider;
}
