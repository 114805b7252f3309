import org.jspecify.annotations.NullMarked;

/// Integrators of the particle flow.
///
/// | id | method |
/// |---|---|
/// | `euler` | Euler's method, order 1 |
/// | `heun` | Heun's method, order 2 |
/// | `rk4` | the classical Runge–Kutta method, order 4 |
/// | `dormand-prince` | Dormand and Prince's pair of orders 5 and 4, with step control |
/// | `dormand-prince-853`, `gragg-bulirsch-stoer` | of high order, with step control |
/// | `adams-bashforth`, `adams-moulton` | multistep methods, with step control |
@NullMarked
module org.meanfield.integrators {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;

  provides org.meanfield.api.plugin.IntegratorProvider with
      org.meanfield.integrators.AdamsBashforthProvider,
      org.meanfield.integrators.AdamsMoultonProvider,
      org.meanfield.integrators.DormandPrince853Provider,
      org.meanfield.integrators.DormandPrinceProvider,
      org.meanfield.integrators.EulerProvider,
      org.meanfield.integrators.GraggBulirschStoerProvider,
      org.meanfield.integrators.HeunProvider,
      org.meanfield.integrators.Rk4Provider;
}
