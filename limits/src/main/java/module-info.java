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
///
/// | package | holds | rests on |
/// |---|---|---|
/// | `time` | integration in time, functions of time | |
/// | `grid` | grids, tables of an expert on them, what methods on grids share | `time` |
/// | `fourier` | Fourier series on grids | `grid` |
/// | `volume` | finite volumes | `grid`, `time` |
/// | `semilagrangian` | mass carried along characteristics | `grid`, `time` |
/// | `spectral` | Fourier–Galerkin | `fourier`, `grid`, `time` |
/// | `cloud` | lattices and samples of points pushed through the flow | `fourier`, `grid`, `time` |
/// | `closedform` | first harmonics, one datum | `cloud`, `time` |
@NullMarked
module org.meanfield.limits {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;

  provides org.meanfield.api.plugin.LimitSolverProvider with
      org.meanfield.limits.closedform.ClosedFormProvider,
      org.meanfield.limits.volume.FiniteVolumeProvider,
      org.meanfield.limits.cloud.LatticeProvider,
      org.meanfield.limits.cloud.ParticlesProvider,
      org.meanfield.limits.semilagrangian.SemiLagrangianProvider,
      org.meanfield.limits.spectral.SpectralProvider;
}
