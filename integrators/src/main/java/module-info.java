import org.jspecify.annotations.NullMarked;

/// Integrators of the particle flow.
///
/// | id | method |
/// |---|---|
/// | `euler` | Euler's method, order 1 |
/// | `heun` | Heun's method, order 2 |
/// | `rk4` | the classical Runge–Kutta method, order 4 |
@NullMarked
module org.meanfield.integrators {
  requires static org.jspecify;
  requires org.meanfield.api;

  provides org.meanfield.api.plugin.IntegratorProvider with
      org.meanfield.integrators.EulerProvider,
      org.meanfield.integrators.HeunProvider,
      org.meanfield.integrators.Rk4Provider;
}
