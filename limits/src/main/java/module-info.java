import org.jspecify.annotations.NullMarked;

/// Solvers of the mean-field limit.
///
/// | id | what it is |
/// |---|---|
/// | `meanfield:closed-form` | sums of first harmonics from the uniform law, exactly |
/// | `meanfield:finite-volume` | the continuity equation on the cells of a grid, d ≤ 3 |
/// | `meanfield:lattice` | the points of a lattice pushed through the flow; any expert |
@NullMarked
module org.meanfield.limits {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;

  provides org.meanfield.api.plugin.LimitSolverProvider with
      org.meanfield.limits.ClosedFormProvider,
      org.meanfield.limits.FiniteVolumeProvider,
      org.meanfield.limits.LatticeProvider;
}
